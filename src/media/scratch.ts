/** A temporary folder of our own: keeps standard input while it is analysed, and sweeps what earlier runs left. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemCode, toWriteError } from '../errors/index.ts';
import { requireSize } from './inspect/open-recording.ts';

/** How the folder is kept. */
export interface ScratchOptions {
  /** The folder. Made, for this user alone, when it is first needed. */
  readonly folder: string;
  /** The age from which a file counts as left behind, in milliseconds. */
  readonly retentionMs: number;
  /** Whether {@link Scratch.sweep} deletes anything. */
  readonly cleanUp: boolean;
}

/** A stream that is now a file. */
export interface Spooled {
  readonly path: string;
  readonly bytes: number;
  /** Deletes the file. Idempotent. */
  dispose(): Promise<void>;
}

/** How to keep a stream. */
export interface SpoolOptions {
  /** Ends the reading of the stream; nothing is left of the file. */
  readonly signal: AbortSignal;
  /** The most that is kept, in bytes. */
  readonly maxBytes: number;
  /** What the owner calls the stream, for errors. Default: `-`. */
  readonly name?: string;
}

/** The folder of temporary files. */
export interface Scratch {
  /**
   * Deletes the files that an earlier run left here, by age and by their names: a file that is not ours is never
   * touched, nor is a folder or a link.
   *
   * @returns how many were deleted
   */
  sweep(): Promise<number>;
  /**
   * Writes a stream to a file, readable by this user alone. Dispose of it when done.
   *
   * @throws AppError `disk-full`, `cannot-write`, `file-too-large`, `file-empty`; the signal's reason; the stream's
   *   own error. The file is gone then.
   */
  spool(readable: Readable, options: SpoolOptions): Promise<Spooled>;
}

/** The names of our files, and of no others. */
const OWN_NAME = /^speech-coach-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** See {@link Scratch}. Touches nothing by itself. */
export function createScratch({ folder, retentionMs, cleanUp }: ScratchOptions): Scratch {
  const scratch: Scratch = {
    async sweep() {
      if (!cleanUp) {
        return 0;
      }
      const oldestMs = Date.now() - retentionMs;
      const names = await listOwn(folder);
      const swept = await Promise.all(names.map((name) => deleteIfOlder(join(folder, name), oldestMs)));
      return swept.filter(Boolean).length;
    },

    async spool(readable, { signal, maxBytes, name = '-' }) {
      const path = join(folder, `speech-coach-${randomUUID()}.tmp`);
      const dispose = (): Promise<void> => rm(path, { force: true });
      let bytes = 0;

      async function* measured(
        chunks: AsyncIterable<Uint8Array>,
      ): AsyncGenerator<Uint8Array, void, undefined> {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          requireSize(bytes, { name, maxBytes });
          yield chunk;
        }
        requireSize(bytes, { name, maxBytes });
      }

      try {
        signal.throwIfAborted();
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
        await pipeline(readable, measured, file, { signal });
        return { path, bytes, dispose };
      } catch (error) {
        // What kept the file from being made may keep it from being deleted; the first failure is the one to tell.
        await dispose().catch(() => {});
        signal.throwIfAborted();
        throw writeError(error, folder);
      }
    },
  };
  return Object.freeze(scratch);
}

async function listOwn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => OWN_NAME.test(name));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') {
      return [];
    }
    throw writeError(error, folder);
  }
}

/** Whether it was deleted. Another run may be faster: then it was not. */
async function deleteIfOlder(path: string, oldestMs: number): Promise<boolean> {
  try {
    const stats = await lstat(path);
    if (!stats.isFile() || stats.mtimeMs >= oldestMs) {
      return false;
    }
    await rm(path);
    return true;
  } catch {
    return false;
  }
}

/** The system's refusals to write. */
const CANNOT_WRITE: ReadonlySet<string> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EACCES',
  'EPERM',
  'EROFS',
  'EEXIST',
  'ENOENT',
  'ENOTDIR',
]);

/** A refusal to write into `folder` as an error of the table; any other error as it is. */
function writeError(error: unknown, folder: string): unknown {
  return CANNOT_WRITE.has(systemCode(error)) ? toWriteError(error, folder) : error;
}
