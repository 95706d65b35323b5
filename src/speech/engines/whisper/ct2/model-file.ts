/**
 * Reads `model.bin` of CTranslate2, in which the faster-whisper models are published. The file is not trusted: every
 * length in it is held against the file's own. Tensors stay in the file until they are asked for.
 *
 * Layout, little-endian: version, text kind, revision, count, then so many tensors: text name, 8-bit rank, dimensions,
 * 8-bit type, length, data; then a count of other names: text alias, text name. Numbers have 32 bits where nothing else
 * is said; a text is its 16-bit length with a closing zero, and both.
 */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { quoted } from '../../../../errors/index.ts';
import { modelDamaged, modelNotRead, modelUnfit } from '../model-errors.ts';

/** Versions of the layout as above; older ones put the type of a tensor in another way. */
const OLDEST_VERSION = 4;
const NEWEST_VERSION = 6;
/** More tensors and dimensions than any model has. */
const MAX_TENSORS = 20_000;
const MAX_RANK = 8;
/** What is read at once to find where a tensor begins. */
const HEADER_BYTES = 4_096;
/** Scalars are flags of the conversion; what is larger is what was trained. */
const MAX_SCALAR_BYTES = 4;

/** Element types by their number in the file, with their sizes. */
const DTYPES = [
  { dtype: 'float32', bytes: 4 },
  { dtype: 'int8', bytes: 1 },
  { dtype: 'int16', bytes: 2 },
  { dtype: 'int32', bytes: 4 },
  { dtype: 'float16', bytes: 2 },
  { dtype: 'bfloat16', bytes: 2 },
] as const;

/** A tensor, and where it lies in the file. */
export interface StoredTensor {
  /** The name that the data is stored under, also when it was found by another. */
  readonly name: string;
  /** Empty for a scalar. */
  readonly shape: readonly number[];
  readonly dtype: (typeof DTYPES)[number]['dtype'];
  readonly offset: number;
  readonly bytes: number;
}

/** An open file whose structure is sound. */
export interface ModelFile {
  readonly path: string;
  /** By name, other names included. */
  readonly tensors: ReadonlyMap<string, StoredTensor>;
  /**
   * The data of a tensor.
   *
   * @throws AppError `model-damaged` when the file has become shorter
   */
  read(tensor: StoredTensor): Promise<Uint8Array>;
  /**
   * SHA-256 over name, shape, type and data of every tensor of more than 4 bytes, sorted by name: the same for each
   * file that holds the same weights, whatever the flags of its conversion. 64 hexadecimal digits.
   */
  tensorsSha256(signal?: AbortSignal): Promise<string>;
  close(): Promise<void>;
}

/**
 * Opens a model file and reads where its tensors are.
 *
 * @param kind what it has to be, such as `WhisperSpec`
 * @throws AppError `model-missing`, `model-unreadable`, `model-damaged`; `model-unfit` when it is no CTranslate2 file, or
 *   holds another kind of model
 */
export async function openModelFile(path: string, kind: string): Promise<ModelFile> {
  const handle = await open(path).catch((error: unknown) => {
    throw modelNotRead(path, error);
  });
  try {
    const tensors = await readTensors(handle, path, kind);
    const read = async ({ name, offset, bytes }: StoredTensor): Promise<Uint8Array> => {
      const data = await readAt(handle, offset, bytes);
      if (data.length < bytes) {
        throw modelDamaged(path, `the file ends within ${quoted(name)}`);
      }
      return data;
    };
    return {
      path,
      tensors,
      read,
      async tensorsSha256(signal) {
        const hash = createHash('sha256');
        for (const name of [...tensors.keys()].sort()) {
          signal?.throwIfAborted();
          const tensor = tensors.get(name);
          if (tensor !== undefined && tensor.bytes > MAX_SCALAR_BYTES) {
            hash.update(`${name}${JSON.stringify(tensor.shape)}${tensor.dtype}`);
            hash.update(await read(tensor));
          }
        }
        return hash.digest('hex');
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readTensors(
  handle: FileHandle,
  path: string,
  kind: string,
): Promise<ReadonlyMap<string, StoredTensor>> {
  const { size } = await handle.stat();
  const file = createCursor(handle, size, path);
  const version = await file.integer(4);
  if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
    throw modelUnfit(path, `it is no file of CTranslate2, or one of version ${version}`);
  }
  const found = await file.text();
  if (found !== kind) {
    throw modelUnfit(path, `it holds a ${quoted(found)}, not a ${kind}`);
  }
  await file.integer(4);

  const tensors = new Map<string, StoredTensor>();
  const count = await file.integer(4);
  if (count > MAX_TENSORS) {
    throw modelDamaged(path, `it says that it has ${count} tensors`);
  }
  for (let index = 0; index < count; index += 1) {
    const tensor = await readTensor(file, path);
    if (tensors.has(tensor.name)) {
      throw modelDamaged(path, `${quoted(tensor.name)} is there twice`);
    }
    tensors.set(tensor.name, tensor);
  }
  const aliases = await file.integer(4);
  for (let index = 0; index < aliases; index += 1) {
    const alias = await file.text();
    const name = await file.text();
    const tensor = tensors.get(name);
    if (tensor === undefined || tensors.has(alias)) {
      throw modelDamaged(path, `${quoted(alias)} is no other name of ${quoted(name)}`);
    }
    tensors.set(alias, tensor);
  }
  if (file.position !== size) {
    throw modelDamaged(path, `${size - file.position} bytes follow its end`);
  }
  return tensors;
}

async function readTensor(file: Cursor, path: string): Promise<StoredTensor> {
  const name = await file.text();
  const rank = await file.integer(1);
  if (rank > MAX_RANK) {
    throw modelDamaged(path, `${quoted(name)} has ${rank} dimensions`);
  }
  const shape: number[] = [];
  for (let dimension = 0; dimension < rank; dimension += 1) {
    shape.push(await file.integer(4));
  }
  const type = await file.integer(1);
  const element = DTYPES[type];
  if (element === undefined) {
    throw modelDamaged(path, `${quoted(name)} has the unknown type ${type}`);
  }
  const bytes = await file.integer(4);
  if (bytes !== shape.reduce((product, length) => product * length, element.bytes)) {
    throw modelDamaged(path, `${quoted(name)} of ${shape.join(' × ')} has ${bytes} bytes`);
  }
  return { name, shape, dtype: element.dtype, offset: file.skip(bytes), bytes };
}

/** Goes through a file from its start, and never past its end. */
interface Cursor {
  readonly position: number;
  /** The next unsigned number, of 1, 2 or 4 bytes. */
  integer(bytes: 1 | 2 | 4): Promise<number>;
  text(): Promise<string>;
  /** Goes on without reading, and gives the position that was left. */
  skip(bytes: number): number;
}

function createCursor(handle: FileHandle, size: number, path: string): Cursor {
  let position = 0;
  let window = Buffer.alloc(0);
  let windowStart = 0;

  const skip = (bytes: number): number => {
    const start = position;
    if (bytes > size - position) {
      throw modelDamaged(path, `it ends at byte ${size}, and should have ${start + bytes} at least`);
    }
    position += bytes;
    return start;
  };
  const take = async (bytes: number): Promise<Buffer> => {
    const start = skip(bytes);
    if (start < windowStart || start + bytes > windowStart + window.length) {
      window = await readAt(handle, start, Math.max(bytes, HEADER_BYTES));
      windowStart = start;
    }
    const taken = window.subarray(start - windowStart, start - windowStart + bytes);
    if (taken.length < bytes) {
      throw modelDamaged(path, 'it became shorter while it was read');
    }
    return taken;
  };
  const integer = async (bytes: 1 | 2 | 4): Promise<number> => (await take(bytes)).readUIntLE(0, bytes);
  return {
    get position() {
      return position;
    },
    integer,
    async text() {
      const start = position;
      const bytes = await take(await integer(2));
      if (bytes.indexOf(0) !== bytes.length - 1) {
        throw modelDamaged(path, `there is no text at byte ${start}`);
      }
      return bytes.toString('latin1', 0, bytes.length - 1);
    },
    skip,
  };
}

/** Bytes at a place of a file; fewer when it ends before. One read of the system takes no more than 2 GiB. */
async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(
      bytes,
      filled,
      Math.min(length - filled, 2 ** 30),
      position + filled,
    );
    if (bytesRead === 0) {
      break;
    }
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
