/** Reads the .tgz files of the npm registry as a stream, so that no tar program is needed. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** @typedef {{ readonly path: string, readonly bytes: number, readonly sha256: string }} Unpacked */
/** @typedef {{ readonly path: string, readonly type: string, readonly bytes: number }} Header */

const BLOCK_BYTES = 512;
/** A longer name than this is an attack on memory, not a name. */
const MAX_NAME_BYTES = 64 * 1024;

/** The tarball is not one, is cut short, or names a place outside itself. */
export class TarballError extends Error {}

/**
 * Writes chosen regular files of a gzipped tarball to disk, overwriting.
 *
 * @param {string} tarball path of the .tgz
 * @param {(path: string) => string | undefined} destinationOf where an entry goes; undefined leaves it out
 * @returns {Promise<Unpacked[]>} what was written, by its path in the tarball, with size and digest
 * @throws {TarballError} at a damaged or cut tarball, and at any entry that points outside of it
 */
export async function unpackTarball(tarball, destinationOf) {
  const file = createReadStream(tarball);
  const unzipped = createGunzip();
  // A read error must reach the one who reads the entries: destroy() hands it on.
  file.on('error', (error) => unzipped.destroy(error)).pipe(unzipped);
  const reader = createReader(unzipped);
  /** @type {Unpacked[]} */
  const unpacked = [];
  try {
    for (let entry = await nextEntry(reader); entry !== undefined; entry = await nextEntry(reader)) {
      const destination = entry.type === 'file' ? destinationOf(entry.path) : undefined;
      if (destination === undefined) {
        await reader.skip(entry.bytes);
      } else {
        const hash = createHash('sha256');
        await pipeline(reader.stream(entry.bytes), hashed(hash), createWriteStream(destination));
        unpacked.push({ path: entry.path, bytes: entry.bytes, sha256: hash.digest('hex') });
      }
      await reader.skip(paddingOf(entry.bytes));
    }
  } catch (error) {
    throw isZlibError(error) ? new TarballError(`it cannot be unzipped (${error.message})`) : error;
  } finally {
    file.destroy();
    unzipped.destroy();
  }
  return unpacked;
}

/** @param {import('node:crypto').Hash} hash */
function hashed(hash) {
  /** @param {AsyncIterable<Buffer>} source */
  return async function* (source) {
    for await (const part of source) {
      hash.update(part);
      yield part;
    }
  };
}

/**
 * Takes exact numbers of bytes out of a stream of chunks.
 *
 * @param {AsyncIterable<Buffer>} source
 */
function createReader(source) {
  const chunks = source[Symbol.asyncIterator]();
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);

  /** @param {number} bytes */
  async function* stream(bytes) {
    for (let left = bytes; left > 0;) {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done === true) {
          throw new TarballError('it ends too early');
        }
        rest = next.value;
      }
      const part = rest.subarray(0, left);
      rest = rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  return {
    stream,
    /** @param {number} bytes */
    async take(bytes) {
      const parts = [];
      for await (const part of stream(bytes)) {
        parts.push(part);
      }
      return Buffer.concat(parts);
    },
    /** @param {number} bytes */
    async skip(bytes) {
      const parts = stream(bytes);
      while ((await parts.next()).done !== true) {
        // Passed over.
      }
    },
  };
}

/**
 * The next file, folder or link, with the long name that may stand in extra entries before it.
 *
 * @param {ReturnType<typeof createReader>} reader
 * @returns {Promise<Header | undefined>} undefined at the end of the archive
 */
async function nextEntry(reader) {
  /** @type {string | undefined} */
  let longPath;
  for (;;) {
    const block = await reader.take(BLOCK_BYTES);
    if (block.every((byte) => byte === 0)) {
      return undefined;
    }
    const header = headerOf(block);
    switch (header.type) {
      case 'L': // GNU: the body is the name of the next entry.
        longPath = textOf(await bodyOf(reader, header.bytes));
        break;
      case 'x': // pax: records "length key=value\n" about the next entry.
        longPath = paxPathOf(await bodyOf(reader, header.bytes)) ?? longPath;
        break;
      case 'g': // pax about all that follow: nothing that matters here.
      case 'K': // GNU: a long link target; links are left out.
        await reader.skip(header.bytes + paddingOf(header.bytes));
        break;
      default: {
        const path = longPath ?? header.path;
        refuseEscape(path);
        return { ...header, path };
      }
    }
  }
}

/**
 * @param {ReturnType<typeof createReader>} reader
 * @param {number} bytes
 */
async function bodyOf(reader, bytes) {
  if (bytes > MAX_NAME_BYTES) {
    throw new TarballError('it has a name without end');
  }
  const body = await reader.take(bytes);
  await reader.skip(paddingOf(bytes));
  return body;
}

/**
 * The fields of a header block (POSIX ustar; names are split over `name` and `prefix`).
 *
 * @param {Buffer} block
 * @returns {Header}
 */
function headerOf(block) {
  const sum = Number.parseInt(textOf(block.subarray(148, 156)), 8);
  // The checksum counts its own eight bytes as spaces.
  const counted = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  if (sum !== counted) {
    throw new TarballError('a header has a wrong checksum');
  }
  const isUstar = block.toString('latin1', 257, 262) === 'ustar';
  const prefix = isUstar ? textOf(block.subarray(345, 500)) : '';
  const name = textOf(block.subarray(0, 100));
  const flag = String.fromCharCode(block[156] ?? 0);
  return {
    path: prefix === '' ? name : `${prefix}/${name}`,
    type: flag === '0' || flag === '\0' ? 'file' : flag,
    bytes: sizeOf(block.subarray(124, 136)),
  };
}

/**
 * An octal number, or the binary form that GNU tar uses from 8 GB on.
 *
 * @param {Buffer} field
 */
function sizeOf(field) {
  const isBinary = ((field[0] ?? 0) & 0x80) !== 0;
  const bytes = isBinary ? Number(field.readBigUInt64BE(4)) : Number.parseInt(textOf(field).trim() || '0', 8);
  if (!Number.isSafeInteger(bytes) || bytes < 0) {
    throw new TarballError('a header has an impossible size');
  }
  return bytes;
}

/** @param {Buffer} records */
function paxPathOf(records) {
  /** @type {string | undefined} */
  let path;
  for (let at = 0; at < records.length;) {
    const space = records.indexOf(' ', at);
    const length = Number.parseInt(records.toString('latin1', at, space), 10);
    if (space < 0 || !(length > space - at)) {
      throw new TarballError('a pax record is damaged');
    }
    const [key, ...value] = records.toString('utf8', space + 1, at + length - 1).split('=');
    if (key === 'path') {
      path = value.join('=');
    }
    at += length;
  }
  return path;
}

/** @param {string} path */
function refuseEscape(path) {
  if (/^([/\\]|[a-z]:)/i.test(path) || path.split(/[/\\]/).includes('..')) {
    throw new TarballError(`it names a place outside itself: ${path}`);
  }
}

/** @param {Buffer} field text that a zero byte or the field's end closes */
function textOf(field) {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

/** @param {number} bytes */
function paddingOf(bytes) {
  return (BLOCK_BYTES - (bytes % BLOCK_BYTES)) % BLOCK_BYTES;
}

/**
 * @param {unknown} error
 * @returns {error is Error}
 */
function isZlibError(error) {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
