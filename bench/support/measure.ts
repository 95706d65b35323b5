/** Measuring: medians of runs that take turns, so that a busy moment of the machine hits every candidate alike. */

/** The middle value; the mean of the two middle ones when their number is even. `NaN` for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN;
  return (lower + upper) / 2;
}

/** Something to measure: does its work once and says what it found, in a unit of its own. */
export type Candidate = () => number | Promise<number>;

/**
 * Runs every candidate `runs` times in turn, and gives the median of each.
 *
 * @param options.warmUp whether each runs once before, uncounted; not needed by those that load all they need
 *   themselves. Default true
 */
export async function measureInTurns<K extends string>(
  candidates: Readonly<Record<K, Candidate>>,
  runs: number,
  { warmUp = true } = {},
): Promise<Record<K, number>> {
  const entries = Object.entries<Candidate>(candidates);
  const found = new Map(entries.map(([name]) => [name, [] as number[]]));
  for (let run = warmUp ? -1 : 0; run < runs; run += 1) {
    for (const [name, candidate] of entries) {
      const value = await candidate();
      if (run >= 0) {
        found.get(name)?.push(value);
      }
    }
  }
  const medians = entries.map(([name]) => [name, median(found.get(name) ?? [])]);
  return Object.fromEntries(medians);
}

/** Milliseconds that `work` takes, the awaiting of it included. */
export async function timeMs(work: () => unknown): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/**
 * Milliseconds of processor time that this process spends while `work` runs, the collecting of its garbage included:
 * for work without waiting, on a machine that others use too.
 */
export async function cpuMs(work: () => unknown): Promise<number> {
  // What came before leaves its garbage to be collected now, not in the middle of this. A full collection would also
  // throw compiled code away.
  globalThis.gc?.({ type: 'minor' });
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
