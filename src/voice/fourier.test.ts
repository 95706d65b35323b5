import { describe, expect, it } from 'vitest';
import { noise } from '../../test/support/made-voice.ts';
import { createFourier } from './fourier.ts';

const SIZE = 64;
const signal = Float64Array.from(noise(0.003, -6).subarray(0, 40));

describe('the Fourier transform', () => {
  it('gives the power spectrum of a signal that is filled up with zeros', () => {
    const power = new Float64Array(SIZE / 2 + 1);
    createFourier(SIZE).powerOf(signal, power);
    for (const [bin, value] of power.entries()) {
      const sum = (part: (angle: number) => number): number =>
        signal.reduce((total, sample, at) => total + sample * part((2 * Math.PI * bin * at) / SIZE), 0);
      expect(value).toBeCloseTo(sum(Math.cos) ** 2 + sum(Math.sin) ** 2, 9);
    }
  });

  it('gives the autocorrelation that belongs to a spectrum', () => {
    const fourier = createFourier(SIZE);
    const power = new Float64Array(SIZE / 2 + 1);
    // 64 - 40 lags do not meet the signal's other end.
    const lags = new Float64Array(24);
    fourier.powerOf(signal, power);
    fourier.autocorrelationOf(power, lags);
    for (const [lag, value] of lags.entries()) {
      expect(value).toBeCloseTo(
        signal.reduce((sum, sample, at) => sum + sample * (signal[at + lag] ?? 0), 0),
        9,
      );
    }
  });
});
