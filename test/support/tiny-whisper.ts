/**
 * Whisper models of the real format, small enough to be made in a moment: one that hears beeps and writes a word for
 * each, and ones of random weights whose numbers can be compared.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ct2Content, Ct2Tensor } from './ct2-writer.ts';
import { ct2Tensor, writeCt2 } from './ct2-writer.ts';
import type { TinyTensors, TinyVocabulary } from './tiny-whisper-weights.ts';
import { SLOT_SEC, TONES_HZ, hearingTensors, randomTensors } from './tiny-whisper-weights.ts';

/** What a beep means, in the order of {@link TONES_HZ}. The letter и is cut in two, as a real vocabulary does it. */
export const TONE_TOKENS = [
  ' one',
  ' two',
  ' three',
  ' four',
  ' five',
  ',',
  '.',
  ' раз',
  ' два',
  ' тр\u{d0}',
  '\u{b8}',
  ' пять',
] as const;
export type ToneToken = (typeof TONE_TOKENS)[number];

/** Beeps whose sum tells English from Russian. */
const ENGLISH_TONES = [0, 1, 2, 3, 4];
const RUSSIAN_TONES = [7, 8, 9, 10, 11];
const HALF_LETTER = /[\u{80}-\u{ff}]/u;
const ALL_BYTES = Array.from({ length: 256 }, (_, byte) => byte);
const HIDDEN_BYTES = ALL_BYTES.filter((byte) => !isPrintable(byte));
const SAMPLE_RATE_HZ = 16_000;
const AUDIO_POSITIONS = 1_500;
const TEXT_POSITIONS = 448;

/** What a model is like. */
export interface TinyWhisperOptions {
  /** `hearing` writes the words of beeps; `random` writes nonsense, but uses every weight. Default `hearing`. */
  readonly kind?: 'hearing' | 'random';
  /** Default false: it knows English and Russian. */
  readonly englishOnly?: boolean;
  /** Default 80; newer models have 128. */
  readonly melBands?: number;
  /** How weights are stored. Default `float16`. */
  readonly weights?: 'float16' | 'float32' | 'bfloat16' | 'int8';
  /** Default 2. */
  readonly encoderLayers?: number;
  /** Default 2. */
  readonly decoderLayers?: number;
  /** As config.json has them. Default [[0, 0]]; null leaves them out. */
  readonly alignmentHeads?: readonly (readonly [layer: number, head: number])[] | null;
  /** Default `json`; older conversions have `txt`. */
  readonly vocabulary?: 'json' | 'txt';
  /** What is wrong with it. Default: nothing. */
  readonly broken?:
    | 'truncated'
    | 'trailing-bytes'
    | 'other-architecture'
    | 'missing-tensor'
    | 'no-model'
    | 'no-config'
    | 'no-vocabulary'
    | 'short-vocabulary'
    | 'token-outside';
  /** Makes other random weights. Default 1. */
  readonly seed?: number;
}

/** Writes `config.json`, `vocabulary.json` (or `.txt`) and `model.bin` into `folder`, which is made if need be. */
export async function writeTinyWhisper(folder: string, options: TinyWhisperOptions = {}): Promise<void> {
  const { broken, englishOnly = false } = options;
  const tokens = vocabularyTokens(englishOnly);
  await mkdir(folder, { recursive: true });
  const model = writeCt2(tinyContent(options));
  await writeFile(
    join(folder, 'model.bin'),
    broken === 'truncated'
      ? model.subarray(0, model.length - 1_000)
      : broken === 'trailing-bytes'
        ? Buffer.concat([model, Buffer.from('more')])
        : model,
  );
  const written = broken === 'short-vocabulary' ? tokens.slice(0, 300) : tokens;
  await (options.vocabulary === 'txt'
    ? writeFile(join(folder, 'vocabulary.txt'), `${written.join('\n')}\n`)
    : writeFile(join(folder, 'vocabulary.json'), JSON.stringify(written)));
  await writeFile(join(folder, 'config.json'), JSON.stringify(configOf(tokens, options), null, 2));
  const gone = {
    'no-model': ['model.bin'],
    'no-config': ['config.json'],
    'no-vocabulary': ['vocabulary.json', 'vocabulary.txt'],
  } as const;
  for (const [kind, files] of Object.entries(gone)) {
    if (kind === broken) {
      await Promise.all(files.map((file) => rm(join(folder, file), { force: true })));
    }
  }
}

/** What the model's `model.bin` holds: for tests that change it before they write it. */
export function tinyContent(options: TinyWhisperOptions = {}): Ct2Content {
  const { broken, weights = 'float16' } = options;
  const tensors = Object.fromEntries(
    Object.entries(tinyTensors(options)).flatMap(([name, { shape, values }]) =>
      stored(name, shape, values, weights),
    ),
  );
  const scalars: Record<string, Ct2Tensor> = {
    'encoder/num_heads': ct2Tensor('int16', [], [2]),
    'decoder/num_heads': ct2Tensor('int16', [], [2]),
    'decoder/pre_norm': ct2Tensor('int8', [], [1]),
    'decoder/activation': ct2Tensor('int8', [], [3]),
    'decoder/alignment_layer': ct2Tensor('int16', [], [-1]),
    'decoder/scale_embeddings': ct2Tensor('int8', [], [0]),
  };
  if (broken === 'missing-tensor') {
    delete tensors['decoder/layer_0/ffn/linear_1/bias'];
  }
  return {
    tensors: { ...tensors, ...scalars },
    aliases: {
      'decoder/projection/weight': 'decoder/embeddings/weight',
      ...(weights === 'int8' ? { 'decoder/projection/weight_scale': 'decoder/embeddings/weight_scale' } : {}),
    },
    ...(broken === 'other-architecture' ? { spec: 'TransformerSpec' } : {}),
  };
}

/** The weights before they are stored. */
export function tinyTensors(options: TinyWhisperOptions = {}): TinyTensors {
  const { kind = 'hearing', englishOnly = false, melBands = 80, seed = 1 } = options;
  const shape = {
    melBands,
    encoderLayers: options.encoderLayers ?? 2,
    decoderLayers: options.decoderLayers ?? 2,
    audioPositions: AUDIO_POSITIONS,
    textPositions: TEXT_POSITIONS,
  };
  const tokens = vocabularyTokens(englishOnly);
  const id = (token: string): number => tokens.indexOf(token);
  const vocabulary: TinyVocabulary = {
    size: tokens.length,
    tones: TONE_TOKENS.map((token) => id(inVocabulary(token))),
    end: id('<|endoftext|>'),
    languages: [
      { token: id('<|en|>'), tones: ENGLISH_TONES },
      { token: id('<|ru|>'), tones: RUSSIAN_TONES },
    ],
    firstTextPosition: englishOnly ? 1 : 3,
  };
  return kind === 'hearing'
    ? hearingTensors(shape, vocabulary, seed)
    : randomTensors(shape, vocabulary.size, seed);
}

/**
 * The sound of some tokens for the model that hears: half a second of silence, a beep of 0.4 s at every half second,
 * half a second of silence. A gap between beeps ends the text.
 */
export function beeps(tokens: readonly ToneToken[]): Float32Array {
  const slot = SLOT_SEC * SAMPLE_RATE_HZ;
  const samples = new Float32Array((tokens.length + 2) * slot);
  for (const [index, token] of tokens.entries()) {
    const frequencyHz = TONES_HZ[TONE_TOKENS.indexOf(token)] ?? 0;
    const start = (index + 1) * slot + slot / 10;
    const length = 0.8 * slot;
    for (let n = 0; n < length; n += 1) {
      const fade = Math.min(1, n / 160, (length - n) / 160);
      samples[start + n] = 0.3 * fade * Math.sin((2 * Math.PI * frequencyHz * n) / SAMPLE_RATE_HZ);
    }
  }
  return samples;
}

/** Every token, in the order of its id: bytes, words, then the special ones in the order of real models. */
function vocabularyTokens(englishOnly: boolean): readonly string[] {
  const specials = ['endoftext', 'startoftranscript', 'en', 'ru', 'translate', 'transcribe', 'startoflm'];
  const times = Array.from({ length: 1_501 }, (_, index) => (index * 0.02).toFixed(2));
  return [
    ...[...ALL_BYTES.filter(isPrintable), ...HIDDEN_BYTES].map(byteCharacter),
    ...TONE_TOKENS.map(inVocabulary).filter((token) => token.length > 1),
    // Multilingual vocabularies have an empty token before the special ones; English-only ones do not.
    ...(englishOnly ? [] : ['']),
    ...[...specials, 'startofprev', 'nospeech', 'notimestamps', ...times].map((name) => `<|${name}|>`),
  ];
}

function configOf(tokens: readonly string[], options: TinyWhisperOptions): Record<string, unknown> {
  const { alignmentHeads = [[0, 0]], broken } = options;
  const id = (token: string): number => tokens.indexOf(token);
  return {
    ...(alignmentHeads === null ? {} : { alignment_heads: alignmentHeads }),
    lang_ids: [id('<|en|>'), id('<|ru|>')],
    suppress_ids: [
      id('#'),
      id('<|startoftranscript|>'),
      id('<|translate|>'),
      id('<|transcribe|>'),
      id('<|startofprev|>'),
      ...(broken === 'token-outside' ? [tokens.length] : []),
    ],
    suppress_ids_begin: [id('Ġ'), id('<|endoftext|>')],
  };
}

/** A tensor as it is stored: vectors and convolutions in half precision when the other weights are 8-bit. */
function stored(
  name: string,
  shape: readonly number[],
  values: Float32Array,
  weights: NonNullable<TinyWhisperOptions['weights']>,
): readonly (readonly [string, Ct2Tensor])[] {
  if (weights !== 'int8' || !name.endsWith('weight') || shape.length !== 2) {
    return [[name, ct2Tensor(weights === 'int8' ? 'float16' : weights, shape, values)]];
  }
  const [rows = 0, columns = 0] = shape;
  const scales = Array.from({ length: rows }, (_, row) => {
    const largest = values
      .subarray(row * columns, (row + 1) * columns)
      .reduce((max, value) => Math.max(max, Math.abs(value)), 0);
    return largest === 0 ? 1 : 127 / largest;
  });
  const rounded = values.map((value, index) =>
    Math.round(value * (scales[Math.floor(index / columns)] ?? 1)),
  );
  return [
    [name, ct2Tensor('int8', shape, rounded)],
    [`${name}_scale`, ct2Tensor('float32', [rows], scales)],
  ];
}

/** A token as vocabulary files spell it: every byte as a printable character. */
function inVocabulary(token: string): string {
  return Array.from(token, (character) => {
    const bytes = HALF_LETTER.test(character) ? [character.codePointAt(0) ?? 0] : [...Buffer.from(character)];
    return bytes.map(byteCharacter).join('');
  }).join('');
}

/** The printable characters of bytes, as GPT-2 chose them. */
function byteCharacter(byte: number): string {
  return String.fromCodePoint(isPrintable(byte) ? byte : 256 + HIDDEN_BYTES.indexOf(byte));
}

function isPrintable(byte: number): boolean {
  return (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad);
}
