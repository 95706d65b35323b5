/**
 * Where the model lost the thread: it ends a text at a pause in the middle of the sound, or goes on at the second of
 * two sentences that begin alike. What it left out is heard, but has no word.
 */
import { FRAME_SEC, loudFrames } from '../../energy-trim.ts';
import type { HeardWord } from '../../recognizer.ts';

/** So much sound behind the last word is more than a breath. */
const MIN_REST_SEC = 1;
/** No word has more sound than this, unless it is spelt out: then not more than this for each of its characters. */
const MAX_WORD_SEC = 2.5;
const MAX_CHARACTER_SEC = 0.4;

/** A place in a chunk that is to be heard again from there. */
export interface LostThread {
  /** How many words lie before it, and are kept: at least one. */
  readonly kept: number;
  /** Seconds from the start of the chunk. */
  readonly atSec: number;
}

/** The first place in a chunk where the thread was lost, if it was. */
export function findLostThread(words: readonly HeardWord[], samples: Float32Array): LostThread | undefined {
  const loud = loudFrames(samples);
  const soundSec = (fromSec: number, toSec: number): number =>
    loud.slice(Math.round(fromSec / FRAME_SEC), Math.round(toSec / FRAME_SEC)).filter(Boolean).length *
    FRAME_SEC;
  for (const [index, { text, startSec, endSec }] of words.entries()) {
    const before = words[index - 1];
    const limitSec = Math.max(MAX_WORD_SEC, text.length * MAX_CHARACTER_SEC);
    if (before !== undefined && !/\p{N}/u.test(text) && soundSec(startSec, endSec) > limitSec) {
      return { kept: index, atSec: before.endSec };
    }
  }
  const last = words.at(-1);
  return last !== undefined && soundSec(last.endSec, Infinity) >= MIN_REST_SEC
    ? { kept: words.length, atSec: last.endSec }
    : undefined;
}
