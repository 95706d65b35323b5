/** The tensors that a Whisper model consists of, as CTranslate2 names them, and the sizes that their shapes follow from. */

/** The sizes of a model. */
export interface WhisperSizes {
  /** How many numbers stand for one position. */
  readonly width: number;
  readonly melBands: number;
  readonly encoderLayers: number;
  readonly decoderLayers: number;
  readonly encoderHeads: number;
  readonly decoderHeads: number;
  readonly vocabularySize: number;
  /** Positions of 20 ms. */
  readonly audioPositions: number;
  readonly textPositions: number;
}

/** A tensor's name, and its shape. */
export type NamedShape = readonly [name: string, shape: readonly number[]];

/** Every tensor. Weights are [outputs, inputs]; those of queries, keys and values lie below one another. */
export function* whisperTensors(sizes: WhisperSizes): Generator<NamedShape> {
  const { width, melBands, encoderLayers, decoderLayers, vocabularySize } = sizes;
  yield ['encoder/conv1/weight', [width, melBands, 3]];
  yield ['encoder/conv1/bias', [width]];
  yield ['encoder/conv2/weight', [width, width, 3]];
  yield ['encoder/conv2/bias', [width]];
  yield ['encoder/position_encodings/encodings', [sizes.audioPositions, width]];
  yield* norm('encoder', width);
  for (let layer = 0; layer < encoderLayers; layer += 1) {
    yield* selfAttention(`encoder/layer_${layer}`, width);
    yield* feedForward(`encoder/layer_${layer}`, width);
  }
  yield ['decoder/position_encodings/encodings', [sizes.textPositions, width]];
  yield ['decoder/embeddings/weight', [vocabularySize, width]];
  yield ['decoder/projection/weight', [vocabularySize, width]];
  yield* norm('decoder', width);
  for (let layer = 0; layer < decoderLayers; layer += 1) {
    yield* selfAttention(`decoder/layer_${layer}`, width);
    yield* crossAttention(`decoder/layer_${layer}`, width);
    yield* feedForward(`decoder/layer_${layer}`, width);
  }
}

function* selfAttention(layer: string, width: number): Generator<NamedShape> {
  yield* norm(`${layer}/self_attention`, width);
  yield* linear(`${layer}/self_attention/linear_0`, 3 * width, width);
  yield* linear(`${layer}/self_attention/linear_1`, width, width);
}

function* crossAttention(layer: string, width: number): Generator<NamedShape> {
  yield* norm(`${layer}/attention`, width);
  yield* linear(`${layer}/attention/linear_0`, width, width);
  yield* linear(`${layer}/attention/linear_1`, 2 * width, width);
  yield* linear(`${layer}/attention/linear_2`, width, width);
}

function* feedForward(layer: string, width: number): Generator<NamedShape> {
  yield* norm(`${layer}/ffn`, width);
  yield* linear(`${layer}/ffn/linear_0`, 4 * width, width);
  yield* linear(`${layer}/ffn/linear_1`, width, 4 * width);
}

function* linear(name: string, outputs: number, inputs: number): Generator<NamedShape> {
  yield [`${name}/weight`, [outputs, inputs]];
  yield [`${name}/bias`, [outputs]];
}

function* norm(name: string, width: number): Generator<NamedShape> {
  yield [`${name}/layer_norm/gamma`, [width]];
  yield [`${name}/layer_norm/beta`, [width]];
}
