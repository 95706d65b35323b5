/**
 * Tiny models of the transducer kind, which hear tones as Russian numerals: one that sherpa-onnx takes for GigaAM RNNT,
 * one with durations (TDT), and one of icefall's kind (Zipformer).
 */
import type { SherpaRecipe } from '../../src/speech/engines/sherpa/recipe.ts';
import type { GraphBuilder } from '../../src/speech/onnx/graph.ts';
import { createGraphBuilder } from '../../src/speech/onnx/graph.ts';
import type { Metadata } from './sherpa-files.ts';
import { graphBytes, tokensText, writeFiles } from './sherpa-files.ts';
import {
  TONE_BANDS,
  TONE_SUBSAMPLING,
  TONE_TOKENS,
  TONE_VOCABULARY,
  addToneScores,
  addWeights,
} from './tones.ts';

const SIZE = TONE_VOCABULARY.length;
const BLANK = SIZE - 1;
/** The state of a decoder, which these have no use for. */
const HIDDEN = 2;
/** TDT tells apart so many durations, from 0 frames on. */
const DURATIONS = 5;
/** How long a token lasts here, in frames; a blank lasts one. */
export const TOKEN_FRAMES = 3;

/** How the models are run. */
export const FAKE_RNNT_RECIPE = {
  kind: 'nemo-transducer',
  files: {
    encoder: 'encoder.onnx',
    decoder: 'decoder.onnx',
    joiner: 'joiner.onnx',
    tokens: 'tokens.txt',
  },
  languages: ['ru'],
  punctuation: false,
  style: 'tidy',
  wordTimes: 'start',
  maxChunkSec: 20,
} as const satisfies SherpaRecipe;

/** The same with durations. */
export const FAKE_TDT_RECIPE = { ...FAKE_RNNT_RECIPE, wordTimes: 'span' } as const satisfies SherpaRecipe;

/** What is to be unlike a good model. */
export interface FakeTransducerOptions {
  /** Whether the joiner also gives durations. Default: false. */
  readonly hasDurations?: boolean;
  readonly metadata?: Metadata;
}

/** Writes `encoder.onnx`, `decoder.onnx`, `joiner.onnx` and `tokens.txt`. */
export async function writeFakeTransducer(
  folder: string,
  options: FakeTransducerOptions = {},
): Promise<void> {
  const { hasDurations = false, metadata } = options;
  await writeFiles(folder, {
    'encoder.onnx': await graphBytes(encoder(), {
      model_type: 'EncDecRNNTBPEModel',
      vocab_size: TONE_TOKENS.length,
      subsampling_factor: TONE_SUBSAMPLING,
      normalize_type: '',
      pred_rnn_layers: 1,
      pred_hidden: HIDDEN,
      language: 'Russian',
      is_giga_am: 1,
      ...(hasDurations ? { url: 'parakeet-tdt' } : {}),
      ...metadata,
    }),
    'decoder.onnx': await graphBytes(decoder()),
    'joiner.onnx': await graphBytes(joiner(hasDurations)),
    'tokens.txt': tokensText(TONE_VOCABULARY),
  });
}

/** From the spectrum to scores of the tokens, which need no more than the last token to be decided on. */
function encoder(): GraphBuilder {
  const graph = createGraphBuilder('fake_encoder');
  graph.input('audio_signal', 'float32', ['batch', TONE_BANDS, 'time']);
  graph.input('length', 'int64', ['batch']);
  graph.node('Transpose', [addToneScores(graph, 'audio_signal')], { perm: [0, 2, 1] }, 'encoded');
  graph.node('Div', ['length', graph.integers(TONE_SUBSAMPLING)], {}, 'encoded_len');
  graph.output('encoded', 'float32', ['batch', SIZE, 'frames']);
  graph.output('encoded_len', 'int64', ['batch']);
  return graph;
}

/** A token is not said twice: it is pushed below all others until another was said. */
function decoder(): GraphBuilder {
  const graph = createGraphBuilder('fake_decoder');
  graph.input('x', 'int32', [1, 1]);
  graph.input('x_len', 'int32', [1]);
  graph.input('h', 'float32', [1, 1, HIDDEN]);
  graph.input('c', 'float32', [1, 1, HIDDEN]);
  const pushed = Float32Array.from({ length: SIZE * SIZE }, (_, index) => {
    const [said, token] = [Math.floor(index / SIZE), index % SIZE];
    return said === token && token !== BLANK ? -1_000 : 0;
  });
  const row = graph.node('Gather', [addWeights(graph, 'pushed', [SIZE, SIZE], pushed), 'x'], { axis: 0 });
  graph.node('Transpose', [row], { perm: [0, 2, 1] }, 'dec');
  for (const state of ['x_len', 'h', 'c']) {
    graph.node('Identity', [state], {}, `${state}_next`);
  }
  graph.output('dec', 'float32', [1, SIZE, 1]);
  graph.output('x_len_next', 'int32', [1]);
  graph.output('h_next', 'float32', [1, 1, HIDDEN]);
  graph.output('c_next', 'float32', [1, 1, HIDDEN]);
  return graph;
}

/** The sum of both, and how long the best token lasts. */
function joiner(hasDurations: boolean): GraphBuilder {
  const graph = createGraphBuilder('fake_joiner');
  graph.input('enc', 'float32', [1, SIZE, 1]);
  graph.input('dec', 'float32', [1, SIZE, 1]);
  const row = graph.node('Transpose', [graph.node('Add', ['enc', 'dec'])], { perm: [0, 2, 1] });
  const joint = hasDurations ? graph.node('Concat', [row, durationsOf(graph, row)], { axis: 2 }) : row;
  graph.node('Unsqueeze', [joint, graph.integers(1)], {}, 'joint');
  graph.output('joint', 'float32', [1, 1, 1, hasDurations ? SIZE + DURATIONS : SIZE]);
  return graph;
}

function durationsOf(graph: GraphBuilder, row: string): string {
  const table = Float32Array.from({ length: SIZE * DURATIONS }, (_, index) => {
    const frames = Math.floor(index / DURATIONS) === BLANK ? 1 : TOKEN_FRAMES;
    return index % DURATIONS === frames ? 9 : 0;
  });
  addWeights(graph, 'durations', [SIZE, DURATIONS], table);
  const best = graph.node('ArgMax', [row], { axis: 2, keepdims: 0 });
  return graph.node('Gather', ['durations', best], { axis: 0 });
}
