/** A tiny transducer that sherpa-onnx takes for a Zipformer of icefall: it hears tones as Russian numerals. */
import type { SherpaRecipe } from '../../src/speech/engines/sherpa/recipe.ts';
import { createGraphBuilder } from '../../src/speech/onnx/graph.ts';
import { graphBytes, tokensText, writeFiles } from './sherpa-files.ts';
import { TONE_SUBSAMPLING, TONE_TOKENS, TONE_VOCABULARY, addToneScores, addWeights } from './tones.ts';

const SIZE = TONE_VOCABULARY.length;
/** Bands of Kaldi's spectrum. */
const BANDS = 80;
/** The decoder looks at so many tokens before. */
const CONTEXT = 2;

/** How the model is run. */
export const FAKE_ICEFALL_RECIPE = {
  kind: 'transducer',
  files: {
    encoder: 'encoder-epoch-1-avg-1.onnx',
    decoder: 'decoder-epoch-1-avg-1.onnx',
    joiner: 'joiner-epoch-1-avg-1.onnx',
    tokens: 'tokens.txt',
  },
  languages: ['ru'],
  punctuation: false,
  style: 'tidy',
  wordTimes: 'start',
  maxChunkSec: 20,
} as const satisfies SherpaRecipe;

/** Writes the files of {@link FAKE_ICEFALL_RECIPE}. The blank is the first token, as that kind has it. */
export async function writeFakeIcefall(folder: string): Promise<void> {
  const encoder = createGraphBuilder('fake_encoder');
  encoder.input('x', 'float32', ['batch', 'time', BANDS]);
  encoder.input('x_lens', 'int64', ['batch']);
  const spectrum = encoder.node('Transpose', ['x'], { perm: [0, 2, 1] });
  const blankFirst = encoder.integers(SIZE - 1, ...TONE_TOKENS.keys());
  encoder.node('Gather', [addToneScores(encoder, spectrum, BANDS), blankFirst], { axis: 2 }, 'encoder_out');
  encoder.node('Div', ['x_lens', encoder.integers(TONE_SUBSAMPLING)], {}, 'encoder_out_lens');
  encoder.output('encoder_out', 'float32', ['batch', 'frames', SIZE]);
  encoder.output('encoder_out_lens', 'int64', ['batch']);

  const decoder = createGraphBuilder('fake_decoder');
  decoder.input('y', 'int64', ['batch', CONTEXT]);
  const pushed = Float32Array.from({ length: SIZE * SIZE }, (_, index) =>
    index % (SIZE + 1) === 0 && index > 0 ? -1_000 : 0,
  );
  const last = decoder.node('Gather', ['y', decoder.integer(CONTEXT - 1)], { axis: 1 });
  decoder.node(
    'Gather',
    [addWeights(decoder, 'pushed', [SIZE, SIZE], pushed), last],
    { axis: 0 },
    'decoder_out',
  );
  decoder.output('decoder_out', 'float32', ['batch', SIZE]);

  const joiner = createGraphBuilder('fake_joiner');
  joiner.input('encoder_out', 'float32', ['batch', SIZE]);
  joiner.input('decoder_out', 'float32', ['batch', SIZE]);
  joiner.node('Add', ['encoder_out', 'decoder_out'], {}, 'logit');
  joiner.output('logit', 'float32', ['batch', SIZE]);

  await writeFiles(folder, {
    'encoder-epoch-1-avg-1.onnx': await graphBytes(encoder, { model_type: 'zipformer2' }),
    'decoder-epoch-1-avg-1.onnx': await graphBytes(decoder, { vocab_size: SIZE, context_size: CONTEXT }),
    'joiner-epoch-1-avg-1.onnx': await graphBytes(joiner, { joiner_dim: SIZE }),
    'tokens.txt': tokensText(['<blk>', ...TONE_TOKENS]),
  });
}
