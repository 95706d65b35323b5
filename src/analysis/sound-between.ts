/** How much sound there is between two words, for any two, after one pass over speech and words. */
import type { Span } from './span.ts';
import { lengthMs } from './span.ts';

/**
 * Prepares the sums; the returned function gives the speaking time in milliseconds from the start of one word to the
 * end of another.
 *
 * @param speech in order, not overlapping
 * @param words in order
 */
export function soundBetween(
  speech: readonly Span[],
  words: readonly Span[],
): (first: number, last: number) => number {
  const beforeStart = soundBefore(
    speech,
    words.map(({ startMs }) => startMs),
  );
  const beforeEnd = soundBefore(
    speech,
    words.map(({ endMs }) => endMs),
  );
  return (first, last) => (beforeEnd[last] ?? 0) - (beforeStart[first] ?? 0);
}

/** The speaking time before each moment; the moments are in order. */
function soundBefore(speech: readonly Span[], moments: readonly number[]): readonly number[] {
  let next = 0;
  let passedMs = 0;
  return moments.map((moment) => {
    let span = speech[next];
    while (span !== undefined && span.endMs <= moment) {
      passedMs += lengthMs(span);
      next += 1;
      span = speech[next];
    }
    return passedMs + Math.max(0, moment - (span?.startMs ?? moment));
  });
}
