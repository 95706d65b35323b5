/** Chance that is the same every time: a generator of numbers from a seed. */

export interface Random {
  /** From `low` up to, but not including, `high`. */
  between(low: number, high: number): number;
  /** One of several. */
  pick<T>(from: readonly [T, ...T[]]): T;
}

/** Mulberry32: a full period of 2^32 from any seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (low, high) => low + (high - low) * next(),
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
  };
}
