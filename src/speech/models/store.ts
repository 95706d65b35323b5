/** The model store: a folder a model, `models/<name>/<file>`. Finds models, and checks them against the catalogue. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError, isAppError, systemCode } from '../../errors/index.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { readCatalogue } from './catalogue.ts';

/** A model whose files are there. */
export interface InstalledModel {
  readonly entry: CatalogueEntry;
  readonly folder: string;
}

/** How a model of the catalogue stands, for `doctor`. */
export interface ModelStatus {
  readonly name: string;
  readonly role: CatalogueEntry['role'];
  readonly languages: readonly string[];
  readonly licence: string;
  readonly folder: string;
  readonly state: 'installed' | 'missing' | 'damaged' | 'unreadable';
}

/**
 * The first model of the catalogue for a role that knows the language.
 *
 * @param language undefined for roles that have none
 * @throws AppError `model-missing` when the catalogue has none
 */
export function chooseModel(role: CatalogueEntry['role'], language?: string): CatalogueEntry {
  const entry = readCatalogue().find(
    (candidate) =>
      candidate.role === role && (language === undefined || candidate.languages.includes(language)),
  );
  if (entry === undefined) {
    throw new AppError('model-missing', { model: `${role} ${language ?? ''}`.trim(), path: 'models' });
  }
  return entry;
}

/**
 * Finds an installed model. Only presence and size are looked at; {@link verifyModel} looks at the hash.
 *
 * @throws AppError `model-missing`, `model-damaged`, `model-unreadable`
 */
export async function openModel(modelsFolder: string, name: string): Promise<InstalledModel> {
  const entry = readCatalogue().find((candidate) => candidate.name === name);
  if (entry === undefined) {
    throw new AppError('model-missing', { model: name, path: join(modelsFolder, name) });
  }
  const model = { entry, folder: join(modelsFolder, name) };
  for (const file of entry.files) {
    const path = join(model.folder, file.path);
    const facts = await stat(path).catch((error: unknown) => {
      throw notRead(entry.name, path, error);
    });
    if (facts.size !== file.bytes) {
      throw new AppError('model-damaged', { model: entry.name, path });
    }
  }
  return Object.freeze(model);
}

/**
 * Reads every file of a model and compares its hash.
 *
 * @throws AppError `model-missing`, `model-damaged`, `model-unreadable` with the file's path
 */
export async function verifyModel({ entry, folder }: InstalledModel): Promise<void> {
  for (const file of entry.files) {
    const path = join(folder, file.path);
    const hash = createHash('sha256');
    try {
      await pipeline(createReadStream(path), hash);
    } catch (error) {
      throw notRead(entry.name, path, error);
    }
    if (hash.digest('hex') !== file.sha256) {
      throw new AppError('model-damaged', { model: entry.name, path });
    }
  }
}

/** How all models of the catalogue stand, hashes included. */
export async function modelStatuses(modelsFolder: string): Promise<readonly ModelStatus[]> {
  return Promise.all(
    readCatalogue().map(async (entry) => {
      const folder = join(modelsFolder, entry.name);
      const { name, role, languages, licence } = entry;
      return { name, role, languages, licence, folder, state: await stateOf({ entry, folder }) };
    }),
  );
}

async function stateOf(model: InstalledModel): Promise<ModelStatus['state']> {
  try {
    await verifyModel(model);
    return 'installed';
  } catch (error) {
    if (isAppError(error, 'model-damaged')) {
      return 'damaged';
    }
    return isAppError(error, 'model-unreadable') ? 'unreadable' : 'missing';
  }
}

/** A file that is not there, or that this user may not read. */
function notRead(model: string, path: string, cause: unknown): AppError {
  const isClosed = /^E(?:ACCES|PERM)$/.test(systemCode(cause));
  return new AppError(isClosed ? 'model-unreadable' : 'model-missing', { model, path }, { cause });
}
