import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximalSegments } from './maximal-segments.ts';

function sumOf(scores: readonly number[], first: number, last: number): number {
  return scores.slice(first, last + 1).reduce((sum, score) => sum + score, 0);
}

/** The definition itself: take the segment with the greatest sum, the shortest of these, then look on both sides. */
function bySearch(scores: readonly number[], first = 0, last = scores.length - 1): readonly string[] {
  let best = { first: -1, last: -1, score: 0 };
  for (let from = first; from <= last; from += 1) {
    for (let to = from; to <= last; to += 1) {
      const score = sumOf(scores, from, to);
      const isShorter = score === best.score && best.first !== -1 && to - from < best.last - best.first;
      if (score > best.score || isShorter) {
        best = { first: from, last: to, score };
      }
    }
  }
  return best.first === -1
    ? []
    : [
        ...bySearch(scores, first, best.first - 1),
        `${best.first}-${best.last}`,
        ...bySearch(scores, best.last + 1, last),
      ];
}

describe('maximalSegments', () => {
  it('finds the example of its paper', () => {
    expect(maximalSegments([4, -5, 3, -3, 1, 2, -2, 2, -2, 1, 5])).toEqual([
      { first: 0, last: 0, score: 4 },
      { first: 2, last: 2, score: 3 },
      { first: 4, last: 10, score: 7 },
    ]);
  });

  it('finds nothing where nothing is positive', () => {
    expect(maximalSegments([])).toEqual([]);
    expect(maximalSegments([-1, 0, -2])).toEqual([]);
  });

  it('finds what the definition asks for', () => {
    // Odd powers of two apart, so that no two segments have the same sum and the definition has one answer.
    const scores = fc
      .array(fc.integer({ min: -40, max: 40 }), { maxLength: 12 })
      .map((values) => values.map((value, index) => value + 2 ** -(index + 1)));
    fc.assert(
      fc.property(scores, (values) => {
        expect(maximalSegments(values).map(({ first, last }) => `${first}-${last}`)).toEqual(
          bySearch(values),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('takes a hundred thousand scores in a moment, whatever their order', () => {
    const count = 100_000;
    for (const scoreAt of [
      (index: number) => (index % 2 === 0 ? 1 : -2),
      (index: number) => (index % 2 === 0 ? 2 : -1),
      (index: number) => Math.sin(index),
    ]) {
      const scores = Array.from({ length: count }, (_, index) => scoreAt(index));
      expect(maximalSegments(scores).length).toBeGreaterThan(0);
    }
  });
});
