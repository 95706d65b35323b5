/**
 * The text says what is said, with its punctuation; the pieces that a server tells times or probabilities of say when,
 * and how surely. The two are matched by their letters, so that it does not matter how a server cuts words, whether it
 * keeps their punctuation, or whether it counts wrong.
 */
import type { TimeRange } from '../../../report/index.ts';
import { TRAILING } from '../../piece-words.ts';
import { alignLetters, lettersOf } from './align-letters.ts';
import type { Piece } from './answer.ts';

/** A word as it is shown. */
export interface ShownWord {
  readonly text: string;
  readonly letters: readonly string[];
  /** The stretch of text that it comes from. */
  readonly part: number;
}

/** What the pieces say of a shown word. */
export interface PlacedWord {
  readonly time: TimeRange | undefined;
  readonly probability: number | undefined;
}

/** The words of a text that comes in parts. Punctuation that stands alone is shown with the word before it. */
export function toShownWords(parts: readonly string[]): readonly ShownWord[] {
  const words: ShownWord[] = [];
  let leading = '';
  for (const [part, text] of parts.entries()) {
    for (const token of text.split(/\s+/).filter((one) => one !== '')) {
      const letters = lettersOf(token);
      const before = words.at(-1);
      if (letters.length > 0) {
        words.push({ text: leading + token, letters, part });
        leading = '';
      } else if (before === undefined) {
        leading += `${token} `;
      } else {
        const shown = before.text + (TRAILING.test(token) ? token : ` ${token}`);
        words[words.length - 1] = { ...before, text: shown };
      }
    }
  }
  return words;
}

/** A letter of a piece. */
interface PieceLetter {
  readonly letter: string;
  readonly piece: number;
  /** Where in its piece it begins and ends, 0 to 1. */
  readonly from: number;
  readonly to: number;
}

/** A word whose letters are mostly in no piece was not meant by any. */
const MIN_FOUND = 0.5;

/** What the pieces say of each word. Times are in order and do not overlap. */
export function placeWords(words: readonly ShownWord[], pieces: readonly Piece[]): readonly PlacedWord[] {
  const letters = pieces.flatMap(({ text }, piece) => lettersOfPiece(text, piece));
  const found = alignLetters(
    words.map((word) => word.letters),
    toWords(pieces).map((own) => own.flatMap(({ text }) => lettersOf(text))),
  );
  const times = timesInOrder(pieces);
  let at = 0;
  let lastPiece = -1;
  return words.map((word) => {
    const own = Array.from(found.subarray(at, at + word.letters.length)).filter((index) => index >= 0);
    at += word.letters.length;
    const first = letters[own[0] ?? -1];
    const last = letters[own.at(-1) ?? -1];
    if (first === undefined || last === undefined || own.length < MIN_FOUND * word.letters.length) {
      return { time: undefined, probability: undefined };
    }
    const isShared = first.piece === lastPiece;
    lastPiece = last.piece;
    const nextPiece = letters[(own.at(-1) ?? 0) + 1]?.piece;
    return {
      time: timeBetween(
        times,
        isShared ? first : { ...first, from: 0 },
        nextPiece === last.piece ? last : { ...last, to: 1 },
      ),
      probability: meanProbability(pieces.slice(first.piece, last.piece + 1)),
    };
  });
}

/** Pieces as the words that they are part of. Tokens tell by a blank where one begins; words have none, or all one. */
function toWords(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const areTokens = pieces.some(({ text }) => /^\s/.test(text));
  const words: Piece[][] = [];
  for (const piece of pieces) {
    const word = words.at(-1);
    if (word === undefined || !areTokens || /^\s/.test(piece.text)) {
      words.push([piece]);
    } else {
      word.push(piece);
    }
  }
  return words;
}

function lettersOfPiece(text: string, piece: number): readonly PieceLetter[] {
  const letters = lettersOf(text);
  return letters.map((letter, index) => ({
    letter,
    piece,
    from: index / letters.length,
    to: (index + 1) / letters.length,
  }));
}

/** From the beginning of a letter to the end of another. */
function timeBetween(
  times: readonly (TimeRange | undefined)[],
  first: PieceLetter,
  last: PieceLetter,
): TimeRange | undefined {
  const start = times[first.piece];
  const end = times[last.piece];
  return start && end && { startSec: within(start, first.from), endSec: within(end, last.to) };
}

function within({ startSec, endSec }: TimeRange, part: number): number {
  return startSec + part * (endSec - startSec);
}

/** The times that are believed: the most of them whose beginnings are in order. None reaches into the next. */
function timesInOrder(pieces: readonly Piece[]): readonly (TimeRange | undefined)[] {
  const believed = longestInOrder(pieces.map(({ time }) => time?.startSec));
  const times: (TimeRange | undefined)[] = pieces.map(() => undefined);
  let nextSec = Infinity;
  for (const index of believed.toReversed()) {
    const time = pieces[index]?.time;
    if (time !== undefined) {
      times[index] = { startSec: time.startSec, endSec: Math.min(time.endSec, nextSec) };
      nextSec = time.startSec;
    }
  }
  return times;
}

/** The indices of the longest series of values that never fall. */
function longestInOrder(values: readonly (number | undefined)[]): readonly number[] {
  /** The best last index of a series of each length. */
  const lasts: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, value] of values.entries()) {
    if (value === undefined) {
      continue;
    }
    const longer = lasts.findIndex((last) => (values[last] ?? 0) > value);
    const place = longer === -1 ? lasts.length : longer;
    previous[index] = lasts[place - 1];
    lasts[place] = index;
  }
  const series: number[] = [];
  for (let index = lasts.at(-1); index !== undefined; index = previous[index]) {
    series.unshift(index);
  }
  return series;
}

/** Geometric mean of those that are known. */
function meanProbability(pieces: readonly Piece[]): number | undefined {
  const known = pieces.flatMap(({ probability }) => probability ?? []);
  const logs = known.reduce((sum, probability) => sum + Math.log(probability), 0);
  return known.length === 0 ? undefined : Math.exp(logs / known.length);
}
