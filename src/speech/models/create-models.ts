/** Creates the models of an installation: see `Models`. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, toWriteError } from '../../errors/index.ts';
import type { Clock, Random } from '../../resilience/index.ts';
import { systemClock } from '../../resilience/index.ts';
import type { WhisperVariant } from '../engines/whisper/graphs/open-graphs.ts';
import { addModel } from './add-model.ts';
import { findEntry, readCatalogue, voiceDetector } from './catalogue.ts';
import { chooseInstalled, chooseToPull } from './choose.ts';
import { bytesIn, isThere } from './folder-facts.ts';
import type { InstalledModel } from './installed-model.ts';
import { listModels, modelStatus } from './list-models.ts';
import type { ModelEntry } from './model-entry.ts';
import { modelName } from './model-entry.ts';
import type { Models, PullOptions } from './models.ts';
import { ALIASES, aliasedNames } from './preference.ts';
import { clear, workplaceOf } from './pull/install.ts';
import { withLock } from './pull/lock.ts';
import type { PullDeps } from './pull/pull.ts';
import { pullModel } from './pull/pull.ts';
import type { WebPatience } from './pull/web.ts';
import { WEB_PATIENCE, createWeb } from './pull/web.ts';
import { verifyModel } from './store.ts';

/** Where models are, and how they are got. */
export interface ModelsOptions {
  /** The folder of models, absolute. Made when it is first needed. */
  readonly folder: string;
  /** Where PATH, the proxies (`HTTPS_PROXY`, `NO_PROXY`) and the hub's address (`HF_ENDPOINT`) are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** An address or a folder that is asked before the public sources: `<mirror>/<model>/<file>`. */
  readonly mirror?: string;
  /** What Whisper models are prepared for. Default `int8`. */
  readonly whisperVariant?: WhisperVariant;
  /** How long anything is waited for. */
  readonly patience?: Partial<PullPatience>;
}

/** How long a pull waits. */
export interface PullPatience extends WebPatience {
  /** The longest first wait before another attempt. Default 1 s. */
  readonly firstWaitMs: number;
  /** For a program such as pip to show progress. Default 60 s. */
  readonly programStallMs: number;
}

const PATIENCE: PullPatience = Object.freeze({ ...WEB_PATIENCE, firstWaitMs: 1_000, programStallMs: 60_000 });

/** See {@link Models}. Nothing is read or fetched before it is asked for. */
export function createModels(
  { folder, env, mirror, whisperVariant = 'int8', patience = {} }: ModelsOptions,
  { clock, random }: { readonly clock: Clock; readonly random: Random } = {
    clock: systemClock,
    random: Math.random,
  },
): Models {
  const { firstWaitMs, programStallMs, ...webPatience } = { ...PATIENCE, ...patience };

  async function pull(name: string, options: PullOptions) {
    const entry = knownEntry(name);
    const web = createWeb({ clock, env }, webPatience);
    try {
      const deps: PullDeps = {
        clock,
        random,
        env,
        web,
        firstWaitMs,
        programStallMs,
        modelsFolder: folder,
        mirror,
        variant: whisperVariant,
      };
      return await pullModel(deps, entry, options);
    } finally {
      await web.close();
    }
  }

  return Object.freeze({
    list: () => listModels(folder),
    resolve: (nameOrAlias) => resolveName(nameOrAlias),
    pull,
    verify: async (name, { signal } = {}) => {
      const inspect = (model: InstalledModel): Promise<void> => verifyModel(model, signal);
      if (name !== undefined) {
        return [await modelStatus(folder, await requireKnown(folder, name), inspect)];
      }
      const statuses = await listModels(folder, inspect);
      const there = await Promise.all(statuses.map((status) => isThere(status.folder)));
      return statuses.filter((_, at) => there[at]);
    },
    remove: async (name, { signal = new AbortController().signal } = {}) => {
      const path = join(folder, await requireKnown(folder, name));
      const place = workplaceOf(folder, name);
      return withLock(clock, place.lock, { signal, onWait: () => {} }, async () => {
        const freedBytes = (await bytesIn(path)) + (await bytesIn(place.folder));
        if (freedBytes === 0 && !(await isThere(path))) {
          throw new AppError('model-missing', { model: name, path });
        }
        try {
          await rm(path, { recursive: true, force: true });
          await clear(place);
        } catch (error) {
          throw toWriteError(error, path);
        }
        return freedBytes;
      });
    },
    path: async (name) => join(folder, await requireKnown(folder, name)),
    add: (path, options) => addModel({ modelsFolder: folder, clock, variant: whisperVariant }, path, options),
    best: (language) => chooseInstalled(folder, language),
    bestToPull: (language) => chooseToPull(language),
  } satisfies Models);
}

/** What a name or an alias stands for; what a language needs comes with the voice detector. */
function resolveName(nameOrAlias: string): readonly ModelEntry[] {
  const names = aliasedNames(nameOrAlias);
  return names === undefined ? [knownEntry(nameOrAlias)] : [voiceDetector(), ...names.map(knownEntry)];
}

function knownEntry(name: string): ModelEntry {
  const entry = findEntry(name);
  if (entry === undefined) {
    throw unknownModel(name, [...readCatalogue().map((known) => known.name), ...ALIASES]);
  }
  return entry;
}

/** The name itself, when it is one of the catalogue or of a folder in the store. */
async function requireKnown(modelsFolder: string, name: string): Promise<string> {
  const isName = modelName.safeParse(name).success;
  if (!isName || (findEntry(name) === undefined && !(await isThere(join(modelsFolder, name))))) {
    const known = await listModels(modelsFolder);
    throw unknownModel(
      name,
      known.map((status) => status.name),
    );
  }
  return name;
}

function unknownModel(name: string, known: readonly string[]): AppError {
  return new AppError('model-unknown', { model: name, known: known.join(', ') });
}
