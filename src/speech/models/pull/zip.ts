/** Reads the files in a zip archive, such as a Python wheel, as streams. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { SourceFailure } from './source.ts';

/** A file in an archive. */
export interface ZipEntry {
  readonly path: string;
  /** Its bytes, unpacked. */
  open(): Promise<Readable>;
}

/** What an archive without a comment ends with, and the longest comment there may be. */
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** Stands for "in the 64-bit fields", which no wheel of this size has. */
const NOT_HERE = 0xffffffff;

/**
 * Lists an archive by its central directory (PKWARE, APPNOTE 6.3.10, section 4.3). Archives over 4 GB, encrypted ones
 * and compression other than deflate are refused.
 *
 * @throws SourceFailure when it is none of these, or is cut off
 */
export async function readZip(path: string): Promise<readonly ZipEntry[]> {
  const file = await open(path);
  try {
    const directory = await readDirectory(file);
    return [...entriesOf(directory)].map(({ name, method, offset, packedBytes }) => ({
      path: name,
      open: () => openEntry(path, { method, offset, packedBytes }),
    }));
  } finally {
    await file.close();
  }
}

interface Packed {
  readonly method: number;
  readonly offset: number;
  readonly packedBytes: number;
}

async function readDirectory(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - END_BYTES - MAX_COMMENT_BYTES), size);
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || at + END_BYTES > tail.length || tail.readUInt32LE(at) !== END_SIGNATURE) {
    throw new SourceFailure('the package is cut off');
  }
  const bytes = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  if (offset === NOT_HERE || offset + bytes > size) {
    throw new SourceFailure('the package is damaged');
  }
  return readAt(file, offset, offset + bytes);
}

function* entriesOf(directory: Buffer): Generator<Packed & { readonly name: string }> {
  for (let at = 0; at + 46 <= directory.length;) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) {
      throw new SourceFailure('the package is damaged');
    }
    const nameBytes = directory.readUInt16LE(at + 28);
    const otherBytes = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    yield {
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    };
    at += 46 + nameBytes + otherBytes;
  }
}

/** The local header has lengths of its own, after which the bytes begin. */
async function openEntry(path: string, { method, offset, packedBytes }: Packed): Promise<Readable> {
  const file = await open(path);
  let start: number;
  try {
    const header = await readAt(file, offset, offset + 30);
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
      throw new SourceFailure('the package is damaged');
    }
    start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
  if (packedBytes === 0) {
    return Readable.from([]);
  }
  const packed = createReadStream(path, { start, end: start + packedBytes - 1, highWaterMark: 2 ** 20 });
  switch (method) {
    case 0:
      return packed;
    case 8: {
      const unpacked = createInflateRaw();
      packed.on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
      return unpacked;
    }
    default:
      throw new SourceFailure(`the package is compressed by method ${method}`);
  }
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
  return buffer.subarray(0, bytesRead);
}
