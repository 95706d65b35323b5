/** Which of the installed models hear a recording, as it was asked for. */
import { AppError, isAppError } from '../errors/index.ts';
import { languageCodes } from '../language/index.ts';
import type { ModelIdentity, RecognizerAbilities } from '../report/index.ts';
import { engineFacts } from './engines/engine-facts.ts';
import type { RemoteConsent } from './engines/remote/consent.ts';
import type { Remote } from './engines/remote/remote.ts';
import type { HearingPlan } from './hearing.ts';
import type { Listener } from './listener.ts';
import type { InstalledModel, Models } from './models/models.ts';
import { openModel } from './models/store.ts';
import type { SpeechPool } from './speech-pool.ts';
import type { EngineFacts } from './recognizer.ts';
import { createPoolListener } from './speech-pool.ts';

/** What was asked for. */
export interface ChoiceRequest {
  /** A two-letter code, or `auto`. */
  readonly language: string;
  /** The name of a model, `remote` for the owner's server, or undefined for the best that is installed. */
  readonly model: string | undefined;
  /** Whether the recording may leave the machine. */
  readonly upload?: RemoteConsent | undefined;
}

/** The name under which the owner's transcription server is asked for. */
export const REMOTE_MODEL = 'remote';

/** A model that may hear the recording; what it is and can do is certain when it has heard it. */
export interface Candidate {
  readonly identity: ModelIdentity;
  readonly languages: readonly string[];
  readonly abilities: RecognizerAbilities;
}

/** Who hears, and how the sound is cut for them. */
export interface ChosenHearing {
  readonly plan: HearingPlan;
  /** By name. */
  readonly candidates: ReadonlyMap<string, Candidate>;
  readonly maxChunkSec: number;
  readonly joinSec: number;
  readonly marginSec: number;
}

/** What the choice is made from. */
export interface ChoiceDeps {
  readonly models: Models;
  /** Where they are. */
  readonly modelsFolder: string;
  readonly pool: SpeechPool;
  /** The owner's transcription server. */
  readonly remote: Remote | undefined;
  /** A child's memory mark for models of ordinary size. */
  readonly maxChildBytes: number;
}

/** A model takes about this many times its files when it works, over what a child takes without one. */
const MEMORY_PER_FILE_BYTE = 2.5;
const MEMORY_OF_CHILD_BYTES = 250 * 2 ** 20;

/**
 * Chooses among the installed models.
 *
 * @throws AppError `model-unknown`, `model-missing` or `model-not-recognizer` for a model that was named, `recognizer-missing` when
 *   none is installed, `language-model-missing` when none for the language, `model-language` when the named model does not know it,
 *   `remote-missing`, `consent-missing`
 */
export async function chooseHearing(
  { language, model: name, upload }: ChoiceRequest,
  deps: ChoiceDeps,
): Promise<ChosenHearing> {
  if (name === REMOTE_MODEL) {
    return chooseRemote(deps.remote, language, upload);
  }
  const cast = createCast(deps);
  if (name !== undefined) {
    const listener = cast.take(await namedModel(name, language, deps));
    return cast.chosen(language === 'auto' ? planForOne(listener) : { kind: 'given', listener, language });
  }
  if (language !== 'auto') {
    const choice = await deps.models.best(language);
    if (choice === undefined) {
      throw missingFor(language, deps.models);
    }
    return cast.chosen({ kind: 'given', listener: cast.take(choice.model), language });
  }
  return cast.chosen(await planForAny(deps, cast));
}

function chooseRemote(
  remote: Remote | undefined,
  language: string,
  upload: RemoteConsent | undefined,
): ChosenHearing {
  if (remote === undefined) {
    throw new AppError('remote-missing');
  }
  const recognizer = remote.recognizer(upload);
  const listener: Listener = {
    name: REMOTE_MODEL,
    languages: remote.languages,
    tellsLanguage: false,
    recognize: (samples, options) => recognizer.recognize(samples, options),
  };
  const candidate: Candidate = {
    languages: remote.languages,
    get identity() {
      return recognizer.model;
    },
    get abilities() {
      return recognizer.abilities;
    },
  };
  return {
    plan: { kind: 'given', listener, language: language === 'auto' ? undefined : language },
    candidates: new Map([[REMOTE_MODEL, candidate]]),
    maxChunkSec: recognizer.maxChunkSec,
    joinSec: REMOTE_JOIN_SEC,
    marginSec: REMOTE_MARGIN_SEC,
  };
}

/** Each request is paid for, and company makes words better. */
const REMOTE_JOIN_SEC = 2;
const REMOTE_MARGIN_SEC = 0.3;

/** Those who are chosen, each once. */
interface Cast {
  readonly take: (model: InstalledModel) => Listener;
  readonly chosen: (plan: HearingPlan) => ChosenHearing;
}

function createCast({ pool, maxChildBytes }: ChoiceDeps): Cast {
  const listeners = new Map<string, Listener>();
  const candidates = new Map<string, Candidate>();
  const facts: EngineFacts[] = [];
  return {
    take: (model) => {
      const known = listeners.get(model.name);
      if (known !== undefined) {
        return known;
      }
      const { name, languages, identity } = model;
      const own = engineFacts(model);
      const listener = createPoolListener(pool, {
        name,
        languages,
        tellsLanguage: own.tellsLanguage,
        maxRssBytes: Math.max(maxChildBytes, memoryOf(model)),
      });
      facts.push(own);
      listeners.set(name, listener);
      candidates.set(name, { identity, languages, abilities: own.abilities });
      return listener;
    },
    chosen: (plan) => ({
      plan,
      candidates,
      // Whoever hears in the end must be able to hear what the first was given.
      maxChunkSec: Math.min(...facts.map(({ maxChunkSec }) => maxChunkSec)),
      joinSec: Math.min(...facts.map(({ joinSec }) => joinSec)),
      marginSec: Math.max(...facts.map(({ marginSec }) => marginSec)),
    }),
  };
}

/** The language is to be found out by one model. */
function planForOne(listener: Listener): HearingPlan {
  const [only, ...others] = listener.languages;
  if (only !== undefined && others.length === 0) {
    return { kind: 'only', listener, language: only };
  }
  return listener.tellsLanguage
    ? { kind: 'find-out', scout: listener, listeners: new Map() }
    : { kind: 'given', listener, language: undefined };
}

/** The language is to be found out: by a model that tells it, else by how sure a model is that knows one. */
async function planForAny({ models, modelsFolder }: ChoiceDeps, cast: Cast): Promise<HearingPlan> {
  const best = new Map<string, InstalledModel>();
  const broken: AppError[] = [];
  for (const code of languageCodes()) {
    try {
      const choice = await models.best(code);
      if (choice !== undefined) {
        best.set(code, choice.model);
      }
    } catch (error) {
      if (!isAppError(error)) {
        throw error;
      }
      // A damaged model for one language is no reason not to hear another.
      broken.push(error);
    }
  }
  const [first, ...others] = new Map([...best.values()].map((model) => [model.name, model])).values();
  if (first === undefined) {
    throw broken[0] ?? new AppError('recognizer-missing', { model: firstModel(models) });
  }
  const teller = [...best.values()].find(tellsLanguages) ?? (await installedTeller(models, modelsFolder));
  if (teller === undefined && others.length === 0) {
    return planForOne(cast.take(first));
  }
  return {
    kind: 'find-out',
    scout: cast.take(teller ?? first),
    listeners: new Map([...best].map(([code, model]) => [code, cast.take(model)])),
  };
}

function tellsLanguages(model: InstalledModel): boolean {
  return model.languages.length > 1 && engineFacts(model).tellsLanguage;
}

/** A model that tells languages, although it is the best for none. */
async function installedTeller(models: Models, modelsFolder: string): Promise<InstalledModel | undefined> {
  for (const { name, role, state, languages } of await models.list()) {
    if (state === 'installed' && role === 'recognizer' && languages.length > 1) {
      const model = await openModel(modelsFolder, name);
      if (tellsLanguages(model)) {
        return model;
      }
    }
  }
  return undefined;
}

async function namedModel(
  name: string,
  language: string,
  { models, modelsFolder }: ChoiceDeps,
): Promise<InstalledModel> {
  // A name that stands for nothing is a mistake, which no pull mends.
  await models.path(name);
  const model = await openModel(modelsFolder, name);
  if (model.role !== 'recognizer') {
    throw new AppError('model-not-recognizer', { model: name });
  }
  if (language !== 'auto' && !model.languages.includes(language)) {
    throw new AppError('model-language', { model: name, language, known: model.languages.join(', ') });
  }
  return model;
}

/** The error that tells which model to pull. */
function missingFor(language: string, models: Models): AppError {
  return new AppError('language-model-missing', {
    language,
    model: models.bestToPull(language)?.model.name ?? language,
  });
}

/** Where nothing is installed, and nobody knows the language: whichever model knows Russian knows English too. */
function firstModel(models: Models): string {
  return models.bestToPull('ru')?.model.name ?? 'ru';
}

function memoryOf({ files }: InstalledModel): number {
  const fileBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return MEMORY_OF_CHILD_BYTES + MEMORY_PER_FILE_BYTE * fileBytes;
}
