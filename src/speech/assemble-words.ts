/** Words of all chunks become the transcript's: in order, not overlapping, and never inside a silence. */
import type { TimeRange, Word } from '../report/index.ts';
import type { HeardWord } from './recognizer.ts';

/** The shortest time that a word is given. */
const MIN_WORD_SEC = 0.02;

/** No word is longer; what a model or a server prints when it repeats itself may be. */
const MAX_CHARACTERS = 120;

/** The groups of a number such as 84 000, which recognisers print as words of their own. */
const FIRST_GROUP = /^\d{1,3}$/;
const NEXT_GROUP = /^\d{3}(?!\d)/;
const NO_BREAK_SPACE = '\u00a0';
/** Two numbers that stand apart are two. */
const MAX_GROUP_GAP_SEC = 0.3;

/**
 * Puts heard words in order. A word that reaches into a silence between two stretches of speech keeps the side that
 * holds more of it; one that was placed in the silence itself moves to the speech nearest to it. The groups of one
 * number are one word.
 *
 * @param heard in the order they were heard
 * @param speech where somebody speaks, in order
 * @param durationSec the length of the recording
 */
export function assembleWords(
  heard: readonly HeardWord[],
  speech: readonly TimeRange[],
  durationSec: number,
): readonly Word[] {
  const words = joinNumbers(heard);
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
      text: word.text.slice(0, MAX_CHARACTERS),
      startSec: start,
      endSec: end,
      ...(word.confidence === undefined ? {} : { confidence: Math.round(word.confidence * 1000) / 1000 }),
    });
    cursorSec = end;
  }
  return assembled;
}

function joinNumbers(heard: readonly HeardWord[]): readonly HeardWord[] {
  const joined: HeardWord[] = [];
  for (const word of heard) {
    const before = joined.at(-1);
    const groups = before?.text.split(NO_BREAK_SPACE) ?? [];
    const isNumber = groups.every((group, index) => (index === 0 ? FIRST_GROUP : /^\d{3}$/).test(group));
    const isClose = before !== undefined && word.startSec - before.endSec < MAX_GROUP_GAP_SEC;
    if (!isClose || !isNumber || !NEXT_GROUP.test(word.text)) {
      joined.push(word);
      continue;
    }
    const confidences = [before.confidence, word.confidence].filter((one) => one !== undefined);
    joined[joined.length - 1] = {
      text: `${before.text}${NO_BREAK_SPACE}${word.text}`,
      startSec: before.startSec,
      endSec: word.endSec,
      ...(confidences.length === 0 ? {} : { confidence: Math.min(...confidences) }),
    };
  }
  return joined;
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
