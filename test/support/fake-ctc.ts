/** A tiny model of the CTC kind that sherpa-onnx takes for GigaAM: it hears tones as Russian numerals. */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGraphBuilder } from '../../src/speech/onnx/graph.ts';
import { writeModel } from '../../src/speech/onnx/write-model.ts';
import type { SherpaRecipe } from '../../src/speech/engines/sherpa/recipe.ts';
import type { Metadata } from './sherpa-files.ts';
import { graphBytes, metadataBytes, tokensText, writeFiles } from './sherpa-files.ts';
import { TONE_BANDS, TONE_SUBSAMPLING, TONE_VOCABULARY, addToneScores } from './tones.ts';

/** How the model is run. */
export const FAKE_CTC_RECIPE = {
  kind: 'nemo-ctc',
  files: { model: 'model.onnx', tokens: 'tokens.txt' },
  languages: ['ru'],
  punctuation: false,
  style: 'tidy',
  wordTimes: 'start',
  maxChunkSec: 20,
} as const satisfies SherpaRecipe;

/** What is to be unlike a good model. */
export interface FakeCtcOptions {
  readonly metadata?: Metadata;
  readonly tokens?: readonly string[];
  /** The weights lie in a file of their own, as those of large models do: `fake_ctc.onnx` and `fake_ctc.weights`. */
  readonly weightsBeside?: boolean;
}

/** Writes `model.onnx` and `tokens.txt`. */
export async function writeFakeCtc(folder: string, options: FakeCtcOptions = {}): Promise<void> {
  const { metadata, tokens = TONE_VOCABULARY, weightsBeside = false } = options;
  const graph = createGraphBuilder('fake_ctc');
  graph.input('features', 'float32', ['batch', TONE_BANDS, 'time']);
  graph.input('feature_lengths', 'int64', ['batch']);
  const scores = addToneScores(graph, 'features');
  graph.node('LogSoftmax', [scores], { axis: 2 }, 'log_probs');
  graph.output('log_probs', 'float32', ['batch', 'frames', TONE_VOCABULARY.length]);
  const told = {
    model_type: 'EncDecCTCModel',
    vocab_size: TONE_VOCABULARY.length,
    subsampling_factor: TONE_SUBSAMPLING,
    normalize_type: '',
    language: 'Russian',
    is_giga_am: 1,
    ...metadata,
  };
  await writeFiles(folder, { 'tokens.txt': tokensText(tokens) });
  if (weightsBeside) {
    await writeModel(graph.build(), folder);
    await appendFile(join(folder, 'fake_ctc.onnx'), metadataBytes(told));
  } else {
    await writeFiles(folder, { 'model.onnx': await graphBytes(graph, told) });
  }
}
