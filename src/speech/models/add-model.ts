/** Takes an owner's model into the store: its content shows what it is, its files are copied and hashed. */
import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError, isAppError, systemCode } from '../../errors/index.ts';
import type { Clock } from '../../resilience/index.ts';
import { filesOf } from '../engines/sherpa/check-model.ts';
import { recognizeRecipe } from '../engines/sherpa/recognize-recipe.ts';
import type { SherpaKind, SherpaRecipe } from '../engines/sherpa/recipe.ts';
import { SHERPA_KINDS } from '../engines/sherpa/recipe.ts';
import type { WhisperVariant } from '../engines/whisper/graphs/open-graphs.ts';
import { openWhisperFile } from '../engines/whisper/ct2/whisper-file.ts';
import { readVocabulary } from '../engines/whisper/vocabulary.ts';
import { findEntry } from './catalogue.ts';
import { isThere } from './folder-facts.ts';
import type { InstalledModel } from './installed-model.ts';
import { identify, identifyFiles } from './installed-model.ts';
import { writeManifest } from './manifest.ts';
import type { PinnedFile } from './model-entry.ts';
import { modelName } from './model-entry.ts';
import type { AddOptions } from './models.ts';
import { graphBytes, prepareWhisper } from './prepare.ts';
import { requireDisk } from './pull/disk.ts';
import { install, makeStaging, workplaceOf } from './pull/install.ts';
import { withLock } from './pull/lock.ts';
import { writeHashed } from './pull/write-file.ts';
import { openModel } from './store.ts';

/** What adding works with. */
export interface AddDeps {
  readonly modelsFolder: string;
  readonly clock: Clock;
  readonly variant: WhisperVariant;
}

/** A CTranslate2 folder, which is no kind of sherpa-onnx's. */
export const CTRANSLATE2 = 'ctranslate2';

/** A model as it was found. */
type Found =
  | { readonly engine: 'whisper'; readonly files: readonly string[] }
  | { readonly engine: 'sherpa'; readonly files: readonly string[]; readonly recipe: SherpaRecipe };

/** See `Models.add`. */
export async function addModel(deps: AddDeps, path: string, options: AddOptions): Promise<InstalledModel> {
  const { modelsFolder, clock, variant } = deps;
  const { signal } = options;
  const folder = await folderOf(path);
  const name = nameFor(folder, options.name);
  const found = await recognize(folder, options);
  const place = workplaceOf(modelsFolder, name);
  return withLock(clock, place.lock, { signal, onWait: () => {} }, async () => {
    if (findEntry(name) !== undefined || (await isThere(join(modelsFolder, name)))) {
      throw new AppError('model-name-taken', { model: name });
    }
    const staging = await makeStaging(place, 'added');
    try {
      await requireDisk(modelsFolder, await diskBytes(folder, found, variant));
      const files = await copyFiles(folder, staging, found.files, signal);
      const facts = await describe(found, { name, folder: staging, files }, { ...options, variant });
      await writeManifest(staging, {
        name,
        role: 'recognizer',
        licence: 'unknown',
        source: folder,
        unverified: true,
        files,
        ...facts,
      });
      await install(staging, join(modelsFolder, name), place);
    } catch (error) {
      throw isAppError(error) ? aboutOriginal(error, staging, folder) : error;
    } finally {
      await rm(place.folder, { recursive: true, force: true });
    }
    return openModel(modelsFolder, name);
  });
}

/** The owner knows the files that they named, not the copies of them. */
function aboutOriginal(error: AppError, copies: string, originals: string): AppError {
  const { path } = error.details;
  return typeof path === 'string' && path.startsWith(copies)
    ? new AppError(
        error.code,
        { ...error.details, path: originals + path.slice(copies.length) },
        { cause: error },
      )
    : error;
}

/** A file stands for the folder that it is in. */
async function folderOf(path: string): Promise<string> {
  const facts = await stat(path).catch((error: unknown) => {
    const isClosed = /^E(?:ACCES|PERM)$/.test(systemCode(error));
    throw new AppError(isClosed ? 'file-unreadable' : 'file-not-found', { file: path }, { cause: error });
  });
  return facts.isDirectory() ? path : dirname(path);
}

/** The name that was given, else one made of the folder's. */
function nameFor(folder: string, given: string | undefined): string {
  const own = basename(folder);
  // What is left of a name in other letters names nothing.
  const made = (/[^\x20-\x7e]/.test(own) ? '' : own)
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replaceAll(/^[._-]+|[._-]+$/g, '')
    .slice(0, 64);
  const name = given ?? made;
  if (!modelName.safeParse(name).success) {
    throw new AppError('model-name-invalid', { name: given ?? own });
  }
  return name;
}

async function recognize(folder: string, { kind, languages }: AddOptions): Promise<Found> {
  const weights = (await isThere(join(folder, 'model.bin'))) ? CTRANSLATE2 : undefined;
  if ((kind ?? weights) === CTRANSLATE2) {
    const vocabulary = (await isThere(join(folder, 'vocabulary.json')))
      ? 'vocabulary.json'
      : 'vocabulary.txt';
    const files = ['config.json', 'model.bin', vocabulary];
    for (const file of files) {
      if (!(await isThere(join(folder, file)))) {
        throw new AppError('model-missing', { model: basename(folder), path: join(folder, file) });
      }
    }
    await requireWhisper(join(folder, 'model.bin'));
    return { engine: 'whisper', files };
  }
  if (kind !== undefined && !isSherpaKind(kind)) {
    const kinds = [CTRANSLATE2, ...SHERPA_KINDS].join(', ');
    throw new AppError('usage-invalid', { problem: `--kind ${kind}: ${kinds}` });
  }
  const recipe = await recognizeRecipe(folder, {
    ...(languages === undefined ? {} : { languages }),
    ...(kind === undefined ? {} : { kind }),
  });
  return { engine: 'sherpa', files: await filesOf(folder, recipe, basename(folder)), recipe };
}

/** Looks at the names and shapes alone, before gigabytes are copied. */
async function requireWhisper(path: string): Promise<void> {
  const file = await openWhisperFile(path);
  await file.close();
}

function isSherpaKind(kind: string): kind is SherpaKind {
  return SHERPA_KINDS.some((known) => known === kind);
}

async function diskBytes(folder: string, { engine, files }: Found, variant: WhisperVariant): Promise<number> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  const graphs =
    engine === 'whisper'
      ? graphBytes(
          sizes.map((bytes) => ({ bytes })),
          variant,
        )
      : 0;
  return graphs + sizes.reduce((sum, size) => sum + size, 0);
}

async function copyFiles(
  from: string,
  to: string,
  files: readonly string[],
  signal: AbortSignal,
): Promise<readonly PinnedFile[]> {
  const copied: PinnedFile[] = [];
  for (const file of files) {
    const parts = [() => Promise.resolve(createReadStream(join(from, file), { highWaterMark: 2 ** 20 }))];
    copied.push({ path: file, ...(await writeHashed(join(to, file), { parts, signal })) });
  }
  return copied;
}

/** What the files say of the model once they are at hand. A Whisper model is made ready on the way. */
async function describe(
  found: Found,
  {
    name,
    folder,
    files,
  }: { readonly name: string; readonly folder: string; readonly files: readonly PinnedFile[] },
  { languages, variant, signal }: AddOptions & Pick<AddDeps, 'variant'>,
): Promise<Pick<InstalledModel, 'engine' | 'languages' | 'identity' | 'recipe'>> {
  if (found.engine === 'sherpa') {
    const { engine, recipe } = found;
    return { engine, recipe, languages: recipe.languages, identity: identifyFiles(name, undefined, files) };
  }
  const { tensorsSha256, vocabularySize } = await prepareWhisper({ folder, variant }, signal);
  const own = await readVocabulary(folder, vocabularySize);
  // Without marks of languages it knows English alone.
  const known = own.languages.size === 0 ? ['en'] : [...own.languages.keys()];
  const unknown = languages?.find((language) => !known.includes(language));
  if (unknown !== undefined) {
    throw new AppError('usage-invalid', { problem: `--language ${unknown}: ${known.join(', ')}` });
  }
  return {
    engine: found.engine,
    languages: languages ?? known,
    identity: identify(name, undefined, tensorsSha256),
  };
}
