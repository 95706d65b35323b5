/** Which words two lists have in common, so that their times can be compared. */

/** Pairs of equal words in order, by the longest common subsequence. */
export function sameWords<Known, Heard>(
  known: readonly Known[],
  heard: readonly Heard[],
  isSame: (one: Known, other: Heard) => boolean,
): readonly (readonly [Known, Heard])[] {
  const table = Array.from({ length: known.length + 1 }, () => new Int32Array(heard.length + 1));
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  for (const [row, a] of [...known.entries()].toReversed()) {
    for (const [column, b] of [...heard.entries()].toReversed()) {
      const best = isSame(a, b)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
      table[row]?.fill(best, column, column + 1);
    }
  }
  const pairs: (readonly [Known, Heard])[] = [];
  let row = 0;
  let column = 0;
  for (
    let a = known[row], b = heard[column];
    a !== undefined && b !== undefined;
    a = known[row], b = heard[column]
  ) {
    if (isSame(a, b)) {
      pairs.push([a, b]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      row += 1;
    } else {
      column += 1;
    }
  }
  return pairs;
}
