/** Rushed passages: where the words themselves are said faster than is easy to follow, and than the speaker else does. */
import type { Norm } from './bands.ts';
import { maximalSegments } from './maximal-segments.ts';
import type { Pace } from './pace-curve.ts';
import type { Span } from './span.ts';
import { lengthMs } from './span.ts';
import type { TimedWordLayer } from './words.ts';
import { syllablesBetween } from './words.ts';

/** A passage is rushed when it is faster by this than the whole talk, however fast that is. */
const FASTER_THAN_TALK = 1.15;

/**
 * The longest passages of words whose articulation rate, taken together, lies above the band and clearly above that of
 * the talk. A passage begins and ends with a word; a slower word or two inside do not end it.
 *
 * @param minMs the shortest one
 */
export function findRushedSpans(
  words: TimedWordLayer,
  pace: Pace,
  norm: Norm | undefined,
  minMs: number,
): readonly Span[] {
  const ownRate = pace.articulationIn(words.talk);
  if (norm?.max === undefined || !Number.isFinite(ownRate)) {
    return [];
  }
  const limit = Math.max(norm.max, ownRate * FASTER_THAN_TALK);
  const scores = words.spans.map(({ startMs, endMs }, index) => {
    const next = words.spans[index + 1];
    const soundMs = pace.soundIn({ startMs, endMs: next === undefined ? endMs : next.startMs });
    return syllablesBetween(words, index, index) - (limit * soundMs) / 1000;
  });
  return maximalSegments(scores)
    .map(({ first, last }) => ({
      startMs: words.spans[first]?.startMs ?? 0,
      endMs: words.spans[last]?.endMs ?? 0,
    }))
    .filter((span) => lengthMs(span) >= minMs && pace.articulationIn(span) > limit);
}
