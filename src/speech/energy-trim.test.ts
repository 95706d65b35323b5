import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEnergyTrim } from './energy-trim.ts';
import { SAMPLE_RATE_HZ } from './recognizer.ts';

/** Two seconds at a quiet room's level, loud in the ranges (in seconds). */
function room(...loud: readonly (readonly [fromSec: number, toSec: number])[]): Float32Array {
  const samples = Float32Array.from(
    { length: 2 * SAMPLE_RATE_HZ },
    (_, index) => 0.001 * Math.sin(index * 1.7),
  );
  for (const [fromSec, toSec] of loud) {
    for (let index = fromSec * SAMPLE_RATE_HZ; index < toSec * SAMPLE_RATE_HZ; index += 1) {
      samples[Math.round(index)] = 0.3 * Math.sin(index * 0.3);
    }
  }
  return samples;
}

describe('trimming a word to its sound', () => {
  it('cuts silence at both ends', () => {
    const { startSec, endSec } = createEnergyTrim(room([0.5, 0.9]))(0.2, 1.4);
    expect(startSec).toBeCloseTo(0.5, 2);
    expect(endSec).toBeCloseTo(0.9, 2);
  });

  it('leaves an edge that is as quiet as a plosive for as long as one', () => {
    expect(createEnergyTrim(room([0.5, 0.9]))(0.43, 0.97)).toEqual({ startSec: 0.43, endSec: 0.97 });
  });

  it('keeps the longer part of a word that a long silence splits', () => {
    const { startSec, endSec } = createEnergyTrim(room([0.2, 0.3], [0.8, 1.2]))(0.2, 1.2);
    expect(startSec).toBeCloseTo(0.8, 2);
    expect(endSec).toBe(1.2);
  });

  it('keeps a word whole over a short silence', () => {
    expect(createEnergyTrim(room([0.2, 0.5], [0.65, 0.9]))(0.2, 0.9)).toEqual({ startSec: 0.2, endSec: 0.9 });
  });

  it('leaves a word without any sound where it is', () => {
    expect(createEnergyTrim(room([0.5, 0.9]))(1.2, 1.6)).toEqual({ startSec: 1.2, endSec: 1.6 });
  });

  it('finds a soft voice 30 dB under a loud one in the same chunk', () => {
    const samples = room([0.2, 0.5]);
    samples.set(
      room([0.8, 1.2]).map((sample) => sample * 0.03),
      0,
    );
    samples.set(room([0.2, 0.5]).subarray(0, 0.6 * SAMPLE_RATE_HZ), 0);
    const { startSec, endSec } = createEnergyTrim(samples)(0.65, 1.5);
    expect(startSec).toBeCloseTo(0.8, 2);
    expect(endSec).toBeCloseTo(1.2, 2);
  });

  it('never makes a word longer, nor turns it round, whatever the sound', () => {
    const seconds = fc.double({ min: 0, max: 2.5, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: 200 }),
        seconds,
        seconds,
        (levels, one, other) => {
          const samples = Float32Array.from(
            { length: levels.length * 160 },
            (_, index) => (levels[Math.floor(index / 160)] ?? 0) * Math.sin(index),
          );
          const [startSec, endSec] = [Math.min(one, other), Math.max(one, other)];
          const trimmed = createEnergyTrim(samples)(startSec, endSec);
          expect(trimmed.startSec).toBeGreaterThanOrEqual(startSec);
          expect(trimmed.endSec).toBeLessThanOrEqual(endSec);
          expect(trimmed.startSec).toBeLessThanOrEqual(trimmed.endSec);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has nothing to trim in no sound at all', () => {
    expect(createEnergyTrim(new Float32Array(0))(0, 0.5)).toEqual({ startSec: 0, endSec: 0.5 });
  });
});
