/** Filler words with their times. */
import type { Lexicon } from '../language/index.ts';
import type { Filler, TimeRange } from '../report/index.ts';
import { roundTo } from './rounding.ts';
import { toRange } from './span.ts';
import type { TimedWordLayer } from './words.ts';

/** Every filler word and phrase of the talk, in order; those that may as well be ordinary words are not counted. */
export function placeFillers(words: TimedWordLayer, lexicon: Lexicon | undefined): readonly Filler[] {
  const { transcript, language, spans } = words;
  const hasEnds = transcript.abilities.wordTimes === 'span';
  const shown = transcript.words.map(({ text }, index) => {
    const [span, next] = [spans[index], spans[index + 1]];
    const known = hasEnds && span !== undefined && next !== undefined;
    return { text, gapAfterSec: known ? Math.max(0, next.startMs - span.endMs) / 1000 : null };
  });
  return language
    .findFillers(shown, { lexicon })
    .map(({ text, first, last, counted, score, reason, kind }) => {
      const startMs = spans[first]?.startMs ?? 0;
      return {
        text,
        firstWord: first,
        lastWord: last,
        ...toRange({ startMs, endMs: Math.max(startMs, spans[last]?.endMs ?? startMs) }),
        counted,
        score: roundTo(score, 2),
        reason,
        kind,
      };
    });
}

/** How many fillers a metric cites: the timeline has them all. */
const MAX_CITED = 20;

/** The places of the first fillers. */
export function citeFillers(fillers: readonly TimeRange[]): readonly TimeRange[] {
  return fillers.slice(0, MAX_CITED).map(({ startSec, endSec }) => ({ startSec, endSec }));
}
