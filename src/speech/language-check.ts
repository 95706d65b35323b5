/** Whether speech is in the language that the recogniser knows, by how sure it was of what it heard. */
import type { Heard } from './recognizer.ts';

type Sureness = Pick<Heard, 'tokens' | 'logProbability'>;

/**
 * Under this mean token probability the speech is in another language. Measured on 54 recordings: English 0.57
 * to 0.98 (hesitant or far-off talk included), Russian 0.14 to 0.41.
 */
const FOREIGN_BELOW = 0.52;

/** Fewer tokens than this, in less speech than this, say nothing about the language. */
const MIN_TOKENS = 12;
const MIN_SPEECH_SEC = 5;

/** What the recogniser's sureness says about the language. */
export type LanguageVerdict = 'known' | 'foreign' | 'too-little';

/** Geometric mean of the probabilities of all tokens heard, 0 to 1; 0 when nothing was heard. */
export function meanProbability(heard: readonly Sureness[]): number {
  const tokens = tokenCount(heard);
  const logProbability = heard.reduce((sum, chunk) => sum + chunk.logProbability, 0);
  return tokens === 0 ? 0 : Math.exp(logProbability / tokens);
}

/**
 * Judges a whole recording.
 *
 * @param speechSec how long somebody speaks in it: of a foreign language little may be heard in much speech
 */
export function judgeLanguage(heard: readonly Sureness[], speechSec: number): LanguageVerdict {
  const tokens = tokenCount(heard);
  if (tokens === 0 || (tokens < MIN_TOKENS && speechSec < MIN_SPEECH_SEC)) {
    return 'too-little';
  }
  return meanProbability(heard) < FOREIGN_BELOW ? 'foreign' : 'known';
}

/** How many tokens were heard. */
export function tokenCount(heard: readonly Sureness[]): number {
  return heard.reduce((sum, chunk) => sum + chunk.tokens, 0);
}
