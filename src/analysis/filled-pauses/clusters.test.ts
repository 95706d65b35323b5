import { describe, expect, it } from 'vitest';
import { findClusters } from './clusters.ts';

const fillersAt = (...starts: readonly number[]): readonly { startSec: number; endSec: number }[] =>
  starts.map((startSec) => ({ startSec, endSec: startSec + 0.5 }));

describe('findClusters', () => {
  it('needs three fillers that begin within ten seconds', () => {
    expect(findClusters(fillersAt(0, 5, 10))).toEqual([{ startSec: 0, endSec: 10.5, fillers: 3 }]);
    expect(findClusters(fillersAt(0, 5, 10.1))).toEqual([]);
    expect(findClusters(fillersAt(0, 1))).toEqual([]);
  });

  it('makes overlapping clusters one, and keeps those apart that share nothing', () => {
    expect(findClusters(fillersAt(0, 4, 8, 13))).toEqual([{ startSec: 0, endSec: 13.5, fillers: 4 }]);
    expect(findClusters(fillersAt(0, 1, 2, 40, 41, 42))).toEqual([
      { startSec: 0, endSec: 2.5, fillers: 3 },
      { startSec: 40, endSec: 42.5, fillers: 3 },
    ]);
  });

  it('does not mind the order', () => {
    expect(findClusters(fillersAt(8, 0, 4))).toEqual(findClusters(fillersAt(0, 4, 8)));
  });
});
