/** Writes a file of a model from streams, and gives it its name only when its hash is right. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemCode, toWriteError } from '../../../errors/index.ts';
import type { PinnedFile } from '../model-entry.ts';
import { SourceFailure } from './source.ts';

/** What a file is written from. */
export interface WriteOptions {
  /** Opened one after the other; joined they are the file. */
  readonly parts: readonly (() => Promise<Readable>)[];
  readonly signal: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
  /** There must not be more: a package may unpack to any size. Default: no limit. */
  readonly maxBytes?: number;
}

/**
 * Writes a file whatever it holds.
 *
 * @returns its size and hash
 * @throws SourceFailure when it is larger than it may be; AppError `disk-full`, `cannot-write`; the signal's reason; what
 *   reading throws. Nothing is left of it then.
 */
export async function writeHashed(
  path: string,
  { parts, signal, onBytes, maxBytes = Infinity }: WriteOptions,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* joined(): AsyncGenerator<Buffer, void, undefined> {
    for (const open of parts) {
      for await (const chunk of await open()) {
        hash.update(chunk);
        bytes += chunk.length;
        if (bytes > maxBytes) {
          throw new SourceFailure(`more than ${maxBytes} bytes`);
        }
        onBytes?.(bytes);
        yield chunk;
      }
    }
  }
  const part = `${path}.part`;
  const file = createWriteStream(part, { flush: true });
  let writing: unknown;
  file.on('error', (error) => {
    writing = error;
  });
  try {
    await pipeline(joined, file, { signal });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    signal.throwIfAborted();
    throw writing === error && systemCode(error).startsWith('E')
      ? toWriteError(error, path, dirname(path))
      : error;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/**
 * Writes a file whose bytes are known beforehand.
 *
 * @throws SourceFailure when they are others, and what {@link writeHashed} throws. Nothing is left of it then.
 */
export async function writePinned(path: string, expected: PinnedFile, options: WriteOptions): Promise<void> {
  const staged = `${path}.new`;
  const found = await writeHashed(staged, { ...options, maxBytes: expected.bytes });
  if (found.sha256 !== expected.sha256) {
    await rm(staged, { force: true });
    throw new SourceFailure(`${expected.path}: wrong sha256`);
  }
  await rename(staged, path);
}
