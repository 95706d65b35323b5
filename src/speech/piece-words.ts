/** Pieces of text become words: each with the frames it was heard in, trimmed to where there is sound. */
import { firstFrames } from './alignment.ts';
import { createEnergyTrim } from './energy-trim.ts';
import type { HeardWord } from './recognizer.ts';
import { SAMPLE_RATE_HZ } from './recognizer.ts';

/** A token as text. */
export interface Piece {
  /** What it adds to a word; empty when a later piece completes the character that it begins. */
  readonly text: string;
  /** Whether a new word begins with it. */
  readonly opensWord: boolean;
}

/** A piece, and what decoding found out about it. */
export interface HeardPiece extends Piece {
  /** Natural logarithm: 0 is certain. */
  readonly logProbability: number;
  /** How much it attends to each of the encoder's frames. */
  readonly attention: Float32Array;
}

/** How a model's frames lie in the sound. */
export interface FrameTiming {
  readonly frameSec: number;
  /** How much the attention runs ahead of the sound. */
  readonly leadSec: number;
  /** Shorter silence at a word's edge belongs to the word. */
  readonly minEdgeSec: number;
}

/** Punctuation is not said: it takes no time, and doubt about it is no doubt about the word. `%` and `&` are said. */
export const UNSAID = /^(?:(?![%&@#])\p{P})+$/u;
/** Punctuation that stands right behind a word; any other, such as a dash between blanks, keeps its distance. */
export const TRAILING = /^[.,!?;:…]+$/;
/** What a shown word has at least one of. */
export const WORDLIKE = /[\p{L}\p{N}]/u;

interface GrowingWord {
  text: string;
  startSec: number;
  endSec: number;
  logProbability: number;
  /** Pieces that are said; none in punctuation that stands alone. */
  pieces: number;
}

/**
 * The words of pieces, each with letters or digits; what has none is shown with the word before it. Times are seconds
 * from the first sample, confidence is the geometric mean of the probabilities of what is said.
 *
 * @param endMark the attention of the mark that ended the text, which bounds the last word; undefined without one
 */
export function wordsOfPieces(
  pieces: readonly HeardPiece[],
  endMark: Float32Array | undefined,
  samples: Float32Array,
  timing: FrameTiming,
): readonly HeardWord[] {
  const trim = createEnergyTrim(samples, timing);
  const grown = grow(pieces, endMark, samples.length / SAMPLE_RATE_HZ, timing);
  return joinSigns(grown, endWith).map((word) => ({
    text: word.text,
    ...trim(word.startSec, word.endSec),
    confidence: Math.exp(word.logProbability / word.pieces),
  }));
}

/** Pieces put together wherever one opens a word. */
function grow(
  pieces: readonly HeardPiece[],
  endMark: Float32Array | undefined,
  durationSec: number,
  { frameSec, leadSec }: FrameTiming,
): readonly GrowingWord[] {
  const isSaid = saidOf(pieces);
  const first = framesOf(pieces, isSaid, endMark);
  const toSec = (frame: number): number => Math.min(durationSec, frame * frameSec + leadSec);
  const words: GrowingWord[] = [];
  for (const [index, { text, opensWord, logProbability }] of pieces.entries()) {
    const startSec = toSec(first[index] ?? 0);
    let word = words.at(-1);
    if (opensWord || word === undefined) {
      word = { text: '', startSec, endSec: startSec, logProbability: 0, pieces: 0 };
      words.push(word);
    }
    word.text += text;
    if (isSaid[index] === true) {
      word.endSec = toSec(first[index + 1] ?? 0);
      word.logProbability += logProbability;
      word.pieces += 1;
    }
  }
  return words;
}

/** Which pieces are said. A part of a character is as the piece that completes it. */
function saidOf(pieces: readonly Piece[]): readonly boolean[] {
  const said: boolean[] = [];
  for (const { text } of pieces.toReversed()) {
    said.push(text === '' ? (said.at(-1) ?? true) : !UNSAID.test(text));
  }
  return said.toReversed();
}

/**
 * The first frame of each piece, and the frame after the last. Punctuation has none of its own, and gets the next
 * piece's: a comma attends to the word that follows it, and would take its frames.
 */
function framesOf(
  pieces: readonly HeardPiece[],
  isSaid: readonly boolean[],
  endMark: Float32Array | undefined,
): readonly number[] {
  const rows = pieces.filter((_, index) => isSaid[index]).map(({ attention }) => attention);
  if (endMark !== undefined) {
    rows.push(endMark);
  }
  const frames = rows[0]?.length ?? 0;
  const said = firstFrames(rows, frames);
  let next = 0;
  return [...isSaid, true].map((one) => {
    const frame = said[next] ?? frames;
    next += one ? 1 : 0;
    return frame;
  });
}

/**
 * The words with letters or digits; each sign that stands alone goes to the word before it.
 *
 * @param extend gives that word the times of the sign
 */
export function joinSigns<Word extends { text: string }>(
  grown: readonly Word[],
  extend: (word: Word, sign: Word) => void,
): readonly Word[] {
  const words: Word[] = [];
  for (const word of grown) {
    const before = words.at(-1);
    if (WORDLIKE.test(word.text)) {
      words.push(word);
    } else if (before !== undefined && word.text !== '') {
      before.text += TRAILING.test(word.text) ? word.text : ` ${word.text}`;
      extend(before, word);
    }
  }
  return words;
}

function endWith(word: GrowingWord, { endSec }: GrowingWord): void {
  word.endSec = Math.max(word.endSec, endSec);
}
