/** How many decimals each number of a report has. */
import type { Unit } from '../report/index.ts';

/** Decimals by unit: more would claim more than the measurement knows. Times have three. */
const DECIMALS: Readonly<Record<Unit, number>> = {
  s: 3,
  ratio: 3,
  count: 0,
  words: 1,
  syllables: 1,
  'words/min': 1,
  'syllables/min': 1,
  'syllables/s': 2,
  'per-min': 2,
  'per-100-words': 2,
  points: 0,
  st: 2,
  dB: 1,
  Hz: 0,
};

/** A value as reports show it in its unit. */
export function roundFor(unit: Unit, value: number): number {
  return roundTo(value, DECIMALS[unit]);
}

/** To a number of decimals, halves up. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
