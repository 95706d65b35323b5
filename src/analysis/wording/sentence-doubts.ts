/** How sure numbers over sentences are: where a sentence ends was printed, not heard. */
import type { Doubt } from '../confidence.ts';
import type { Sentence } from '../sentences.ts';
import type { TimedWordLayer } from '../words.ts';

/** Fewer sentences have no average. */
export const MIN_SENTENCES = 5;
const SURE_SENTENCES = 10;
/** Nobody says as many words in one sentence: there the recogniser printed no full stop. */
const UNLIKELY_WORDS = 80;

/** Never high: recognisers put full stops where they read well. */
export function sentenceDoubts(
  { transcript }: TimedWordLayer,
  sentences: readonly Sentence[],
): readonly Doubt<'too-little-speech' | 'no-punctuation' | 'sentences-by-punctuation'>[] {
  const doubts: Doubt<'too-little-speech' | 'no-punctuation' | 'sentences-by-punctuation'>[] = [];
  if (sentences.length < SURE_SENTENCES) {
    doubts.push({ confidence: 'low', reason: 'too-little-speech' });
  }
  if (!transcript.abilities.punctuation || sentences.some(({ words }) => words > UNLIKELY_WORDS)) {
    doubts.push({ confidence: 'low', reason: 'no-punctuation' });
  }
  doubts.push({ confidence: 'medium', reason: 'sentences-by-punctuation' });
  return doubts;
}
