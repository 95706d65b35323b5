/** A Whisper model in CTranslate2's format: its sizes, checked against every tensor, and its weights as floats. */
import { quoted } from '../../../../errors/index.ts';
import { modelDamaged, modelUnfit } from '../model-errors.ts';
import { brainFloatsToFloats, halvesToFloats } from './half-floats.ts';
import type { ModelFile, StoredTensor } from './model-file.ts';
import { openModelFile } from './model-file.ts';
import type { WhisperSizes } from './whisper-tensors.ts';
import { whisperTensors } from './whisper-tensors.ts';

/** What the format calls the models of Whisper. */
const KIND = 'WhisperSpec';

/** Mel bands of the released models: the large ones have 128 since their third version. */
const MEL_BANDS: ReadonlySet<number> = new Set([80, 128]);

/** Flags of the conversion, with the only value that a Whisper model has. A model without one has that value too. */
const FLAGS: Readonly<Record<string, number>> = {
  'decoder/pre_norm': 1,
  // GELU, in full.
  'decoder/activation': 3,
  'decoder/scale_embeddings': 0,
  'decoder/start_from_zero_embedding': 0,
  'decoder/alibi': 0,
};

/** An open model in which every tensor that Whisper needs has the shape that it needs. */
export interface WhisperFile {
  readonly sizes: WhisperSizes;
  /**
   * A tensor as floats, 8-bit weights too.
   *
   * @throws AppError `model-damaged` when one of them is infinite or no number, or the file has become shorter
   */
  floats(name: string): Promise<Float32Array>;
  /** See {@link ModelFile}. */
  tensorsSha256(signal?: AbortSignal): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens `model.bin`.
 *
 * @throws AppError `model-missing`, `model-unreadable`, `model-damaged`; `model-unfit` when it is no Whisper model
 */
export async function openWhisperFile(path: string): Promise<WhisperFile> {
  const file = await openModelFile(path, KIND);
  try {
    const sizes = await readSizes(file);
    for (const [name, shape] of whisperTensors(sizes)) {
      checkWeight(file, name, shape);
    }
    if (file.tensors.get('decoder/projection/weight') !== file.tensors.get('decoder/embeddings/weight')) {
      throw modelUnfit(path, 'it compares its last states with another table than that of its tokens');
    }
    return {
      sizes,
      async floats(name) {
        const floats = await readFloats(file, name);
        if (!areFinite(floats)) {
          throw modelDamaged(path, `${name} holds what is no number`);
        }
        return floats;
      },
      tensorsSha256: (signal) => file.tensorsSha256(signal),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readSizes(file: ModelFile): Promise<WhisperSizes> {
  const dims = (name: string, rank: number): readonly number[] => {
    const { shape } = findTensor(file, name);
    if (shape.length !== rank || shape.includes(0)) {
      throw modelUnfit(file.path, `${name} has the shape ${shape.join(' × ')}`);
    }
    return shape;
  };
  const layersOf = (side: string): number => {
    let count = 0;
    while (file.tensors.has(`${side}/layer_${count}/ffn/linear_0/weight`)) {
      count += 1;
    }
    return count;
  };
  for (const [name, expected] of Object.entries(FLAGS)) {
    if (file.tensors.has(name) && (await readScalar(file, name)) !== expected) {
      throw modelUnfit(file.path, `${name} is not ${expected}`);
    }
  }
  const [width = 0, melBands = 0] = dims('encoder/conv1/weight', 3);
  const sizes = {
    width,
    melBands,
    encoderLayers: layersOf('encoder'),
    decoderLayers: layersOf('decoder'),
    encoderHeads: await readScalar(file, 'encoder/num_heads'),
    decoderHeads: await readScalar(file, 'decoder/num_heads'),
    vocabularySize: dims('decoder/embeddings/weight', 2)[0] ?? 0,
    audioPositions: dims('encoder/position_encodings/encodings', 2)[0] ?? 0,
    textPositions: dims('decoder/position_encodings/encodings', 2)[0] ?? 0,
  };
  for (const heads of [sizes.encoderHeads, sizes.decoderHeads]) {
    if (heads < 1 || width % heads !== 0) {
      throw modelUnfit(file.path, `${heads} heads do not divide ${width}`);
    }
  }
  if (!MEL_BANDS.has(melBands)) {
    throw modelUnfit(file.path, `it takes ${melBands} mel bands`);
  }
  if (sizes.encoderLayers === 0 || sizes.decoderLayers === 0) {
    throw modelUnfit(file.path, 'the encoder or the decoder has no layers');
  }
  return sizes;
}

function checkWeight(file: ModelFile, name: string, expected: readonly number[]): void {
  const { shape, dtype } = findTensor(file, name);
  if (shape.join() !== expected.join()) {
    throw modelUnfit(file.path, `${name} has the shape ${shape.join(' × ')}, not ${expected.join(' × ')}`);
  }
  switch (dtype) {
    case 'float32':
    case 'float16':
    case 'bfloat16':
      return;
    case 'int8': {
      const scales = findTensor(file, `${name}_scale`);
      if (scales.dtype !== 'float32' || scales.shape.join() !== String(expected[0])) {
        throw modelUnfit(file.path, `${name}_scale is not one 32-bit float for each output`);
      }
      return;
    }
    case 'int16':
    case 'int32':
      throw modelUnfit(file.path, `${name} has weights of the type ${dtype}`);
    default:
      dtype satisfies never;
  }
}

function findTensor(file: ModelFile, name: string): StoredTensor {
  const tensor = file.tensors.get(name);
  if (tensor === undefined) {
    throw modelUnfit(file.path, `it has no ${name}`);
  }
  return tensor;
}

async function readScalar(file: ModelFile, name: string): Promise<number> {
  const tensor = findTensor(file, name);
  if (tensor.shape.length > 0 || !tensor.dtype.startsWith('int')) {
    throw modelUnfit(file.path, `${quoted(name)} is no whole number`);
  }
  const bytes = await file.read(tensor);
  return Buffer.from(bytes).readIntLE(0, bytes.length);
}

async function readFloats(file: ModelFile, name: string): Promise<Float32Array> {
  const tensor = findTensor(file, name);
  const bytes = await file.read(tensor);
  switch (tensor.dtype) {
    case 'float32':
      return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    case 'float16':
      return halvesToFloats(toHalves(bytes));
    case 'bfloat16':
      return brainFloatsToFloats(toHalves(bytes));
    case 'int8':
      return scaledToFloats(bytes, await readFloats(file, `${name}_scale`));
    case 'int16':
    case 'int32':
      throw modelUnfit(file.path, `${name} has weights of the type ${tensor.dtype}`);
    default:
      return tensor.dtype satisfies never;
  }
}

/** A plain loop, as there are many: `every` takes five times as long. */
function areFinite(floats: Float32Array): boolean {
  for (let index = 0; index < floats.length; index += 1) {
    if (!Number.isFinite(floats[index])) {
      return false;
    }
  }
  return true;
}

function toHalves({ buffer, byteOffset, length }: Uint8Array): Uint16Array {
  return new Uint16Array(buffer, byteOffset, length / 2);
}

/** 8-bit weights: each row was multiplied by a scale of its own before it was rounded. */
function scaledToFloats(bytes: Uint8Array, scales: Float32Array): Float32Array {
  const floats = Float32Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  const rowLength = floats.length / scales.length;
  for (const [row, scale] of scales.entries()) {
    for (let index = row * rowLength; index < (row + 1) * rowLength; index += 1) {
      floats[index] = (floats[index] ?? 0) / scale;
    }
  }
  return floats;
}
