/** Every model with how it stands: those of the catalogue, and those that the owner added. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isAppError } from '../../errors/index.ts';
import { findEntry, readCatalogue } from './catalogue.ts';
import type { InstalledModel } from './installed-model.ts';
import { MANIFEST } from './manifest.ts';
import { modelName } from './model-entry.ts';
import type { ModelState, ModelStatus } from './models.ts';
import { openModel } from './store.ts';

/**
 * How all models stand, those of the catalogue first.
 *
 * @param inspect what more is looked at than presence and size; its AppError tells the state
 */
export async function listModels(
  modelsFolder: string,
  inspect: (model: InstalledModel) => Promise<void> = async () => {},
): Promise<readonly ModelStatus[]> {
  const known = readCatalogue().map(({ name }) => name);
  const others = (await addedNames(modelsFolder)).filter((name) => !known.includes(name));
  return Promise.all([...known, ...others].map((name) => modelStatus(modelsFolder, name, inspect)));
}

/** The names of the folders that hold a model with a manifest. */
async function addedNames(modelsFolder: string): Promise<readonly string[]> {
  const entries = await readdir(modelsFolder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory() && modelName.safeParse(entry.name).success)
    .map(({ name }) => name)
    .toSorted();
  const described = await Promise.all(
    names.map(
      async (name) => (await stat(join(modelsFolder, name, MANIFEST)).catch(() => undefined)) !== undefined,
    ),
  );
  return names.filter((_, at) => described[at]);
}

/** How one model stands; `inspect` as for {@link listModels}. */
export async function modelStatus(
  modelsFolder: string,
  name: string,
  inspect: (model: InstalledModel) => Promise<void>,
): Promise<ModelStatus> {
  const entry = findEntry(name);
  const folder = join(modelsFolder, name);
  // What cannot even be read is still listed by its name.
  const facts = {
    name,
    role: entry?.role ?? 'recognizer',
    ...(entry === undefined ? {} : { engine: entry.engine }),
    languages: entry?.languages ?? [],
    licence: entry?.licence ?? 'unknown',
    sizeBytes: entry?.sizeBytes ?? 0,
    wordErrors: entry?.wordErrors ?? [],
    unverified: entry?.unverified ?? entry === undefined,
    isKnown: entry !== undefined,
    folder,
  } as const;
  try {
    const model = await openModel(modelsFolder, name);
    const { role, engine, languages, licence, source } = model;
    const sizeBytes = model.files.reduce((sum, { bytes }) => sum + bytes, 0);
    const own = { role, engine, languages, licence, sizeBytes, ...(source === undefined ? {} : { source }) };
    return { ...facts, ...own, ...(await standAfter(() => inspect(model))) };
  } catch (error) {
    return { ...facts, ...standOf(error) };
  }
}

/** The state, and the file that is the matter. */
type Stand = Pick<ModelStatus, 'state' | 'path'>;

async function standAfter(look: () => Promise<void>): Promise<Stand> {
  try {
    await look();
    return { state: 'installed' };
  } catch (error) {
    return standOf(error);
  }
}

function standOf(error: unknown): Stand {
  const state = toState(error);
  const path = isAppError(error) ? error.details['path'] : undefined;
  return { state, ...(typeof path === 'string' ? { path } : {}) };
}

function toState(error: unknown): ModelState {
  if (isAppError(error, 'model-damaged')) {
    return 'damaged';
  }
  if (isAppError(error, 'model-unreadable')) {
    return 'unreadable';
  }
  if (isAppError(error, 'model-missing')) {
    return 'missing';
  }
  throw error;
}
