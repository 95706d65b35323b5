/** Fast-and-dense passages: where the speaker is at their fastest while many numbers and long words come. */
import { amountBefore } from './amounts.ts';
import { cuesOf } from './cues.ts';
import type { PaceCurve } from './pace-curve.ts';
import { cellOf } from './pace-curve.ts';
import type { Span } from './span.ts';
import { quantile } from './statistics.ts';
import type { TimedWordLayer } from './words.ts';
import { spokenBetween } from './words.ts';

/** In a shorter talk the fastest quarter is a window or two. */
const MIN_WINDOWS = 10;
/** Faster and denser than three windows of four. */
const UPPER_QUARTER = 0.75;
/** And clearly so: the fastest quarter of an even talk is not fast. */
const FASTER_THAN_MEDIAN = 1.1;
/** Below one word in five nothing is dense. */
const MIN_DENSITY = 0.2;

/**
 * Where the windows are faster and denser than three of four. Density is the share of numbers and long words among the
 * spoken words; names and technical terms are not known as such.
 */
export function findDenseSpans(words: TimedWordLayer, curve: PaceCurve): readonly Span[] {
  const density = createDensity(words);
  const windows = curve.points.flatMap(({ articulation, ...span }, index) =>
    articulation === null ? [] : [{ index, articulation, density: density(span) }],
  );
  if (windows.length < MIN_WINDOWS) {
    return [];
  }
  const rates = windows.map(({ articulation }) => articulation);
  const fastFrom = Math.max(quantile(rates, UPPER_QUARTER), quantile(rates, 0.5) * FASTER_THAN_MEDIAN);
  const densities = windows.map((window) => window.density);
  const denseFrom = Math.max(quantile(densities, UPPER_QUARTER), MIN_DENSITY);
  const joined: Span[] = [];
  for (const { index, articulation, density: share } of windows) {
    if (articulation < fastFrom || share < denseFrom) {
      continue;
    }
    const cell = cellOf(curve, index);
    const previous = joined.at(-1);
    if (previous !== undefined && cell.startMs <= previous.endMs) {
      joined[joined.length - 1] = { startMs: previous.startMs, endMs: cell.endMs };
    } else {
      joined.push(cell);
    }
  }
  // The middle of a window may hold less than its ends.
  return joined.filter((span) => curve.pace.articulationIn(span) >= fastFrom);
}

/** The share of dense words among the spoken words of a span; 0 where none is spoken. */
function createDensity(words: TimedWordLayer): (span: Span) => number {
  const { isNumber, isLong } = cuesOf(words.language);
  const shown = words.transcript.words;
  const spoken = amountBefore(words.spans, (_, index) => spokenBetween(words, index, index));
  const dense = amountBefore(words.spans, (_, index) => {
    const text = shown[index]?.text ?? '';
    return isNumber(text) || isLong(text) ? spokenBetween(words, index, index) : 0;
  });
  return ({ startMs, endMs }) => {
    const count = spoken(endMs) - spoken(startMs);
    return count > 0 ? (dense(endMs) - dense(startMs)) / count : 0;
  };
}
