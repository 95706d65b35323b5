/** How well filled pauses were found: an event is right when it overlaps the true one by half of the longer of the two. */
import type { TimeRange } from '../../../src/report/index.ts';

/** What was found of what is there. */
export interface Score {
  readonly right: number;
  readonly found: number;
  readonly wanted: number;
  readonly minutes: number;
  /** How far the borders of the right ones are off, in seconds, starts and ends together. */
  readonly borderErrorsSec: readonly number[];
}

/** Compares what was found in a recording with the truth. */
export function score(found: readonly TimeRange[], wanted: readonly TimeRange[], minutes: number): Score {
  const pairs = wanted.flatMap((truth) => {
    const match = found.find((event) => isSame(event, truth));
    return match === undefined ? [] : [{ truth, match }];
  });
  return {
    right: pairs.length,
    found: found.length,
    wanted: wanted.length,
    minutes,
    borderErrorsSec: pairs.flatMap(({ truth, match }) => [
      Math.abs(match.startSec - truth.startSec),
      Math.abs(match.endSec - truth.endSec),
    ]),
  };
}

/** Several recordings together. */
export function sumScores(scores: readonly Score[]): Score {
  const sum = (pick: (one: Score) => number): number => scores.reduce((total, one) => total + pick(one), 0);
  return {
    right: sum((one) => one.right),
    found: sum((one) => one.found),
    wanted: sum((one) => one.wanted),
    minutes: sum((one) => one.minutes),
    borderErrorsSec: scores.flatMap((one) => one.borderErrorsSec),
  };
}

/** The harmonic mean of precision and recall; 1 when nothing is wanted and nothing is found. */
export function f1({ right, found, wanted }: Score): number {
  return found + wanted === 0 ? 1 : (2 * right) / (found + wanted);
}

/** Found where nothing is, per minute. */
export function falseAlarmsPerMinute({ right, found, minutes }: Score): number {
  return (found - right) / minutes;
}

/** Whether two events are the same one. */
export function isSame(a: TimeRange, b: TimeRange): boolean {
  const overlap = Math.min(a.endSec, b.endSec) - Math.max(a.startSec, b.startSec);
  return overlap >= 0.5 * Math.max(a.endSec - a.startSec, b.endSec - b.startSec);
}
