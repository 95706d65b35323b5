import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountBefore } from './amounts.ts';

describe('amountBefore', () => {
  const before = amountBefore(
    [
      { startMs: 0, endMs: 100 },
      { startMs: 200, endMs: 200 },
      { startMs: 300, endMs: 500 },
    ],
    (_, index) => [4, 1, 10][index] ?? 0,
  );

  it('spreads each amount evenly over its span, and gives that of an empty span at once', () => {
    expect([-50, 0, 25, 100, 199, 200, 300, 400, 900].map(before)).toEqual([0, 0, 1, 4, 4, 5, 5, 10, 15]);
  });

  it('never falls, and what lies in two parts lies in the whole', () => {
    const spans = fc
      .array(fc.record({ gapMs: fc.nat(50), lengthMs: fc.nat(200) }), { maxLength: 30 })
      .map((parts) => {
        let atMs = 0;
        return parts.map(({ gapMs, lengthMs }) => {
          const startMs = atMs + gapMs;
          atMs = startMs + lengthMs;
          return { startMs, endMs: atMs };
        });
      });
    fc.assert(
      fc.property(spans, fc.array(fc.nat(3000), { minLength: 3, maxLength: 3 }), (all, moments) => {
        const sum = amountBefore(all, (_, index) => index + 1);
        const [a = 0, b = 0, c = 0] = moments.toSorted((x, y) => x - y).map(sum);
        expect(a).toBeLessThanOrEqual(b);
        expect(b - a + (c - b)).toBeCloseTo(c - a, 9);
        expect(sum(1e9)).toBe((all.length * (all.length + 1)) / 2);
      }),
    );
  });
});
