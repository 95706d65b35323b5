import { describe, expect, it } from 'vitest';
import { coefficientOfVariation, mean, quantile } from './statistics.ts';

describe('statistics', () => {
  it('find quantiles between neighbours, whatever the order', () => {
    const values = [4, 1, 3, 2];
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(values, share))).toEqual([1, 1.75, 2.5, 3.25, 4]);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('measure variation whatever the size', () => {
    expect(mean([1, 3])).toBe(2);
    expect(coefficientOfVariation([1, 3])).toBe(0.5);
    expect(coefficientOfVariation([10, 30])).toBe(0.5);
    expect(coefficientOfVariation([5, 5, 5])).toBe(0);
  });
});
