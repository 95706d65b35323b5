/** The best recogniser for a language: among those that are installed, or to be pulled. */
import { join } from 'node:path';
import { isAppError } from '../../errors/index.ts';
import { findEntry } from './catalogue.ts';
import { isThere } from './folder-facts.ts';
import type { InstalledModel } from './installed-model.ts';
import { listModels } from './list-models.ts';
import type { ModelEntry } from './model-entry.ts';
import type { ModelChoice } from './models.ts';
import { ADDED_REASON, firstToPull, preferencesFor } from './preference.ts';
import { openModel } from './store.ts';

/**
 * The first model of the table that is installed and knows the language, else one that the owner added.
 *
 * @throws AppError `model-missing`, `model-damaged`, `model-unreadable` when one is there but not whole, and no other
 */
export async function chooseInstalled(
  modelsFolder: string,
  language: string,
): Promise<ModelChoice<InstalledModel> | undefined> {
  const broken: unknown[] = [];
  for (const { name, reason } of preferencesFor(language)) {
    if (findEntry(name)?.languages.includes(language) === true) {
      try {
        return { model: await openModel(modelsFolder, name), reason };
      } catch (error) {
        if (!isAppError(error)) {
          throw error;
        }
        if (await isThere(join(modelsFolder, name))) {
          broken.push(error);
        }
      }
    }
  }
  const added = await firstAdded(modelsFolder, language);
  if (added !== undefined) {
    return { model: added, reason: ADDED_REASON };
  }
  if (broken.length > 0) {
    throw broken[0];
  }
  return undefined;
}

/** What to pull first for a language; undefined when no known model knows it. */
export function chooseToPull(language: string): ModelChoice<ModelEntry> | undefined {
  const { name, reason } = firstToPull(language);
  const model = findEntry(name);
  return model?.languages.includes(language) === true ? { model, reason } : undefined;
}

/** In the order of their names. */
async function firstAdded(modelsFolder: string, language: string): Promise<InstalledModel | undefined> {
  const statuses = await listModels(modelsFolder);
  const own = statuses.find(
    ({ isKnown, state, role, languages }) =>
      !isKnown && state === 'installed' && role === 'recognizer' && languages.includes(language),
  );
  return own === undefined ? undefined : openModel(modelsFolder, own.name);
}
