/** `model.json`: what lies beside the files of a model and says what they are and where they came from. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { toWriteError } from '../../errors/index.ts';
import { modelIdentity } from '../../report/index.ts';
import { sherpaRecipe } from '../engines/sherpa/recipe.ts';
import type { InstalledModel } from './installed-model.ts';
import { modelName, pinnedFile } from './model-entry.ts';

/** The file's name. */
export const MANIFEST = 'model.json';

/** Grows when an older file can no longer be read. */
const MANIFEST_VERSION = 1;

const manifest = z
  .object({
    manifestVersion: z.literal(MANIFEST_VERSION),
    name: modelName,
    role: z.enum(['recognizer', 'vad']),
    engine: z.enum(['moonshine', 'silero', 'whisper', 'sherpa']),
    recipe: sherpaRecipe.optional(),
    languages: z.array(z.string()).readonly(),
    licence: z.string(),
    source: z.string(),
    unverified: z.boolean(),
    identity: modelIdentity,
    files: z.array(pinnedFile).min(1).readonly(),
  })
  .refine(({ engine, recipe }) => (engine === 'sherpa') === (recipe !== undefined))
  .readonly();

/** What is written down of a model. */
type Manifest = z.infer<typeof manifest>;

/** @throws an error of the file system, `SyntaxError` or `ZodError` */
export async function readManifest(folder: string): Promise<Manifest> {
  return manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
}

/** Writes it into a folder that nobody else looks at yet. @throws AppError `disk-full`, `cannot-write` */
export async function writeManifest(folder: string, facts: Omit<Manifest, 'manifestVersion'>): Promise<void> {
  const written: Manifest = { manifestVersion: MANIFEST_VERSION, ...facts };
  const path = join(folder, MANIFEST);
  try {
    await writeFile(path, `${JSON.stringify(written, null, 2)}\n`);
  } catch (error) {
    throw toWriteError(error, path, folder);
  }
}

/** The model that a manifest in a folder speaks of. */
export function toInstalled(folder: string, facts: Manifest): InstalledModel {
  const { name, role, engine, recipe, languages, licence, files, identity, source, unverified } = facts;
  return Object.freeze({
    name,
    role,
    engine,
    ...(recipe === undefined ? {} : { recipe }),
    languages,
    licence,
    folder,
    files,
    identity,
    // It is what the identity of a Whisper model that was pulled or added is made of.
    ...(engine === 'whisper' ? { tensorsSha256: identity.sha256 } : {}),
    source,
    unverified,
  });
}
