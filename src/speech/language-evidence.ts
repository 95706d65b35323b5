/** What was heard so far says which language is spoken: by the likelihoods that models tell, or by their sureness. */
import { languageOf } from '../language/index.ts';
import type { LanguageShare } from '../report/index.ts';
import { judgeLanguage, meanProbability, tokenCount } from './language-check.ts';
import type { HeardChunk } from './listener.ts';
import type { HeardWord } from './recognizer.ts';

/**
 * A language whose words can be counted is at least this likely in speech that is in it, however badly it was recorded:
 * 0.3 and more in whole recordings of a few seconds, against 0.04 to 0.09 for English in French speech.
 */
const MIN_COUNTED_PROBABILITY = 0.1;

/** A language that the model tells is believed at once from here on, over this much speech. */
const SURE_PROBABILITY = 0.8;
const SURE_SPEECH_SEC = 5;

/**
 * The sureness of a model that knows one language, over so many tokens, at which the speech is clearly in it; and the
 * one at which, over so much speech, it clearly is not. Whole English recordings lie at 0.57 and above, Russian ones
 * at 0.41 and below; between the two more is heard before it is decided.
 */
const SURELY_KNOWN = { minProbability: 0.65, minTokens: 30 } as const;
const SURELY_FOREIGN = { maxProbability: 0.42, minSpeechSec: 20 } as const;

/** A language, and how likely it is. */
export interface LikelyLanguage {
  readonly language: string;
  /** 0 to 1. */
  readonly probability: number;
}

type Evidence = Pick<HeardChunk, 'words' | 'tokens' | 'logProbability' | 'ended' | 'languages' | 'speechSec'>;

/**
 * The likeliest language by what the model told, weighted by the speech in each chunk; undefined when it told nothing.
 * One whose words cannot be counted here must be clearly likelier than those that can: neighbours sound alike.
 */
export function likeliestLanguage(heard: readonly Evidence[]): LikelyLanguage | undefined {
  const likely = [...meanProbabilities(heard)].map(([language, probability]) => ({ language, probability }));
  const byProbability = likely.toSorted((one, other) => other.probability - one.probability);
  const counted = byProbability.find(
    ({ language, probability }) =>
      languageOf(language) !== undefined && probability >= MIN_COUNTED_PROBABILITY,
  );
  const [first] = byProbability;
  return first !== undefined && first.probability >= SURE_PROBABILITY ? first : (counted ?? first);
}

/** How likely one language is by what the model told, 0 to 1; undefined when it told nothing. */
export function probabilityOf(language: string, heard: readonly Evidence[]): number | undefined {
  const probabilities = meanProbabilities(heard);
  return probabilities.size === 0 ? undefined : (probabilities.get(language) ?? 0);
}

/** The language that is told, once it is told for sure. */
export function sureLanguage(heard: readonly Evidence[]): LikelyLanguage | undefined {
  const likeliest = likeliestLanguage(heard);
  const isSure =
    likeliest !== undefined &&
    likeliest.probability >= SURE_PROBABILITY &&
    speechSecOf(heard.filter(hasWords)) >= SURE_SPEECH_SEC;
  return isSure ? likeliest : undefined;
}

/**
 * Whether the speech is in the one language that the model knows, by its own sureness; undefined while that is open.
 *
 * @param mustDecide nothing more is going to be heard
 */
export function isKnownLanguage(heard: readonly Evidence[], mustDecide: boolean): boolean | undefined {
  const probability = meanProbability(heard);
  if (probability >= SURELY_KNOWN.minProbability && tokenCount(heard) >= SURELY_KNOWN.minTokens) {
    return true;
  }
  if (isClearlyForeign(heard)) {
    return false;
  }
  return mustDecide ? judgeLanguage(heard, speechSecOf(heard)) !== 'foreign' : undefined;
}

/** Whether a model that knows one language was so unsure of so much speech that it is in another. */
export function isClearlyForeign(
  heard: readonly Evidence[],
  minSpeechSec: number = SURELY_FOREIGN.minSpeechSec,
): boolean {
  return (
    speechSecOf(heard) >= minSpeechSec &&
    judgeLanguage(heard, speechSecOf(heard)) === 'foreign' &&
    meanProbability(heard) < SURELY_FOREIGN.maxProbability
  );
}

/** Russian among the languages by its letters, else the first of them: for models that tell nothing else. */
export function languageOfLetters(
  words: readonly Pick<HeardWord, 'text'>[],
  languages: readonly string[],
): string | undefined {
  const letters = words.map(({ text }) => text).join('');
  const cyrillic = letters.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = letters.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return cyrillic > latin && languages.includes('ru')
    ? 'ru'
    : (languages.find((language) => language !== 'ru') ?? languages[0]);
}

/** How much of the speech is in each language, the most first. Only what has words counts. */
export function languageShares(heard: readonly HeardChunk[]): readonly LanguageShare[] {
  const withWords = heard.filter(({ words }) => words.length > 0);
  const totalSec = speechSecOf(withWords);
  const secOf = new Map<string, number>();
  for (const { language, speechSec } of withWords) {
    if (language !== undefined) {
      secOf.set(language, (secOf.get(language) ?? 0) + speechSec);
    }
  }
  return [...secOf]
    .map(([language, sec]) => ({ language, share: sec / totalSec }))
    .toSorted((one, other) => other.share - one.share);
}

/** Speech in what was heard, in seconds. */
export function speechSecOf(heard: readonly Pick<HeardChunk, 'speechSec'>[]): number {
  return heard.reduce((sum, { speechSec }) => sum + speechSec, 0);
}

function meanProbabilities(heard: readonly Evidence[]): ReadonlyMap<string, number> {
  const told = heard.filter(({ languages }) => languages !== undefined);
  // Of noise and music, in which no word is heard, a language is told as well.
  const withWords = told.filter(hasWords);
  const counted = withWords.length > 0 ? withWords : told;
  const totalSec = speechSecOf(counted);
  const sums = new Map<string, number>();
  for (const { languages = {}, speechSec } of counted) {
    for (const [language, probability] of Object.entries(languages)) {
      sums.set(language, (sums.get(language) ?? 0) + (probability * speechSec) / totalSec);
    }
  }
  return sums;
}

/** Whether anybody was heard to say anything in it. */
export function hasWords({ words }: Pick<HeardChunk, 'words'>): boolean {
  return words.length > 0;
}
