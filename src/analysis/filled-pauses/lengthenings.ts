/** Lengthened word ends: a last vowel or sonorant that is held far longer than this voice holds them. */
import type { Lengthening, Tracks } from '../../report/index.ts';
import { roundTo } from '../rounding.ts';
import type { Span } from '../span.ts';
import { lengthMs, toRange } from '../span.ts';
import { quantile } from '../statistics.ts';
import type { TimedWordLayer } from '../words.ts';
import { isSpoken } from '../words.ts';

/** From here on a word end is lengthened (VMU; a first estimate). */
const LENGTHENED_TIMES = 2.5;
/** An end that is shorter than this is never called so. */
const MIN_MS = 200;
/** The usual length of an end when fewer than {@link MIN_ENDS} words show one, and the least there can be. */
const DEFAULT_END_MS = 130;
const MIN_END_MS = 100;
const MIN_ENDS = 15;
/** Word ends are known to about this. */
const REACH_MS = 100;
/** A vowel ends where its spectrum changes by more; it reaches beyond by what the change track looks ahead and back. */
const TURN_CHANGE_DB = 4.5;
const EDGES_MS = 60;

/**
 * The lengthened ends, in order.
 *
 * @param sounds held sounds that are no filled pauses, in order
 */
export function findLengthenings(
  sounds: readonly Span[],
  words: TimedWordLayer,
  tracks: Tracks,
): readonly Lengthening[] {
  const usualMs = usualEndMs(words, tracks);
  let next = 0;
  return sounds.flatMap((sound) => {
    while (next < words.spans.length && (words.spans[next]?.endMs ?? 0) < sound.endMs - REACH_MS) {
      next += 1;
    }
    const word = words.spans[next];
    const times = lengthMs(sound) / usualMs;
    const isItsEnd =
      word !== undefined &&
      isSpoken(words, next) &&
      word.startMs < sound.endMs - lengthMs(sound) / 2 &&
      word.endMs <= sound.endMs + REACH_MS;
    return isItsEnd && lengthMs(sound) >= MIN_MS && times > LENGTHENED_TIMES
      ? [{ ...toRange(sound), word: next, times: roundTo(times, 1) }]
      : [];
  });
}

/** How long this voice usually holds the last vowel or sonorant of a word: the median over the words that end in one. */
function usualEndMs(words: TimedWordLayer, tracks: Tracks): number {
  const hopMs = tracks.hopSec * 1000;
  const lengths = words.spans.flatMap((span, index) => {
    if (!isSpoken(words, index)) {
      return [];
    }
    const least = Math.round(span.startMs / hopMs);
    let frame = Math.round(span.endMs / hopMs);
    const reach = frame - REACH_MS / hopMs;
    while (frame > reach && !isHeld(tracks, frame)) {
      frame -= 1;
    }
    const end = frame;
    while (frame > least && isHeld(tracks, frame)) {
      frame -= 1;
    }
    return end > frame ? [(end - frame) * hopMs + EDGES_MS] : [];
  });
  return lengths.length < MIN_ENDS ? DEFAULT_END_MS : Math.max(MIN_END_MS, quantile(lengths, 0.5));
}

function isHeld({ pitchHz, changeDb }: Tracks, frame: number): boolean {
  return (pitchHz[frame] ?? 0) > 0 && (changeDb[frame] ?? Number.NaN) <= TURN_CHANGE_DB;
}
