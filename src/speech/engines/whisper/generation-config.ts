/** `config.json` of a CTranslate2 Whisper folder: which tokens its makers never let it write. */
import { join } from 'node:path';
import { z } from 'zod';
import { modelUnfit } from './model-errors.ts';
import { readModelJson } from './model-text.ts';

const ids = z.array(z.int().nonnegative()).readonly().nullish();
const generationConfig = z.object({ suppress_ids: ids, suppress_ids_begin: ids });

/** Tokens that are not written. */
export interface Suppressed {
  readonly always: readonly number[];
  /** At the start of a text, in addition. */
  readonly atStart: readonly number[];
}

/**
 * Reads which tokens are not written.
 *
 * @param vocabularySize every token has to be below it
 * @throws AppError `model-missing`, `model-unreadable`, `model-damaged`, `model-unfit`, each with the file
 */
export async function readSuppressed(folder: string, vocabularySize: number): Promise<Suppressed> {
  const path = join(folder, 'config.json');
  const { success, data, error } = generationConfig.safeParse(await readModelJson(path));
  if (!success) {
    throw modelUnfit(path, 'suppress_ids are no list of tokens', error);
  }
  const { suppress_ids, suppress_ids_begin } = data;
  const suppressed = { always: suppress_ids ?? [], atStart: suppress_ids_begin ?? [] };
  const outside = [...suppressed.always, ...suppressed.atStart].find((id) => id >= vocabularySize);
  if (outside !== undefined) {
    throw modelUnfit(path, `token ${outside} of ${vocabularySize}`);
  }
  return Object.freeze(suppressed);
}
