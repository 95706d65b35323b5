/** How far each word stands out of its neighbours, by pitch, loudness and length together. */
import { mean, standardDeviation } from '../statistics.ts';
import type { WordSound } from './word-sounds.ts';

/** The prominence of a word: the mean of three standard scores; about 0 for most words, over 1 for a stressed one. */
export interface ProminentWord extends WordSound {
  readonly prominence: number;
}

/**
 * Where neighbours are alike, a small difference is not made a large one: scores are never counted in less than these.
 * Just noticeable differences in running speech are about 1.5 semitones ('t Hart 1981) and 1 to 2 dB.
 */
const LEAST_SD = { pitchSt: 1.5, levelDb: 2, lengthLog: 0.2 } as const;
/** Fewer neighbours tell nothing. */
const MIN_NEIGHBOURS = 5;

/**
 * The prominence of every word that has enough neighbours. A word is compared with those whose middle lies within
 * `windowMs` of its own, itself included.
 *
 * @param words in order of time
 */
export function prominences(words: readonly WordSound[], windowMs: number): readonly ProminentWord[] {
  const features = words.map((word) => ({
    word,
    middleMs: (word.startMs + word.endMs) / 2,
    peakSt: word.peakSt,
    levelDb: word.levelDb,
    lengthLog: Math.log(word.syllableMs),
  }));
  let from = 0;
  let to = 0;
  return features.flatMap(({ word, ...own }) => {
    while ((features[from]?.middleMs ?? Infinity) < own.middleMs - windowMs) {
      from += 1;
    }
    while ((features[to]?.middleMs ?? Infinity) <= own.middleMs + windowMs) {
      to += 1;
    }
    const neighbours = features.slice(from, to);
    if (neighbours.length < MIN_NEIGHBOURS) {
      return [];
    }
    const score = (value: (feature: typeof own) => number, leastSd: number): number =>
      standardScore(value(own), neighbours.map(value), leastSd);
    const prominence = mean([
      score(({ peakSt }) => peakSt, LEAST_SD.pitchSt),
      score(({ levelDb }) => levelDb, LEAST_SD.levelDb),
      score(({ lengthLog }) => lengthLog, LEAST_SD.lengthLog),
    ]);
    return [{ ...word, prominence }];
  });
}

function standardScore(value: number, others: readonly number[], leastSd: number): number {
  return (value - mean(others)) / Math.max(leastSd, standardDeviation(others));
}
