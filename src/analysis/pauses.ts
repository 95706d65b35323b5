/** Silent pauses between stretches of speech, with the words around each. */
import type { Pause, TimeRange } from '../report/index.ts';
import type { Span } from './span.ts';
import { lengthMs, toRange } from './span.ts';

/** A pause with its place among the words: indices of shown words, null when there is none or no word times. */
export interface PlacedPause extends Span {
  readonly afterWord: number | null;
  readonly beforeWord: number | null;
}

/**
 * The silences between stretches of speech of at least `minPauseMs`, with the words around them. What is silent
 * before the first and after the last stretch is no pause.
 *
 * Speech and words come from different measurements and overlap by some frames, so a word belongs to the side of a
 * pause on which its middle lies: an overhang never hides a pause.
 *
 * @param speech in order, not overlapping
 * @param words times of the shown words, in order; empty when unknown
 */
export function findPauses(
  speech: readonly Span[],
  words: readonly Span[],
  minPauseMs: number,
): readonly PlacedPause[] {
  const pauses: PlacedPause[] = [];
  let next = 0;
  for (const [index, after] of speech.entries()) {
    const before = speech[index - 1];
    if (before === undefined || after.startMs - before.endMs < minPauseMs) {
      continue;
    }
    const pause = { startMs: before.endMs, endMs: after.startMs };
    while (next < words.length && middle(words[next] ?? pause) < middle(pause)) {
      next += 1;
    }
    pauses.push({
      ...pause,
      afterWord: next > 0 ? next - 1 : null,
      beforeWord: next < words.length ? next : null,
    });
  }
  return pauses;
}

/** The stretches from one pause to the next, from the first speech to the last. */
export function unbrokenRuns(speech: Span, pauses: readonly Span[]): readonly Span[] {
  const starts = [speech.startMs, ...pauses.map((pause) => pause.endMs)];
  const ends = [...pauses.map((pause) => pause.startMs), speech.endMs];
  return starts.map((startMs, index) => ({ startMs, endMs: ends[index] ?? startMs }));
}

/** The pauses of at least `minMs`. */
export function pausesOf(pauses: readonly PlacedPause[], minMs: number): readonly PlacedPause[] {
  return pauses.filter((pause) => lengthMs(pause) >= minMs);
}

/** As a report holds it. */
export function toReportPause({ startMs, endMs, ...words }: Span & Omit<Pause, keyof TimeRange>): Pause {
  return { ...toRange({ startMs, endMs }), ...words };
}

/** Twice the middle, so that it stays whole. */
function middle(span: Span): number {
  return span.startMs + span.endMs;
}
