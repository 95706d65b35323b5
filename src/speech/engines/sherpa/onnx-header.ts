/**
 * What an ONNX file says about itself, read without its weights: inputs, outputs, metadata. Runs over the file's
 * structure to its end, so that a file that was cut off or is something else is known before native code sees it.
 *
 * Field numbers (onnx.proto3): ModelProto.graph 7, .metadata_props 14; GraphProto.node 1, .initializer 5, .input 11,
 * .output 12; TensorProto.name 8, .external_data 13; ValueInfoProto.name 1, .type 2; TypeProto.tensor_type 1;
 * Tensor.elem_type 1, .shape 2; TensorShapeProto.dim 1; Dimension.dim_value 1; StringStringEntryProto.key 1, .value 2.
 */
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';

/** An input or output. */
export interface OnnxTensor {
  readonly name: string;
  /** A number of TensorProto.DataType in onnx.proto3; undefined for what is no tensor. */
  readonly elementType: number | undefined;
  /** The length of each axis, undefined where it is not fixed; undefined as a whole when the file does not tell. */
  readonly dims: readonly (number | undefined)[] | undefined;
}

/** See {@link readOnnxHeader}. */
export interface OnnxHeader {
  /** Without those that only name a weight. */
  readonly inputs: readonly OnnxTensor[];
  readonly outputs: readonly OnnxTensor[];
  readonly metadata: ReadonlyMap<string, string>;
  /** Names of other files that hold weights, relative to the folder of this one. */
  readonly weightFiles: readonly string[];
}

/** The bytes are no whole ONNX model. */
export class OnnxDamaged extends Error {
  override readonly name = 'OnnxDamaged';
}

/**
 * Reads the header of a file. Takes some milliseconds, whatever the file's size.
 *
 * @throws OnnxDamaged; what the system says when the file cannot be read
 */
export async function readOnnxHeader(path: string): Promise<OnnxHeader> {
  const file = await open(path);
  try {
    return await readModel(new Window(file, (await file.stat()).size));
  } finally {
    await file.close();
  }
}

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/** A field of a message: a number, or where its bytes lie in the file. */
interface Field {
  readonly number: number;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

async function readModel(window: Window): Promise<OnnxHeader> {
  const metadata = new Map<string, string>();
  let graph: Omit<OnnxHeader, 'metadata'> | undefined;
  for await (const field of fields(window, 0, window.size)) {
    if (field.number === 7) {
      graph = await readGraph(window, field);
    } else if (field.number === 14) {
      const [key, value] = await readPair(window, field);
      metadata.set(key, value);
    }
  }
  if (graph === undefined) {
    throw new OnnxDamaged('no graph');
  }
  return Object.freeze({ ...graph, metadata });
}

async function readGraph(window: Window, within: Field): Promise<Omit<OnnxHeader, 'metadata'>> {
  const inputs: OnnxTensor[] = [];
  const outputs: OnnxTensor[] = [];
  const weights = new Set<string>();
  const weightFiles = new Set<string>();
  let nodes = 0;
  for await (const field of fields(window, within.from, within.to)) {
    if (field.number === 1) {
      nodes += 1;
    } else if (field.number === 5) {
      await readWeight(window, field, weights, weightFiles);
    } else if (field.number === 11) {
      inputs.push(await readTensor(window, field));
    } else if (field.number === 12) {
      outputs.push(await readTensor(window, field));
    }
  }
  if (nodes === 0 || outputs.length === 0) {
    throw new OnnxDamaged('an empty graph');
  }
  return { inputs: inputs.filter(({ name }) => !weights.has(name)), outputs, weightFiles: [...weightFiles] };
}

async function readWeight(
  window: Window,
  within: Field,
  names: Set<string>,
  files: Set<string>,
): Promise<void> {
  for await (const field of fields(window, within.from, within.to)) {
    if (field.number === 8) {
      names.add(await readText(window, field));
    } else if (field.number === 13) {
      const [key, value] = await readPair(window, field);
      if (key === 'location') {
        files.add(value);
      }
    }
  }
}

async function readTensor(window: Window, within: Field): Promise<OnnxTensor> {
  let name = '';
  let elementType: number | undefined;
  let dims: readonly (number | undefined)[] | undefined;
  for await (const field of fields(window, within.from, within.to)) {
    if (field.number === 1) {
      name = await readText(window, field);
    }
    for await (const tensor of field.number === 2 ? fields(window, field.from, field.to) : []) {
      for await (const part of tensor.number === 1 ? fields(window, tensor.from, tensor.to) : []) {
        if (part.number === 1) {
          elementType = part.value;
        } else if (part.number === 2) {
          dims = await readDims(window, part);
        }
      }
    }
  }
  return { name, elementType, dims };
}

async function readDims(window: Window, within: Field): Promise<readonly (number | undefined)[]> {
  const dims: (number | undefined)[] = [];
  for await (const dim of fields(window, within.from, within.to)) {
    let length: number | undefined;
    for await (const part of fields(window, dim.from, dim.to)) {
      // A length below 1 stands for one that is not fixed.
      length = part.number === 1 && part.value > 0 && part.value < 2 ** 31 ? part.value : length;
    }
    dims.push(length);
  }
  return dims;
}

async function readPair(window: Window, within: Field): Promise<readonly [key: string, value: string]> {
  let key = '';
  let value = '';
  for await (const field of fields(window, within.from, within.to)) {
    if (field.number === 1) {
      key = await readText(window, field);
    } else if (field.number === 2) {
      value = await readText(window, field);
    }
  }
  return [key, value];
}

async function readText(window: Window, { from, to }: Field): Promise<string> {
  return (await window.bytes(from, to)).toString('utf8');
}

/** The fields of the message that lies between two offsets. */
async function* fields(window: Window, from: number, to: number): AsyncGenerator<Field> {
  let at = from;
  const readVarint = async (): Promise<number> => {
    let value = 0;
    for (let scale = 1, count = 0; count < 10; scale *= 128, count += 1) {
      const byte = at < to ? await window.byte(at) : undefined;
      if (byte === undefined) {
        break;
      }
      at += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        return value;
      }
    }
    throw new OnnxDamaged(`no number at ${at}`);
  };
  while (at < to) {
    const tag = await readVarint();
    let value = 0;
    let length = 0;
    switch (tag % 8) {
      case VARINT:
        value = await readVarint();
        break;
      case FIXED_64:
        length = 8;
        break;
      case LENGTH_DELIMITED:
        length = await readVarint();
        break;
      case FIXED_32:
        length = 4;
        break;
      default:
        throw new OnnxDamaged(`no field at ${at}`);
    }
    const start = at;
    at += length;
    if (at > to || tag < 8) {
      throw new OnnxDamaged(`no field at ${start}`);
    }
    yield { number: Math.floor(tag / 8), value, from: start, to: at };
  }
}

/** The part of a file that was read last: neighbours are usually read next. */
class Window {
  static readonly #LENGTH = 64 * 1024;
  /** A text or a name that claims more than this is no such thing. */
  static readonly #MAX_BYTES = 16 * 1024 * 1024;
  readonly size: number;
  readonly #file: FileHandle;
  #start = 0;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(file: FileHandle, size: number) {
    this.#file = file;
    this.size = size;
  }

  async byte(at: number): Promise<number | undefined> {
    if (at < this.#start || at >= this.#start + this.#bytes.length) {
      this.#bytes = await this.#read(at, Window.#LENGTH);
      this.#start = at;
    }
    return this.#bytes[at - this.#start];
  }

  async bytes(from: number, to: number): Promise<Buffer> {
    const isHere = from >= this.#start && to <= this.#start + this.#bytes.length;
    if (isHere) {
      return this.#bytes.subarray(from - this.#start, to - this.#start);
    }
    if (to - from > Window.#MAX_BYTES) {
      throw new OnnxDamaged(`a text of ${to - from} bytes`);
    }
    return this.#read(from, to - from);
  }

  async #read(position: number, length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  }
}
