/** A tiny model that sherpa-onnx takes for an export of Whisper. It always says the same, and gives no times. */
import type { SherpaRecipe } from '../../src/speech/engines/sherpa/recipe.ts';
import { createGraphBuilder } from '../../src/speech/onnx/graph.ts';
import type { Metadata } from './sherpa-files.ts';
import { graphBytes, tokensText, writeFiles } from './sherpa-files.ts';
import { addWeights } from './tones.ts';

/** What it says, token by token; the marks follow, and have no text. */
const SAID = [' Раз', ',', ' два', ' —', ' тринадца', 'ть', '.'] as const;
const MARKS = ['eot', 'sot', 'ru', 'en', 'translate', 'transcribe', 'no_speech', 'no_timestamps'] as const;
const SIZE = SAID.length + MARKS.length;
const mark = (name: (typeof MARKS)[number]): number => SAID.length + MARKS.indexOf(name);

const BANDS = 80;
const STATE = 2;
const CONTEXT = 64;

/** How the model is run. */
export const FAKE_WHISPER_RECIPE = {
  kind: 'whisper',
  files: {
    encoder: 'fake-encoder.int8.onnx',
    decoder: 'fake-decoder.int8.onnx',
    tokens: 'fake-tokens.txt',
  },
  languages: ['ru', 'en'],
  punctuation: true,
  style: 'tidy',
  wordTimes: 'estimated',
  maxChunkSec: 20,
} as const satisfies SherpaRecipe;

/** Writes the files of {@link FAKE_WHISPER_RECIPE}; `metadata` is what is to be unlike a good model. */
export async function writeFakeWhisperExport(folder: string, metadata: Metadata = {}): Promise<void> {
  const encoder = createGraphBuilder('fake_encoder');
  encoder.input('mel', 'float32', [1, BANDS, 'time']);
  const states = encoder.node(
    'Transpose',
    [encoder.node('Gather', ['mel', encoder.integers(0, 1)], { axis: 1 })],
    {
      perm: [0, 2, 1],
    },
  );
  for (const name of ['n_layer_cross_k', 'n_layer_cross_v']) {
    encoder.node('Unsqueeze', [states, encoder.integers(0)], {}, name);
    encoder.output(name, 'float32', [1, 1, 'time', STATE]);
  }

  const decoder = createGraphBuilder('fake_decoder');
  decoder.input('tokens', 'int64', [1, 'count']);
  for (const name of ['self_k', 'self_v']) {
    decoder.input(name, 'float32', [1, 1, CONTEXT, STATE]);
  }
  for (const name of ['cross_k', 'cross_v']) {
    decoder.input(name, 'float32', [1, 1, 'time', STATE]);
  }
  decoder.input('offset', 'int64', [1]);
  addWeights(decoder, 'next', [SIZE, SIZE], nextTokens());
  decoder.node('Gather', ['next', 'tokens'], { axis: 0 }, 'logits');
  decoder.output('logits', 'float32', [1, 'count', SIZE]);
  for (const name of ['self_k', 'self_v']) {
    decoder.node('Identity', [name], {}, `${name}_next`);
    decoder.output(`${name}_next`, 'float32', [1, 1, CONTEXT, STATE]);
  }

  await writeFiles(folder, {
    'fake-encoder.int8.onnx': await graphBytes(encoder, { ...facts(), ...metadata }),
    'fake-decoder.int8.onnx': await graphBytes(decoder),
    'fake-tokens.txt': tokensText(SAID.map((token) => Buffer.from(token).toString('base64'))),
  });
}

/** Which token follows which. */
function nextTokens(): Float32Array {
  const table = new Float32Array(SIZE * SIZE);
  for (let token = 0; token < SIZE; token += 1) {
    const next = token < SAID.length - 1 ? token + 1 : token === mark('no_timestamps') ? 0 : mark('eot');
    table[token * SIZE + (token === mark('sot') ? mark('ru') : next)] = 9;
  }
  return table;
}

function facts(): Metadata {
  return {
    model_type: 'whisper-fake',
    n_mels: BANDS,
    n_text_layer: 1,
    n_text_ctx: CONTEXT,
    n_text_state: STATE,
    n_vocab: SIZE,
    sot: mark('sot'),
    eot: mark('eot'),
    blank_id: 0,
    translate: mark('translate'),
    transcribe: mark('transcribe'),
    no_speech: mark('no_speech'),
    no_timestamps: mark('no_timestamps'),
    is_multilingual: 1,
    sot_sequence: [mark('sot'), mark('ru'), mark('transcribe')].join(','),
    all_language_tokens: [mark('ru'), mark('en')].join(','),
    all_language_codes: 'ru,en',
  };
}
