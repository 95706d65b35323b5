/** Puts a finished folder into its place in the store: a half model is never found there. */
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode, toWriteError } from '../../../errors/index.ts';

/** Where models lie as long as they are not finished, and what keeps two from making the same one. */
export interface Workplace {
  /** Everything of one model. */
  readonly folder: string;
  /** The lock of `withLock`. */
  readonly lock: string;
  /** Where its files are gathered. It has the model's name, which errors then tell. */
  staging(key: string): string;
}

const PULLING = '.pulling';

/** The workplace for a model; nothing is made. */
export function workplaceOf(modelsFolder: string, name: string): Workplace {
  const folder = join(modelsFolder, PULLING, name);
  return Object.freeze({
    folder,
    lock: join(modelsFolder, PULLING, `${name}.lock`),
    staging: (key: string) => join(folder, key, name),
  });
}

/** Makes the folder that files are gathered in. @throws AppError `cannot-write`, `disk-full` */
export async function makeStaging(place: Workplace, key: string): Promise<string> {
  const folder = place.staging(key);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw toWriteError(error, folder);
  }
  return folder;
}

/**
 * Moves a finished folder to its place; what is there goes away, and so does all that is left at the workplace.
 *
 * @throws AppError `cannot-write`
 */
export async function install(staging: string, target: string, place: Workplace): Promise<void> {
  const old = join(place.folder, 'old');
  try {
    await rm(old, { recursive: true, force: true });
    await rename(target, old).catch((error: unknown) => {
      if (systemCode(error) !== 'ENOENT') {
        throw error;
      }
    });
    await rename(staging, target);
  } catch (error) {
    throw toWriteError(error, target);
  }
  await clear(place);
}

/** Removes the folders at the workplace in which nothing was gathered. */
export async function clearEmpty(place: Workplace, key: string): Promise<void> {
  const staging = place.staging(key);
  for (const folder of [staging, dirname(staging), place.folder]) {
    await rmdir(folder).catch(() => {});
  }
}

/** Removes what lies at the workplace. */
export async function clear(place: Workplace): Promise<void> {
  await rm(place.folder, { recursive: true, force: true });
}
