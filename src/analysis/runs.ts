/** Runs: what is said from one pause to the next. */
import type { PlacedPause } from './pauses.ts';
import { unbrokenRuns } from './pauses.ts';
import type { Span } from './span.ts';
import type { WordLayer } from './words.ts';
import { spokenBetween, syllablesBetween } from './words.ts';

/** Speech without a pause, with the shown words in it. */
export interface Run extends Span {
  readonly firstWord: number;
  readonly lastWord: number;
  /** Spoken words; at least one. */
  readonly words: number;
  readonly syllables: number;
}

/** The runs of a talk that hold spoken words, in order. Each spoken word is in exactly one. */
export function speechRuns(words: WordLayer, talk: Span, pauses: readonly PlacedPause[]): readonly Run[] {
  const count = words.transcript.words.length;
  const firsts = [0, ...pauses.map(({ beforeWord }) => beforeWord ?? count)];
  const lasts = [...pauses.map(({ afterWord }) => afterWord ?? -1), count - 1];
  return unbrokenRuns(talk, pauses).flatMap((span, index) => {
    const [firstWord = 0, lastWord = -1] = [firsts[index], lasts[index]];
    const spoken = lastWord < firstWord ? 0 : spokenBetween(words, firstWord, lastWord);
    return spoken === 0
      ? []
      : [
          {
            ...span,
            firstWord,
            lastWord,
            words: spoken,
            syllables: syllablesBetween(words, firstWord, lastWord),
          },
        ];
  });
}
