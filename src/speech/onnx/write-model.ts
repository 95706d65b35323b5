/** Writes a described graph as an ONNX model: into files, with the weights beside the graph, or into memory. */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import type { Graph, TensorInfo } from './graph.ts';
import { ELEMENT_TYPES } from './graph.ts';
import type { Pieces } from './wire.ts';
import { bytesField, integerField, join, lengthOf, textField } from './wire.ts';

/** ONNX 1.12: the oldest version of the format and of its operators that has all that is used here. */
const IR_VERSION = 8;
const OPERATORS = 17;
const PRODUCER = 'speech-coach';

/** A protobuf message may have 2 GiB, less one byte. */
const MAX_MESSAGE_BYTES = 2 ** 31 - 1;
/** Where tensors begin in a file of weights: what vector instructions like best. */
const ALIGNMENT_BYTES = 64;
/** Smaller tensors stay in the graph, where shapes are worked out from them. */
const MIN_BESIDE_BYTES = 1_024;

/** A file that was written. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/**
 * Writes `<graph name>.onnx` and `<graph name>.weights`. Weights are mapped into memory from there by the runtime,
 * which halves the time to load them, and may have any size. One group of weights is in memory at a time.
 *
 * @param folder exists, and has none of these files
 * @throws what the file system throws; the signal's reason, between two weights
 */
export async function writeModel(
  graph: Graph,
  folder: string,
  signal?: AbortSignal,
): Promise<readonly WrittenFile[]> {
  const name = `${graph.name}.weights`;
  const weights = await openNew(joinPath(folder, name));
  const files: WrittenFile[] = [];
  try {
    const model = await encode(graph, signal, async (data) => {
      if (data.length < MIN_BESIDE_BYTES) {
        return insideFields(data);
      }
      await weights.append(new Uint8Array(-weights.length & (ALIGNMENT_BYTES - 1)));
      const fields = besideFields(name, weights.length, data.length);
      await weights.append(data);
      return fields;
    });
    files.push({ name, ...weights.facts() });
    const file = await openNew(joinPath(folder, `${graph.name}.onnx`));
    try {
      await file.append(join(model));
      files.push({ name: `${graph.name}.onnx`, ...file.facts() });
    } finally {
      await file.close();
    }
  } finally {
    await weights.close();
  }
  return files;
}

/**
 * The model as one array, weights inside.
 *
 * @returns undefined when it would be larger than a protobuf message can be
 * @throws the signal's reason, between two weights
 */
export async function modelBytes(graph: Graph, signal?: AbortSignal): Promise<Uint8Array | undefined> {
  const model = await encode(graph, signal, insideFields);
  return lengthOf(model) > MAX_MESSAGE_BYTES ? undefined : join(model);
}

/** A ModelProto. `place` puts a tensor's data somewhere and says where, in fields of its TensorProto. */
async function encode(
  graph: Graph,
  signal: AbortSignal | undefined,
  place: (data: Uint8Array) => Pieces | Promise<Pieces>,
): Promise<Pieces> {
  const initializers: Uint8Array[] = [];
  for (const weights of graph.weights) {
    signal?.throwIfAborted();
    const loaded = await weights.load();
    for (const [index, tensor] of weights.tensors.entries()) {
      const fields = await place(loaded[index] ?? new Uint8Array());
      initializers.push(...bytesField(5, [...tensorFields(tensor), ...fields]));
    }
  }
  const body = [
    ...graph.nodes,
    ...textField(2, graph.name),
    ...initializers,
    ...graph.inputs,
    ...graph.outputs,
  ];
  return [
    ...integerField(1, IR_VERSION),
    ...textField(2, PRODUCER),
    ...bytesField(7, body),
    ...operatorSet('', OPERATORS),
    ...operatorSet('com.microsoft', 1),
  ];
}

function operatorSet(domain: string, version: number): Pieces {
  return bytesField(8, [...textField(1, domain), ...integerField(2, version)]);
}

function tensorFields({ name, type, dims }: TensorInfo): Pieces {
  return [
    ...dims.flatMap((size) => integerField(1, size)),
    ...integerField(2, ELEMENT_TYPES[type]),
    ...textField(8, name),
  ];
}

/** TensorProto.raw_data. */
function insideFields(data: Uint8Array): Pieces {
  return bytesField(9, [data]);
}

/** TensorProto.external_data, and data_location = EXTERNAL. */
function besideFields(location: string, offset: number, length: number): Pieces {
  const entries = Object.entries({ location, offset, length }).flatMap(([key, value]) =>
    bytesField(13, [...textField(1, key), ...textField(2, String(value))]),
  );
  return [...entries, ...integerField(14, 1)];
}

/** A new file that is hashed as it grows. */
async function openNew(path: string): Promise<{
  readonly length: number;
  append(data: Uint8Array): Promise<void>;
  facts(): { readonly bytes: number; readonly sha256: string };
  close(): Promise<void>;
}> {
  const handle = await open(path, 'wx');
  const hash = createHash('sha256');
  let length = 0;
  return {
    get length() {
      return length;
    },
    async append(data) {
      await writeAll(handle, data);
      hash.update(data);
      length += data.length;
    },
    facts: () => ({ bytes: length, sha256: hash.digest('hex') }),
    close: () => handle.close(),
  };
}

/** A single write takes no more than 2 GiB, and may take less than it was given. */
async function writeAll(handle: FileHandle, data: Uint8Array): Promise<void> {
  let at = 0;
  while (at < data.length) {
    const { bytesWritten } = await handle.write(data, at, Math.min(data.length - at, 2 ** 30));
    at += bytesWritten;
  }
}
