/** Stretches of time in whole milliseconds: sums, gaps and thresholds stay exact wherever in a recording they lie. */
import type { TimeRange } from '../report/index.ts';

/** A stretch of a recording; the end is never before the start. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** A stretch from seconds, to the nearest millisecond; an end before the start is moved to it. */
export function toSpan(range: TimeRange): Span {
  const startMs = toMs(range.startSec);
  return { startMs, endMs: Math.max(startMs, toMs(range.endSec)) };
}

/** Seconds to the nearest millisecond. */
export function toMs(sec: number): number {
  return Math.round(sec * 1000);
}

/** Back to seconds, with three decimals. */
export function toRange(span: Span): TimeRange {
  return { startSec: span.startMs / 1000, endSec: span.endMs / 1000 };
}

/** The length in milliseconds. */
export function lengthMs(span: Span): number {
  return span.endMs - span.startMs;
}

/** The length of several stretches together, in milliseconds. */
export function totalMs(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + lengthMs(span), 0);
}

/** How many a minute, when there are `count` in so many milliseconds. */
export function perMinute(count: number, ms: number): number {
  return (count * 60_000) / ms;
}

/** In order, cut to the recording, with overlapping and touching stretches made one and empty ones left out. */
export function mergeSpans(spans: readonly Span[], endMs: number): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.startMs - b.startMs)) {
    const cut = { startMs: Math.max(0, span.startMs), endMs: Math.min(endMs, span.endMs) };
    const previous = merged.at(-1);
    if (previous !== undefined && cut.startMs <= previous.endMs) {
      merged[merged.length - 1] = {
        startMs: previous.startMs,
        endMs: Math.max(previous.endMs, cut.endMs),
      };
    } else if (cut.endMs > cut.startMs) {
      merged.push(cut);
    }
  }
  return merged;
}

/** The longest ones, at most `count`, in time order; of equal ones the earlier. */
export function longestSpans<T extends Span>(spans: readonly T[], count: number): readonly T[] {
  return spans
    .toSorted((a, b) => lengthMs(b) - lengthMs(a))
    .slice(0, count)
    .toSorted((a, b) => a.startMs - b.startMs);
}
