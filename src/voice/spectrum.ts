/** The power spectrum of a frame, by one transform that pitch, formants and bands share. */
import type { Fourier } from './fourier.ts';
import { SAMPLE_RATE_HZ } from './grid.ts';

/** Takes the spectrum of one window after another. */
export interface SpectrumTaker {
  /** Hz from one bin to the next. */
  readonly binHz: number;
  /** Power by bin, so that the sum of all is the mean square of the signal. Used again for the next window. */
  readonly power: Float64Array;
  /** The power spectrum of the taper itself, in no particular unit. */
  readonly taperPower: Float64Array;
  take(window: Float64Array): void;
}

/** See {@link SpectrumTaker}. Windows of `length` samples are tapered by a Hann window, their mean taken out. */
export function createSpectrumTaker(fourier: Fourier, length: number): SpectrumTaker {
  const taper = Float64Array.from(
    { length },
    (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / length),
  );
  const energy = taper.reduce((sum, value) => sum + value * value, 0);
  const tapered = new Float64Array(length);
  const bins = fourier.size / 2 + 1;
  const power = new Float64Array(bins);
  const taperPower = new Float64Array(bins);
  fourier.powerOf(taper, taperPower);
  // Bins above 0 stand for their mirror images as well.
  const scale = 2 / (fourier.size * energy);
  return Object.freeze({
    binHz: SAMPLE_RATE_HZ / fourier.size,
    power,
    taperPower,
    take(window: Float64Array): void {
      let mean = 0;
      for (let at = 0; at < length; at += 1) {
        mean += window[at] ?? 0;
      }
      mean /= length;
      for (let at = 0; at < length; at += 1) {
        tapered[at] = ((window[at] ?? 0) - mean) * (taper[at] ?? 0);
      }
      fourier.powerOf(tapered, power);
      for (let bin = 0; bin < bins; bin += 1) {
        power[bin] = (power[bin] ?? 0) * scale;
      }
    },
  });
}
