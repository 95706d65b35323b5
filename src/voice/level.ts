/** The level of a frame: RMS of 25 ms, the mean taken out. */
import { MIN_LEVEL_DB } from '../report/index.ts';
import { SAMPLE_RATE_HZ } from './grid.ts';

const LENGTH = 0.025 * SAMPLE_RATE_HZ;

/** The level of the middle 25 ms of a window, in dBFS, at least {@link MIN_LEVEL_DB}. */
export function levelDbOf(window: Float64Array): number {
  const start = (window.length - LENGTH) / 2;
  let sum = 0;
  let squares = 0;
  for (let at = start; at < start + LENGTH; at += 1) {
    const sample = window[at] ?? 0;
    sum += sample;
    squares += sample * sample;
  }
  // What rounding leaves of a constant lies far below the least level.
  const power = squares / LENGTH - (sum / LENGTH) ** 2;
  return power > 0 ? Math.max(MIN_LEVEL_DB, 10 * Math.log10(power)) : MIN_LEVEL_DB;
}
