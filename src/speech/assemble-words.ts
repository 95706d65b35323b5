/** Words of all chunks become the transcript's: in order, not overlapping, and never inside a silence. */
import type { TimeRange, Word } from '../report/index.ts';
import type { HeardWord } from './recognizer.ts';

/** The shortest time that a word is given. */
const MIN_WORD_SEC = 0.02;

/**
 * Puts heard words in order. A word that reaches into a silence between two stretches of speech keeps the side that
 * holds more of it; one that was placed in the silence itself moves to the speech nearest to it.
 *
 * @param words in the order they were heard
 * @param speech where somebody speaks, in order
 * @param durationSec the length of the recording
 */
export function assembleWords(
  words: readonly HeardWord[],
  speech: readonly TimeRange[],
  durationSec: number,
): readonly Word[] {
  const assembled: Word[] = [];
  // Whole milliseconds, rounded down so that the last word does not end after the recording.
  const limitSec = Math.floor(durationSec * 1000) / 1000;
  let stretch = 0;
  let cursorSec = 0;
  for (const [index, word] of words.entries()) {
    // A stretch that ends before the word begins can at most be the one before it, for later words as well.
    while (stretch + 1 < speech.length && (speech[stretch + 1]?.startSec ?? 0) <= word.startSec) {
      stretch += 1;
    }
    const { startSec, endSec } = insideSpeech(word, words[index + 1], speech, stretch);
    const start = toMillis(
      Math.min(Math.max(startSec, cursorSec), Math.max(cursorSec, limitSec - MIN_WORD_SEC)),
    );
    const end = toMillis(Math.min(Math.max(endSec, start + MIN_WORD_SEC), limitSec));
    assembled.push({
      text: word.text,
      startSec: start,
      endSec: end,
      confidence: Math.round(word.confidence * 1000) / 1000,
    });
    cursorSec = end;
  }
  return assembled;
}

/** The part of a word's time that lies in the stretch of speech which holds most of it, else beside the nearest. */
function insideSpeech(
  word: HeardWord,
  next: HeardWord | undefined,
  speech: readonly TimeRange[],
  from: number,
): TimeRange {
  let best: TimeRange | undefined;
  let bestSec = -Infinity;
  for (let index = from; index < speech.length; index += 1) {
    const stretch = speech[index];
    if (stretch === undefined || (stretch.startSec >= word.endSec && bestSec > 0)) {
      break;
    }
    // Negative: the silence between them.
    const sharedSec = Math.min(stretch.endSec, word.endSec) - Math.max(stretch.startSec, word.startSec);
    if (sharedSec > bestSec) {
      best = stretch;
      bestSec = sharedSec;
    }
    if (stretch.startSec >= word.endSec) {
      break;
    }
  }
  if (best === undefined) {
    return word;
  }
  if (best.startSec > word.endSec) {
    // The attention of a first word begins in the silence before it, and a breath there holds its time back.
    const lengthSec = word.endSec - word.startSec;
    return {
      startSec: best.startSec,
      endSec: Math.min(best.startSec + lengthSec, next?.startSec ?? Infinity, best.endSec),
    };
  }
  if (best.endSec < word.startSec) {
    const lengthSec = word.endSec - word.startSec;
    return { startSec: Math.max(best.startSec, best.endSec - lengthSec), endSec: best.endSec };
  }
  return {
    startSec: Math.max(best.startSec, word.startSec),
    endSec: Math.min(best.endSec, word.endSec),
  };
}

function toMillis(sec: number): number {
  return Math.round(sec * 1000) / 1000;
}
