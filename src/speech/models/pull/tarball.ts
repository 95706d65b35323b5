/** Takes files out of a tarball of the npm registry, once its hash has shown that it is the one that is meant. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { SourceFailure } from './source.ts';

const BLOCK_BYTES = 512;

/** Whether a file is the one that an npm integrity (`sha512-…`) stands for. */
export async function hasIntegrity(path: string, integrity: string, signal: AbortSignal): Promise<boolean> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash, { signal });
  return `sha512-${hash.digest('base64')}` === integrity;
}

/**
 * Every regular file of a gzipped tarball with its bytes, in the form that npm writes (POSIX ustar).
 *
 * @throws SourceFailure when it is cut off or is none
 */
export async function* readTarball(
  path: string,
): AsyncGenerator<{ readonly path: string; readonly bytes: () => Promise<Buffer> }, void, undefined> {
  const packed = createReadStream(path);
  const unpacked = createGunzip();
  packed.on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  const take = takerOf(unpacked);
  try {
    for (;;) {
      const header = await take(BLOCK_BYTES);
      if (header.every((byte) => byte === 0)) {
        return;
      }
      const size = Number.parseInt(textOf(header, 124, 136), 8);
      const padded = Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
      let body: Promise<Buffer> | undefined;
      const read = (): Promise<Buffer> => (body ??= take(padded));
      const prefix = textOf(header, 345, 500);
      const name = textOf(header, 0, 100);
      if (['0', '\0'].includes(String.fromCharCode(header[156] ?? 0))) {
        yield {
          path: prefix === '' ? name : `${prefix}/${name}`,
          bytes: async () => (await read()).subarray(0, size),
        };
      }
      await read();
    }
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
}

/** Takes exact numbers of bytes out of a stream. */
function takerOf(source: AsyncIterable<Buffer>): (bytes: number) => Promise<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return async (bytes) => {
    const parts: Buffer[] = [];
    for (let left = bytes; left > 0;) {
      if (rest.length === 0) {
        const next = await chunks.next();
        if (next.done === true) {
          throw new SourceFailure('the package is cut off');
        }
        rest = next.value;
      }
      const part = rest.subarray(0, left);
      rest = rest.subarray(part.length);
      left -= part.length;
      parts.push(part);
    }
    return Buffer.concat(parts);
  };
}

/** A field of a header: text that a zero byte or the field's end closes. */
function textOf(header: Buffer, from: number, to: number): string {
  return header.toString('utf8', from, to).replace(/\0.*$/s, '').trim();
}
