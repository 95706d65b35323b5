/** Stretches of a pace window with their own rate: where a talk is fastest or slowest. */
import type { TimeRange } from '../report/index.ts';
import type { Limits } from './bands.ts';
import { distanceOutside } from './bands.ts';
import type { Span } from './span.ts';
import { lengthMs, toRange } from './span.ts';
import type { TimedWordLayer } from './words.ts';
import { isSpoken } from './words.ts';

/** How many stretches a metric cites. */
const MAX_CITED = 3;

/** A stretch, and the rate in it. */
export interface RatedStretch extends Span {
  readonly rate: number;
}

/**
 * From every spoken word the shortest stretch of at least `minMs`, from the start of a word to the end of one; the whole
 * talk when it is shorter. Takes time linear in the number of words.
 *
 * @param minMs shorter stretches than 10 to 15 seconds swing with single words
 * @param rateOf the rate from one shown word to another, both inclusive, that span `span`; undefined when it cannot be said
 */
export function ratedStretches(
  words: TimedWordLayer,
  minMs: number,
  rateOf: (first: number, last: number, span: Span) => number | undefined,
): readonly RatedStretch[] {
  const spoken = words.spans.map((_, index) => index).filter((index) => isSpoken(words, index));
  const stretches: RatedStretch[] = [];
  let end = 0;
  for (const [start, first] of spoken.entries()) {
    const startMs = words.spans[first]?.startMs ?? 0;
    end = Math.max(end, start);
    while (end < spoken.length - 1 && endMsOf(words, spoken[end]) - startMs < minMs) {
      end += 1;
    }
    const last = spoken[end] ?? first;
    const span = { startMs, endMs: endMsOf(words, last) };
    if (lengthMs(span) < minMs && start > 0) {
      break;
    }
    const rate = rateOf(first, last, span);
    if (rate !== undefined) {
      stretches.push({ ...span, rate });
    }
  }
  return stretches;
}

/**
 * The stretches furthest outside a band, at most three, not overlapping, in time order: on the side on which the whole
 * talk lies, on either when it is inside. The talk itself when it is outside and no stretch of it is.
 */
export function citeOutside(
  stretches: readonly RatedStretch[],
  norm: Limits | undefined,
  whole: RatedStretch,
): readonly TimeRange[] {
  if (norm === undefined) {
    return [];
  }
  const side = sideOf(norm, whole.rate);
  const outside = stretches
    .map((stretch) => ({ stretch, distance: distanceOutside(side, stretch.rate) }))
    .filter(({ distance }) => distance > 0)
    .toSorted((a, b) => b.distance - a.distance);
  const cited: Span[] = [];
  for (const { stretch } of outside) {
    if (cited.length === MAX_CITED) {
      break;
    }
    if (cited.every((other) => stretch.endMs <= other.startMs || stretch.startMs >= other.endMs)) {
      cited.push(stretch);
    }
  }
  if (cited.length === 0 && distanceOutside(side, whole.rate) > 0) {
    cited.push(whole);
  }
  return cited.toSorted((a, b) => a.startMs - b.startMs).map(toRange);
}

function sideOf(norm: Limits, whole: number): Limits {
  if (norm.min !== undefined && whole < norm.min) {
    return { min: norm.min };
  }
  return norm.max !== undefined && whole > norm.max ? { max: norm.max } : norm;
}

function endMsOf(words: TimedWordLayer, index: number | undefined): number {
  return words.spans[index ?? -1]?.endMs ?? 0;
}
