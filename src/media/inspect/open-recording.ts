/** Opens a recording for reading after checking that it is one regular, readable, non-empty file within limits. */
import { constants } from 'node:fs';
import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import { AppError, systemCode } from '../../errors/index.ts';

/** An opened recording. Close the handle. */
export interface OpenRecording {
  readonly handle: FileHandle;
  readonly bytes: number;
}

/** What the errors need. */
export interface OpenOptions {
  /** What the owner calls the file. */
  readonly name: string;
  readonly maxBytes: number;
}

/**
 * Opens `path`.
 *
 * @throws AppError, by the first that applies: `file-not-found`, `not-a-file` (a folder, device, pipe or socket),
 *   `file-unreadable`, `file-empty`, `file-too-large`
 */
export async function openRecording(path: string, options: OpenOptions): Promise<OpenRecording> {
  // Looked at before it is opened: opening a pipe waits for a writer, and opening a device may move it.
  requireFile(await attempt(() => stat(path), options), options);
  const handle = await attempt(() => open(path, constants.O_RDONLY | constants.O_NONBLOCK), options);
  try {
    // And again by its handle: another file may have taken the name in between.
    const stats = await handle.stat();
    requireFile(stats, options);
    requireSize(stats.size, options);
    return { handle, bytes: stats.size };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The limit on the size, also for a file that grows while it is read. */
export function requireSize(bytes: number, { name, maxBytes }: OpenOptions): void {
  if (bytes === 0) {
    throw new AppError('file-empty', { file: name });
  }
  if (bytes > maxBytes) {
    throw new AppError('file-too-large', {
      file: name,
      megabytes: toMegabytes(bytes),
      maxMegabytes: toMegabytes(maxBytes),
    });
  }
}

/** Whole megabytes of 1,048,576 bytes, rounded up, so that what passes a limit never looks equal to it. */
function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 ** 2);
}

function requireFile(stats: Stats, { name }: OpenOptions): void {
  if (!stats.isFile()) {
    throw new AppError('not-a-file', { file: name });
  }
}

async function attempt<T>(action: () => Promise<T>, { name }: OpenOptions): Promise<T> {
  try {
    return await action();
  } catch (error) {
    switch (systemCode(error)) {
      case 'ENOENT':
      case 'ENOTDIR':
      case 'ENAMETOOLONG':
      case 'ELOOP':
        throw new AppError('file-not-found', { file: name }, { cause: error });
      case 'EACCES':
      case 'EPERM':
        throw new AppError('file-unreadable', { file: name }, { cause: error });
      case 'ENXIO':
      case 'ENODEV':
        throw new AppError('not-a-file', { file: name }, { cause: error });
      default:
        throw error;
    }
  }
}
