/** A tiny model that sherpa-onnx takes for Omnilingual ASR: it takes in sound as it is, and hears anything loud as one word. */
import type { SherpaRecipe } from '../../src/speech/engines/sherpa/recipe.ts';
import { createGraphBuilder } from '../../src/speech/onnx/graph.ts';
import { graphBytes, tokensText, writeFiles } from './sherpa-files.ts';
import { addWeights } from './tones.ts';

const TOKENS = ['<s>', '<pad>', '</s>', '<unk>', ' ', 'да'];
/** Samples of a frame: 20 ms. */
const FRAME = 320;

/** How the model is run. */
export const FAKE_OMNILINGUAL_RECIPE = {
  kind: 'omnilingual',
  files: { model: 'model.int8.onnx', tokens: 'tokens.txt' },
  languages: ['ru'],
  punctuation: false,
  style: 'tidy',
  wordTimes: 'start',
  maxChunkSec: 20,
} as const satisfies SherpaRecipe;

/** Writes the files of {@link FAKE_OMNILINGUAL_RECIPE}. */
export async function writeFakeOmnilingual(folder: string): Promise<void> {
  const graph = createGraphBuilder('fake_omnilingual');
  graph.input('x', 'float32', ['batch', 'time']);
  const loudness = graph.node(
    'AveragePool',
    [graph.node('Unsqueeze', [graph.node('Abs', ['x']), graph.integers(1)])],
    {
      kernel_shape: [FRAME],
      strides: [FRAME],
    },
  );
  const scale = Float32Array.from(TOKENS, (token) => (token === 'да' ? 30 : 0));
  const bias = Float32Array.from(TOKENS, (token) => (token === '<s>' ? 9 : 0));
  const scaled = graph.node('MatMul', [
    graph.node('Transpose', [loudness], { perm: [0, 2, 1] }),
    addWeights(graph, 'scale', [1, TOKENS.length], scale),
  ]);
  graph.node('Add', [scaled, addWeights(graph, 'bias', [TOKENS.length], bias)], {}, 'logits');
  graph.output('logits', 'float32', ['batch', 'frames', TOKENS.length]);
  await writeFiles(folder, {
    'model.int8.onnx': await graphBytes(graph),
    'tokens.txt': tokensText(TOKENS),
  });
}
