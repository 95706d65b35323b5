/** Whether the disk has room for what is to come: asked before the first byte. */
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../../errors/index.ts';

/** Left for everybody else. */
const SPARE_BYTES = 64 * 2 ** 20;
const MEGABYTE = 1e6;

/**
 * @param folder where it will lie; need not be there yet
 * @throws AppError `disk-too-small`
 */
export async function requireDisk(folder: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await nearestDisk(folder);
  const freeBytes = bavail * bsize;
  if (freeBytes < neededBytes + SPARE_BYTES) {
    throw new AppError('disk-too-small', {
      folder,
      neededMegabytes: Math.ceil((neededBytes + SPARE_BYTES) / MEGABYTE),
      freeMegabytes: Math.floor(freeBytes / MEGABYTE),
    });
  }
}

async function nearestDisk(path: string): Promise<{ readonly bavail: number; readonly bsize: number }> {
  for (let folder = path; ; folder = dirname(folder)) {
    try {
      return await statfs(folder);
    } catch (error) {
      if (folder === dirname(folder)) {
        throw error;
      }
    }
  }
}
