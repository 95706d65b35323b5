import { describe, expect, it } from 'vitest';
import { mean } from '../statistics.ts';
import { blockInterval, shareInterval } from './interval.ts';

describe('the interval of blocks', () => {
  const blocks = [3, 5, 4, 6, 5, 4, 3, 5, 6, 4];

  it('lies around the value, as wide as Student says: 1.383 standard errors on each side for the mean of ten', () => {
    const [low, high] = blockInterval(blocks, mean) ?? [NaN, NaN];
    const error = Math.sqrt(mean(blocks.map((value) => (value - 4.5) ** 2)) / 9);
    expect((low + high) / 2).toBeCloseTo(4.5);
    expect((high - low) / 2 / error).toBeGreaterThan(1.25);
    expect((high - low) / 2 / error).toBeLessThan(1.52);
  });

  it('is the same every time', () => {
    expect(blockInterval(blocks, mean)).toEqual(blockInterval([...blocks], mean));
  });

  it('is unknown for less than four blocks, and empty where nothing varies', () => {
    expect(blockInterval([1, 2, 3], mean)).toBeUndefined();
    expect(blockInterval([2, 2, 2, 2], mean)).toEqual([2, 2]);
  });
});

describe('the interval of a share', () => {
  it('is that of Wilson', () => {
    // Computed by hand for 3 of 10 and z = 1.2816.
    const [low, high] = shareInterval(3, 10);
    expect(low).toBeCloseTo(0.152, 2);
    expect(high).toBeCloseTo(0.505, 2);
  });

  it('says something even of none and of all', () => {
    expect(shareInterval(0, 10)[0]).toBeCloseTo(0);
    expect(shareInterval(0, 10)[1]).toBeGreaterThan(0.1);
    expect(shareInterval(10, 10)[1]).toBeCloseTo(1);
  });
});
