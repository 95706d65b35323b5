/**
 * Who hears the chunks of a recording, and in which language. Where the language is to be found out, the first chunks
 * are heard one after the other until it is clear; then the listener for it goes on with many at once.
 */
import { languageOf } from '../language/index.ts';
import { hearWhole } from './hear-whole.ts';
import {
  hasWords,
  isClearlyForeign,
  isKnownLanguage,
  languageOfLetters,
  likeliestLanguage,
  sureLanguage,
} from './language-evidence.ts';
import type { Chunk, HeardChunk, Hearing, Listener } from './listener.ts';
import type { Heard } from './recognizer.ts';

/** Who listens. */
export type HearingPlan =
  /** One listener, and the language that it is told to write; undefined: it finds that out for each chunk. */
  | { readonly kind: 'given'; readonly listener: Listener; readonly language: string | undefined }
  /** One listener that knows one language; when the speech is clearly in another, it stops listening. */
  | { readonly kind: 'only'; readonly listener: Listener; readonly language: string }
  /** The scout finds the language out, and may be the listener for it. */
  | {
      readonly kind: 'find-out';
      readonly scout: Listener;
      /** The listener for each language that has one of its own; the scout hears the others that it knows. */
      readonly listeners: ReadonlyMap<string, Listener>;
    };

/** The language is decided after this many chunks at the latest. A caller keeps at least as many under way. */
export const MAX_SCOUTED_CHUNKS = 3;

/** In this much clearly foreign speech the only listener has heard enough of it. */
const GIVE_UP_AFTER_SEC = 60;

/**
 * A chunk is written in another language than the rest when it is this likely, and so many times as likely as the main
 * one, in so much speech. In a chunk of one language its own is never that unlikely; in one of two it may be.
 */
const OTHER_LANGUAGE = { minProbability: 0.5, minTimesMain: 9, minSpeechSec: 2 } as const;

/** Makes a hearing for one recording. */
export function createHearing(plan: HearingPlan): Hearing {
  switch (plan.kind) {
    case 'given':
      return {
        hear: (chunk, signal) => listen(plan.listener, plan.language, chunk, signal),
        end: () => {},
      };
    case 'only':
      return new WaryHearing(plan.listener, plan.language);
    case 'find-out':
      return new FindingHearing(plan.scout, plan.listeners);
    default:
      return plan satisfies never;
  }
}

/** See {@link HearingPlan}, `only`. */
class WaryHearing implements Hearing {
  readonly #listener: Listener;
  readonly #language: string;
  readonly #heard: HeardChunk[] = [];

  constructor(listener: Listener, language: string) {
    this.#listener = listener;
    this.#language = language;
  }

  async hear(chunk: Chunk, signal: AbortSignal): Promise<HeardChunk> {
    if (isClearlyForeign(this.#heard, GIVE_UP_AFTER_SEC)) {
      return unheard(chunk);
    }
    const heard = await listen(this.#listener, this.#language, chunk, signal);
    this.#heard.push(heard);
    return heard;
  }

  end(): void {}
}

interface Decision {
  /** undefined: each chunk is heard in its own. */
  readonly language: string | undefined;
  /** undefined: nobody knows the language. */
  readonly listener: Listener | undefined;
}

/** See {@link HearingPlan}, `find-out`. */
class FindingHearing implements Hearing {
  readonly #scout: Listener;
  readonly #listeners: ReadonlyMap<string, Listener>;
  readonly #scouted: HeardChunk[] = [];
  readonly #decision = Promise.withResolvers<Decision>();
  #isDecided = false;
  /** The scouting of the chunks so far, one after the other. */
  #scouting: Promise<unknown> = Promise.resolve();

  constructor(scout: Listener, listeners: ReadonlyMap<string, Listener>) {
    this.#scout = scout;
    this.#listeners = listeners;
    // Whoever waits for it is told; often nobody does.
    this.#decision.promise.catch(() => {});
  }

  async hear(chunk: Chunk, signal: AbortSignal): Promise<HeardChunk> {
    if (this.#isDecided) {
      return this.#listen(chunk, undefined, await this.#decision.promise, signal);
    }
    const scouting = this.#scouting.then(() => (this.#isDecided ? undefined : this.#scoutOut(chunk, signal)));
    this.#scouting = scouting.catch((error: unknown) => {
      this.#decision.reject(error);
    });
    const scouted = await scouting;
    return this.#listen(chunk, scouted, await this.#decision.promise, signal);
  }

  end(): void {
    this.#scouting = this.#scouting.then(() => {
      this.#decide(true);
    });
  }

  async #scoutOut(chunk: Chunk, signal: AbortSignal): Promise<HeardChunk> {
    const heard = await listen(this.#scout, undefined, chunk, signal);
    this.#scouted.push(heard);
    this.#decide(this.#scouted.length >= MAX_SCOUTED_CHUNKS);
    return heard;
  }

  #decide(mustDecide: boolean): void {
    if (this.#isDecided) {
      return;
    }
    const decision = this.#scout.tellsLanguage ? this.#byTelling(mustDecide) : this.#bySureness(mustDecide);
    if (decision !== undefined) {
      this.#isDecided = true;
      this.#decision.resolve(decision);
    }
  }

  #byTelling(mustDecide: boolean): Decision | undefined {
    const told = mustDecide ? likeliestLanguage(this.#scouted.filter(hasWords)) : sureLanguage(this.#scouted);
    if (told !== undefined) {
      return this.#decisionFor(told.language);
    }
    // Nobody has spoken so far: music before a talk says nothing about the talk.
    return mustDecide ? { language: undefined, listener: this.#scout } : undefined;
  }

  /** A scout that does not tell knows one language: either it is that one, or one that another listener knows. */
  #bySureness(mustDecide: boolean): Decision | undefined {
    const own = this.#scout.languages[0] ?? '';
    const isKnown = isKnownLanguage(this.#scouted, mustDecide);
    if (isKnown === undefined) {
      return undefined;
    }
    const language = isKnown ? own : [...this.#listeners.keys()].find((other) => other !== own);
    return language === undefined ? { language, listener: undefined } : this.#decisionFor(language);
  }

  #decisionFor(language: string): Decision {
    const own = this.#scout.languages.includes(language) ? this.#scout : undefined;
    return { language, listener: this.#listeners.get(language) ?? own };
  }

  async #listen(
    chunk: Chunk,
    scouted: HeardChunk | undefined,
    { language, listener }: Decision,
    signal: AbortSignal,
  ): Promise<HeardChunk> {
    signal.throwIfAborted();
    if (listener === undefined) {
      return scouted ?? unheard(chunk);
    }
    if (language === undefined) {
      const heard = scouted ?? (await listen(listener, undefined, chunk, signal));
      const own = hasWords(heard) ? this.#decisionFor(heard.language ?? '').listener : undefined;
      return own === undefined || own === listener ? heard : listen(own, heard.language, chunk, signal);
    }
    if (listener !== this.#scout) {
      return listen(listener, language, chunk, signal);
    }
    const heard = scouted ?? (await listen(listener, language, chunk, signal));
    const own = otherLanguage(heard, language) ?? language;
    return heard.language === own || !listener.languages.includes(own)
      ? heard
      : listen(listener, own, chunk, signal);
  }
}

/** The language of a chunk that is clearly not in the language of the rest. */
function otherLanguage(heard: HeardChunk, main: string): string | undefined {
  const { languages = {}, speechSec } = heard;
  const other = Object.entries(languages).find(
    ([language, probability]) =>
      language !== main &&
      languageOf(language) !== undefined &&
      probability >= OTHER_LANGUAGE.minProbability &&
      probability >= OTHER_LANGUAGE.minTimesMain * (languages[main] ?? 0) &&
      speechSec >= OTHER_LANGUAGE.minSpeechSec,
  );
  return other?.[0];
}

async function listen(
  listener: Listener,
  language: string | undefined,
  { samples, startSec, speechSec }: Chunk,
  signal: AbortSignal,
): Promise<HeardChunk> {
  const { languages, ...heard } = await hearWhole(samples, startSec, (part) =>
    listener.recognize(part, { signal, ...(language === undefined ? {} : { language }) }),
  );
  return {
    ...heard,
    // Who does not tell may still name a choice: that is no likelihood.
    ...(languages === undefined || !listener.tellsLanguage ? {} : { languages }),
    speechSec,
    language: language ?? writtenIn(heard.words, languages, listener),
    heardBy: listener.name,
  };
}

/** The language that a listener wrote of its own accord: the likeliest of those that it knows, else by the letters. */
function writtenIn(
  words: Heard['words'],
  languages: Heard['languages'],
  listener: Listener,
): string | undefined {
  if (languages === undefined) {
    return languageOfLetters(words, listener.languages);
  }
  const known = Object.entries(languages).filter(([language]) => listener.languages.includes(language));
  const [likeliest] = known.toSorted(([, one], [, other]) => other - one);
  return likeliest?.[0] ?? listener.languages[0];
}

function unheard({ speechSec }: Chunk): HeardChunk {
  return {
    words: [],
    tokens: 0,
    logProbability: 0,
    ended: true,
    speechSec,
    language: undefined,
    heardBy: undefined,
  };
}
