/** Compares two sounds that went through different codecs. */

/** How far one may lie behind the other, in samples: codecs add up to a tenth of a second. */
const MAX_LAG = 1600;

/** Every so many-th lag is looked at: an eighth of a millisecond is nothing for speech. */
const LAG_STEP = 2;

/** How much of the sound is compared, in samples. */
const WINDOW = 6000;

/** How alike two sounds are. */
export interface Likeness {
  /** The highest normalised cross-correlation: 1 for the same sound at any level, about 0 for another. */
  readonly correlation: number;
  /** Where it was found: by how much the second is late, in seconds. */
  readonly lagSec: number;
}

/** Compares from `fromSec` on. */
export function compareSound(original: Float32Array, copy: Float32Array, fromSec: number): Likeness {
  const start = fromSec * 16_000;
  const part = original.subarray(start, start + WINDOW);
  let best: Likeness = { correlation: -1, lagSec: 0 };
  for (let lag = -MAX_LAG; lag <= MAX_LAG; lag += LAG_STEP) {
    const correlation = correlate(part, copy.subarray(start + lag, start + lag + WINDOW));
    if (correlation > best.correlation) {
      best = { correlation, lagSec: lag / 16_000 };
    }
  }
  return best;
}

/** Root mean square. */
export function rms(samples: Float32Array): number {
  return Math.sqrt(dot(samples, samples) / samples.length);
}

function correlate(first: Float32Array, second: Float32Array): number {
  const power = dot(first, first) * dot(second, second);
  return power === 0 ? 0 : dot(first, second) / Math.sqrt(power);
}

function dot(first: Float32Array, second: Float32Array): number {
  const length = Math.min(first.length, second.length);
  let sum = 0;
  for (let index = 0; index < length; index += 1) {
    sum += (first[index] ?? 0) * (second[index] ?? 0);
  }
  return sum;
}
