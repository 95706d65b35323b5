/** Missing pauses: speech that runs on for too long, and after which words a pause would help. */
import type { Absent, AnalysisParameters, MissingPause } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { PlaceFinder } from './places.ts';
import type { Run } from './runs.ts';
import { lengthMs, toMs, toRange } from './span.ts';
import type { TimedWordLayer } from './words.ts';
import { spokenBetween } from './words.ts';

type Limits = Pick<AnalysisParameters, 'maxRunWords' | 'maxRunSec'>;

/** Words without a pause among them, by index. */
interface Piece {
  readonly first: number;
  readonly last: number;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * The runs with more words or seconds than the limits. Each is cut at the clause boundary nearest to its middle, and
 * its parts again as long as they are too long and a clause ends inside; without punctuation no place is named.
 */
export function findMissingPauses(
  words: TimedWordLayer,
  runs: readonly Run[],
  findPlace: PlaceFinder | Absent,
  limits: Limits,
): readonly MissingPause[] {
  const isTooLong = (piece: Piece): boolean =>
    spokenBetween(words, piece.first, piece.last) > limits.maxRunWords ||
    lengthMs(piece) > toMs(limits.maxRunSec);
  return runs.flatMap((run) => {
    const piece = { first: run.firstWord, last: run.lastWord, startMs: run.startMs, endMs: run.endMs };
    if (!isTooLong(piece)) {
      return [];
    }
    const boundaries = isPresent(findPlace) ? boundariesIn(piece, words, findPlace) : [];
    return [
      {
        firstWord: run.firstWord,
        lastWord: run.lastWord,
        ...toRange(run),
        words: run.words,
        pauseAfter: cutsOf(piece, boundaries, isTooLong).map(({ index }) => index),
      },
    ];
  });
}

/** A place where a clause ends: after the word of this index, at this time. */
interface Boundary {
  readonly index: number;
  readonly atMs: number;
}

function boundariesIn(
  { first, last }: Piece,
  { spans }: TimedWordLayer,
  findPlace: PlaceFinder,
): readonly Boundary[] {
  const boundaries: Boundary[] = [];
  for (let index = first; index < last; index += 1) {
    const found = findPlace(index, index + 1);
    if (found.place === 'boundary' && found.placeConfidence !== 'low') {
      const endMs = spans[index]?.endMs ?? 0;
      boundaries.push({ index, atMs: (endMs + (spans[index + 1]?.startMs ?? endMs)) / 2 });
    }
  }
  return boundaries;
}

function cutsOf(
  piece: Piece,
  boundaries: readonly Boundary[],
  isTooLong: (piece: Piece) => boolean,
): readonly Boundary[] {
  const middleMs = (piece.startMs + piece.endMs) / 2;
  const [nearest] = boundaries.toSorted((a, b) => Math.abs(a.atMs - middleMs) - Math.abs(b.atMs - middleMs));
  if (nearest === undefined || !isTooLong(piece)) {
    return [];
  }
  const left = { ...piece, last: nearest.index, endMs: nearest.atMs };
  const right = { ...piece, first: nearest.index + 1, startMs: nearest.atMs };
  const inside = (part: Piece): readonly Boundary[] =>
    boundaries.filter(({ index }) => index >= part.first && index < part.last);
  return [...cutsOf(left, inside(left), isTooLong), nearest, ...cutsOf(right, inside(right), isTooLong)];
}
