/** Clusters: places where fillers, sounds and words together, come thick; there the thread was lost. */
import type { FillerCluster, TimeRange } from '../../report/index.ts';

/** So many within so many seconds, from the start of the first to the start of the last. */
const MIN_FILLERS = 3;
const WITHIN_SEC = 10;

/** The clusters, in order; overlapping ones are one. `fillers` in any order. */
export function findClusters(fillers: readonly TimeRange[]): readonly FillerCluster[] {
  const sorted = fillers.toSorted((a, b) => a.startSec - b.startSec);
  const clusters: { first: number; last: number }[] = [];
  for (let last = MIN_FILLERS - 1; last < sorted.length; last += 1) {
    const first = last - MIN_FILLERS + 1;
    if ((sorted[last]?.startSec ?? 0) - (sorted[first]?.startSec ?? 0) > WITHIN_SEC) {
      continue;
    }
    const previous = clusters.at(-1);
    if (previous !== undefined && first <= previous.last) {
      previous.last = last;
    } else {
      clusters.push({ first, last });
    }
  }
  return clusters.map(({ first, last }) => {
    const inside = sorted.slice(first, last + 1);
    return {
      startSec: inside[0]?.startSec ?? 0,
      endSec: Math.max(...inside.map(({ endSec }) => endSec)),
      fillers: inside.length,
    };
  });
}
