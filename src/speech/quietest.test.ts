import { describe, expect, it } from 'vitest';
import { quietestSample } from './quietest.ts';
import { SAMPLE_RATE_HZ } from './recognizer.ts';

/** A loud second with 60 ms of silence from `silentSec`. */
function loudBut(silentSec: number): Float32Array {
  const samples = new Float32Array(SAMPLE_RATE_HZ).fill(0.5);
  return samples.fill(0, silentSec * SAMPLE_RATE_HZ, (silentSec + 0.06) * SAMPLE_RATE_HZ);
}

describe('quietestSample', () => {
  it.each([0.3, 0.47, 0.6])('is in the silence at %d s', (silentSec) => {
    const cutSec = quietestSample(loudBut(silentSec), 4_000, 12_000) / SAMPLE_RATE_HZ;
    expect(cutSec).toBeGreaterThan(silentSec);
    expect(cutSec).toBeLessThan(silentSec + 0.06);
  });

  it('looks nowhere but between the two samples', () => {
    const cut = quietestSample(loudBut(0), 4_000, 12_000);
    expect(cut).toBeGreaterThanOrEqual(4_000);
    expect(cut).toBeLessThanOrEqual(12_000);
  });

  it('is a whole sample number, also between uneven ones', () => {
    expect(Number.isInteger(quietestSample(new Float32Array(9_999), 9_999 / 4, (9_999 * 3) / 4))).toBe(true);
  });

  it('is the middle when there is no room to look for it', () => {
    expect(quietestSample(new Float32Array(300), 100, 201)).toBe(150);
  });
});
