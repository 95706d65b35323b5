/** Amounts that are spread over time, such as the syllables of words: how much of them lies before a moment. */
import type { Span } from './span.ts';
import { lengthMs } from './span.ts';

/**
 * Prepares the sums; the returned function gives what lies before a moment, each amount spread evenly over its span.
 * The difference of two moments is what lies between them.
 *
 * @param spans in order, not overlapping; an empty one has its amount at once
 * @param amountOf the amount of the span at an index
 */
export function amountBefore(
  spans: readonly Span[],
  amountOf: (span: Span, index: number) => number,
): (ms: number) => number {
  const sums = [0];
  for (const [index, span] of spans.entries()) {
    sums.push((sums[index] ?? 0) + amountOf(span, index));
  }
  return (ms) => {
    const next = firstEndingAfter(spans, ms);
    const passed = sums[next] ?? 0;
    const span = spans[next];
    if (span === undefined || span.startMs >= ms) {
      return passed;
    }
    return passed + (((sums[next + 1] ?? passed) - passed) * (ms - span.startMs)) / lengthMs(span);
  };
}

/** The index of the first span that ends after a moment; the number of spans when none does. */
function firstEndingAfter(spans: readonly Span[], ms: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.endMs ?? 0) > ms) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
