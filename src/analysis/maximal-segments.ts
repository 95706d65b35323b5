/** Where in a row of scores the positive ones prevail: all maximal segments, in one pass. */

/** Scores from one index to another, both inclusive, and their sum. */
export interface Segment {
  readonly first: number;
  readonly last: number;
  readonly score: number;
}

interface Candidate extends Segment {
  /** Sum of all scores before it. */
  readonly before: number;
  /** Sum of all scores up to its end. */
  readonly through: number;
}

/**
 * The segments that cannot be made longer or shorter without a smaller sum, in order, never overlapping: each begins
 * and ends with positive scores, and every start and end of it has a positive sum. Takes linear time.
 *
 * Source: Ruzzo & Tompa 1999, "A linear time algorithm for finding all maximal scoring subsequences".
 */
export function maximalSegments(scores: readonly number[]): readonly Segment[] {
  /** Those that a later score may still lengthen; `before` rises from each to the next. */
  const open: Candidate[] = [];
  /** Those that only a longer segment around them can replace. */
  const closed: Candidate[] = [];
  let sum = 0;
  for (const [index, score] of scores.entries()) {
    const before = sum;
    sum += score;
    if (score <= 0) {
      continue;
    }
    let candidate: Candidate = { first: index, last: index, score, before, through: sum };
    for (;;) {
      popWhile(open, (earlier) => earlier.before >= candidate.before).forEach((earlier) =>
        closed.push(earlier),
      );
      const earlier = open.at(-1);
      if (earlier === undefined || earlier.through >= candidate.through) {
        break;
      }
      open.pop();
      const { first, before: from } = earlier;
      popWhile(closed, (inner) => inner.first > first);
      const { last, through } = candidate;
      candidate = { first, last, score: through - from, before: from, through };
    }
    open.push(candidate);
  }
  return [...closed, ...open]
    .toSorted((a, b) => a.first - b.first)
    .map(({ first, last, score }) => ({ first, last, score }));
}

function popWhile(stack: Candidate[], holds: (top: Candidate) => boolean): readonly Candidate[] {
  const popped: Candidate[] = [];
  for (let top = stack.at(-1); top !== undefined && holds(top); top = stack.at(-1)) {
    stack.pop();
    popped.push(top);
  }
  return popped;
}
