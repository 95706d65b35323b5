/**
 * Weights of tiny Whisper models. Those that hear are set by hand: the stream of 128 numbers has a place for each beep,
 * for each half second, for the end, and for each language, and every layer but the first of the decoder passes it on.
 */

/** The width of the streams, and its two heads. */
const WIDTH = 128;
const HEAD = 64;

/** The beeps, far enough apart for the mel bands; nothing is above 5 kHz. */
export const TONES_HZ = [
  400, 600, 800, 1_000, 1_200, 1_450, 1_750, 2_100, 2_550, 3_100, 3_700, 4_400,
] as const;
/** Each token has half a second of the sound: 25 positions of the encoder. */
export const SLOT_SEC = 0.5;
const SLOT_POSITIONS = 25;
const SLOTS = 60;

/** Places in the stream. */
const TONE = 0;
const SLOT = TONE + TONES_HZ.length;
const END = SLOT + SLOTS;
const LANGUAGE = END + 1;
const FREE = LANGUAGE + 2;

export type TinyTensors = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly values: Float32Array }>
>;

export interface TinyShape {
  readonly melBands: number;
  readonly encoderLayers: number;
  readonly decoderLayers: number;
  readonly audioPositions: number;
  readonly textPositions: number;
}

/** The tokens that the model that hears has to know. */
export interface TinyVocabulary {
  readonly size: number;
  /** The token of each beep. */
  readonly tones: readonly number[];
  readonly end: number;
  readonly languages: readonly { readonly token: number; readonly tones: readonly number[] }[];
  /** The position of the last token before the text. */
  readonly firstTextPosition: number;
}

/** A matrix or vector that is filled by place. */
interface Sheet {
  readonly shape: readonly number[];
  readonly values: Float32Array;
  set(value: number, ...at: readonly number[]): void;
}

/** Weights of a model that writes, for each half second after the first, the token of its beep, and ends at none. */
export function hearingTensors(shape: TinyShape, vocabulary: TinyVocabulary, seed: number): TinyTensors {
  const tensors = new Map<string, Sheet>();
  const random = randomNumbers(seed);
  for (const [name, dims] of tensorShapes(shape, vocabulary.size, WIDTH)) {
    const made = sheet(dims);
    if (name.endsWith('gamma')) {
      made.values.fill(1);
    }
    tensors.set(name, made);
  }
  const at = (name: string): Sheet => {
    const found = tensors.get(name);
    if (found === undefined) {
      throw new Error(`no tensor ${name}`);
    }
    return found;
  };

  // A beep's band stands out against the bands above 6 kHz, however loud it is.
  const bands = bandCentresHz(shape.melBands);
  const above = bands.flatMap((hz, band) => (hz > 6_000 ? [band] : []));
  for (const [tone, toneHz] of TONES_HZ.entries()) {
    const distances = bands.map((hz) => Math.abs(hz - toneHz));
    at('encoder/conv1/weight').set(6.4, TONE + tone, distances.indexOf(Math.min(...distances)), 1);
    for (const band of above) {
      at('encoder/conv1/weight').set(-6.4 / above.length, TONE + tone, band, 1);
    }
    at('encoder/conv1/bias').set(-6.4 * 1.5, TONE + tone);
    at('encoder/conv2/weight').set(1, TONE + tone, TONE + tone, 1);
  }
  for (let position = 0; position < shape.audioPositions; position += 1) {
    at('encoder/position_encodings/encodings').set(
      12,
      position,
      SLOT + Math.floor(position / SLOT_POSITIONS),
    );
  }

  // The first head finds the half second and reads its beep; the second reads the languages of all beeps.
  const cross = 'decoder/layer_0/attention';
  for (let slot = 0; slot < SLOTS; slot += 1) {
    at(`${cross}/linear_0/weight`).set(2, slot, SLOT + slot);
    at(`${cross}/linear_1/weight`).set(2, slot, SLOT + slot);
  }
  at(`${cross}/linear_0/weight`).set(2, SLOTS, END);
  for (const [tone] of TONES_HZ.entries()) {
    at(`${cross}/linear_1/weight`).set(1.5, SLOTS, TONE + tone);
    at(`${cross}/linear_1/weight`).set(1, WIDTH + tone, TONE + tone);
    at(`${cross}/linear_2/weight`).set(7, TONE + tone, tone);
  }
  for (const [language, { tones }] of vocabulary.languages.entries()) {
    for (const tone of tones) {
      at(`${cross}/linear_1/weight`).set(1, WIDTH + HEAD + language, TONE + tone);
    }
    at(`${cross}/linear_2/weight`).set(2, LANGUAGE + language, HEAD + language);
  }

  const embeddings = at('decoder/embeddings/weight');
  for (let token = 0; token < vocabulary.size; token += 1) {
    for (let place = FREE; place < WIDTH; place += 1) {
      embeddings.set(0.1 * random(), token, place);
    }
  }
  for (const [tone, token] of vocabulary.tones.entries()) {
    embeddings.set(1, token, TONE + tone);
  }
  embeddings.set(1, vocabulary.end, END);
  for (const [language, { token }] of vocabulary.languages.entries()) {
    embeddings.set(1, token, LANGUAGE + language);
  }
  for (let position = vocabulary.firstTextPosition; position < shape.textPositions; position += 1) {
    const slot = position - vocabulary.firstTextPosition + 1;
    const positions = at('decoder/position_encodings/encodings');
    if (slot < SLOTS) {
      positions.set(8, position, SLOT + slot);
    }
    positions.set(5, position, END);
    positions.set(-6, position, LANGUAGE);
    positions.set(-6, position, LANGUAGE + 1);
  }
  at('decoder/layer_norm/gamma').values.fill(4);
  return Object.fromEntries(tensors);
}

/** Random weights of a model of two heads of 16, each tensor as large as in a trained model. */
export function randomTensors(shape: TinyShape, vocabularySize: number, seed: number): TinyTensors {
  const random = randomNumbers(seed);
  return Object.fromEntries(
    tensorShapes(shape, vocabularySize, 32).map(([name, dims]) => {
      const { values } = sheet(dims);
      const inputs = dims.length > 1 ? dims.slice(1).reduce((product, size) => product * size, 1) : 100;
      const size = name.endsWith('encodings') ? 0.5 : 2 / Math.sqrt(inputs);
      const middle = name.endsWith('gamma') ? 1 : 0;
      return [name, { shape: dims, values: values.map(() => middle + size * random()) }];
    }),
  );
}

/** The name and shape of every tensor of a Whisper model. */
function tensorShapes(
  { melBands, encoderLayers, decoderLayers, audioPositions, textPositions }: TinyShape,
  vocabularySize: number,
  width: number,
): readonly NamedShape[] {
  const selfAttention = (layer: string): readonly NamedShape[] => [
    ...normShapes(`${layer}/self_attention`, width),
    ...linearShapes(`${layer}/self_attention/linear_0`, 3 * width, width),
    ...linearShapes(`${layer}/self_attention/linear_1`, width, width),
  ];
  const crossAttention = (layer: string): readonly NamedShape[] => [
    ...normShapes(`${layer}/attention`, width),
    ...linearShapes(`${layer}/attention/linear_0`, width, width),
    ...linearShapes(`${layer}/attention/linear_1`, 2 * width, width),
    ...linearShapes(`${layer}/attention/linear_2`, width, width),
  ];
  const feedForward = (layer: string): readonly NamedShape[] => [
    ...normShapes(`${layer}/ffn`, width),
    ...linearShapes(`${layer}/ffn/linear_0`, 4 * width, width),
    ...linearShapes(`${layer}/ffn/linear_1`, width, 4 * width),
  ];
  return [
    ['encoder/conv1/weight', [width, melBands, 3]],
    ['encoder/conv1/bias', [width]],
    ['encoder/conv2/weight', [width, width, 3]],
    ['encoder/conv2/bias', [width]],
    ['encoder/position_encodings/encodings', [audioPositions, width]],
    ...layerNames('encoder', encoderLayers).flatMap((layer) => [
      ...selfAttention(layer),
      ...feedForward(layer),
    ]),
    ...normShapes('encoder', width),
    ['decoder/embeddings/weight', [vocabularySize, width]],
    ['decoder/position_encodings/encodings', [textPositions, width]],
    ...layerNames('decoder', decoderLayers).flatMap((layer) => [
      ...selfAttention(layer),
      ...crossAttention(layer),
      ...feedForward(layer),
    ]),
    ...normShapes('decoder', width),
  ];
}

type NamedShape = readonly [name: string, dims: readonly number[]];

function linearShapes(name: string, outputs: number, inputs: number): readonly NamedShape[] {
  return [
    [`${name}/weight`, [outputs, inputs]],
    [`${name}/bias`, [outputs]],
  ];
}

function normShapes(name: string, width: number): readonly NamedShape[] {
  return [
    [`${name}/layer_norm/gamma`, [width]],
    [`${name}/layer_norm/beta`, [width]],
  ];
}

function layerNames(side: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${side}/layer_${index}`);
}

function sheet(shape: readonly number[]): Sheet {
  const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
  return {
    shape,
    values,
    set: (value, ...at) => {
      const index = shape.reduce((sum, size, dimension) => sum * size + (at[dimension] ?? 0), 0);
      values[index] = value;
    },
  };
}

/** The middle of each mel band on Slaney's scale: even steps up to 1 kHz, equal ratios above. */
function bandCentresHz(bands: number): readonly number[] {
  const ratio = Math.log(6.4) / 27;
  const top = 15 + Math.log(8) / ratio;
  return Array.from({ length: bands }, (_, band) => {
    const mel = (top * (band + 1)) / (bands + 1);
    return mel < 15 ? (mel * 200) / 3 : 1_000 * Math.exp((mel - 15) * ratio);
  });
}

/** Numbers between -1 and 1 that are the same for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}
