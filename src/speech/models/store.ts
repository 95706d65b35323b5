/** The model store: a folder a model, `models/<name>/<file>`. Finds models, and checks them against their hashes. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError, systemCode } from '../../errors/index.ts';
import { findEntry } from './catalogue.ts';
import type { InstalledModel } from './installed-model.ts';
import { identify, identifyFiles } from './installed-model.ts';
import { MANIFEST, readManifest, toInstalled } from './manifest.ts';
import type { ModelEntry, PinnedFile } from './model-entry.ts';
import { modelName } from './model-entry.ts';

/**
 * Finds an installed model. Only presence and size are looked at; {@link verifyModel} looks at the hashes.
 *
 * @throws AppError `model-missing`, `model-damaged`, `model-unreadable`
 */
export async function openModel(modelsFolder: string, name: string): Promise<InstalledModel> {
  const folder = join(modelsFolder, name);
  if (!modelName.safeParse(name).success) {
    throw new AppError('model-missing', { model: name, path: folder });
  }
  const model = (await describedModel(folder, name)) ?? (await catalogueModel(folder, name));
  await requireSizes(model);
  return model;
}

/**
 * Reads every file of a model and compares its hash.
 *
 * @throws AppError `model-missing`, `model-damaged`, `model-unreadable` with the file's path; the signal's reason
 */
export async function verifyModel(
  { name, folder, files }: Pick<InstalledModel, 'name' | 'folder' | 'files'>,
  signal?: AbortSignal,
): Promise<void> {
  for (const file of files) {
    const path = join(folder, file.path);
    const found = await sha256OfFile(path, signal).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw notRead(name, path, error);
    });
    if (found !== file.sha256) {
      throw new AppError('model-damaged', { model: name, path });
    }
  }
}

/** The SHA-256 of a file, in hex. @throws what reading throws; the signal's reason */
export async function sha256OfFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const options = signal === undefined ? {} : { signal };
  await pipeline(createReadStream(path, { highWaterMark: 2 ** 20 }), hash, options);
  return hash.digest('hex');
}

/** The model as its manifest describes it; undefined when there is no manifest. */
async function describedModel(folder: string, name: string): Promise<InstalledModel | undefined> {
  const path = join(folder, MANIFEST);
  try {
    const found = await readManifest(folder);
    if (found.name !== name) {
      throw new AppError('model-damaged', { model: name, path });
    }
    return toInstalled(folder, found);
  } catch (error) {
    if (/^ENO(?:ENT|TDIR)$/.test(systemCode(error))) {
      return undefined;
    }
    const isUnread = systemCode(error).startsWith('E');
    if (isUnread && findEntry(name) !== undefined) {
      // There need be none. The files themselves will tell that they may not be read.
      return undefined;
    }
    throw isUnread
      ? notRead(name, path, error)
      : new AppError('model-damaged', { model: name, path }, { cause: error });
  }
}

/** The model as the catalogue describes it, with the files of that source whose files are there. */
async function catalogueModel(folder: string, name: string): Promise<InstalledModel> {
  const entry = findEntry(name);
  const [first] = entry?.sources ?? [];
  if (entry === undefined || first === undefined) {
    throw new AppError('model-missing', { model: name, path: folder });
  }
  for (const { files } of entry.sources) {
    if (await haveSizes(folder, files)) {
      return pinnedModel(folder, entry, files);
    }
  }
  return pinnedModel(folder, entry, first.files);
}

function pinnedModel(folder: string, entry: ModelEntry, source: readonly PinnedFile[]): InstalledModel {
  const { name, role, engine, version, languages, licence, unverified = false } = entry;
  const files = source.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  const tensorsSha256 = entry.engine === 'whisper' ? entry.tensorsSha256 : undefined;
  const identity =
    tensorsSha256 === undefined
      ? identifyFiles(name, version, files)
      : identify(name, version, tensorsSha256);
  const recipe = entry.engine === 'sherpa' ? { recipe: entry.recipe } : {};
  return Object.freeze({
    name,
    role,
    engine,
    ...recipe,
    languages,
    licence,
    folder,
    files,
    identity,
    ...(tensorsSha256 === undefined ? {} : { tensorsSha256 }),
    unverified,
  });
}

async function haveSizes(folder: string, files: readonly PinnedFile[]): Promise<boolean> {
  const sizes = await Promise.all(
    files.map(async ({ path }) => (await stat(join(folder, path)).catch(() => undefined))?.size),
  );
  return files.every(({ bytes }, at) => sizes[at] === bytes);
}

async function requireSizes({ name, folder, files }: InstalledModel): Promise<void> {
  for (const file of files) {
    const path = join(folder, file.path);
    const facts = await stat(path).catch((error: unknown) => {
      throw notRead(name, path, error);
    });
    if (facts.size !== file.bytes) {
      throw new AppError('model-damaged', { model: name, path });
    }
  }
}

/** A file that is not there, or that this user may not read. */
function notRead(model: string, path: string, cause: unknown): AppError {
  const isClosed = /^E(?:ACCES|PERM)$/.test(systemCode(cause));
  return new AppError(isClosed ? 'model-unreadable' : 'model-missing', { model, path }, { cause });
}
