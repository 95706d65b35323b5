/** Writes a result whole or not at all: a reader never sees half of it. */
import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { toWriteError } from '../errors/index.ts';

/**
 * Makes a folder for results, with those above it.
 *
 * @throws AppError `cannot-write`, `disk-full`
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw toWriteError(error, folder);
  }
}

/**
 * Writes `text` into a new file beside `path`, then puts it in its place.
 *
 * @throws AppError `cannot-write`, `disk-full`; the signal's reason. Nothing is left behind then.
 */
export async function writeWhole(path: string, text: string, signal: AbortSignal): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.speech-coach-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, text, { flag: 'wx', signal });
    await rename(temporary, path);
  } catch (error) {
    // What kept it from being written may keep it from being deleted; the first failure is the one to tell.
    await rm(temporary, { force: true }).catch(() => {});
    signal.throwIfAborted();
    throw toWriteError(error, path, folder);
  }
}
