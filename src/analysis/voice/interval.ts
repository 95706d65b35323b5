/** The range that holds the true value in four cases of five, from how much a talk varies within itself. */
import { standardDeviation } from '../statistics.ts';

/** The value of the standard normal distribution that leaves a tenth above it. */
const NORMAL_90 = 1.2816;
/** How often the talk is drawn anew; more moves the ends by less than a hundredth of the range. */
const DRAWS = 400;
/** Fewer blocks do not tell how much a talk varies. */
const MIN_BLOCKS = 4;

/**
 * A bootstrap over blocks: the talk is put together again of its own blocks, drawn with putting back, and the statistic
 * taken each time; the range is as wide as a normal distribution with the deviation of these values. What hangs together
 * belongs into one block, as half a minute of speech does. Of few blocks a bootstrap makes too narrow a range; it is
 * widened as Student's t is wider than the normal distribution. Draws are always the same, so that the same talk has the
 * same range.
 *
 * @returns undefined when there are fewer than 4 blocks
 */
export function blockInterval<T>(
  blocks: readonly T[],
  statistic: (blocks: readonly T[]) => number,
): readonly [number, number] | undefined {
  if (blocks.length < MIN_BLOCKS) {
    return undefined;
  }
  const next = fixedDraws();
  const values = Array.from({ length: DRAWS }, () =>
    statistic(blocks.map((block) => blocks[Math.floor(next() * blocks.length)] ?? block)),
  );
  const degrees = blocks.length - 1;
  // The first terms of the expansion of Student's t (Abramowitz & Stegun 26.7.5), and of a sample's deviation.
  const widening = (1 + (NORMAL_90 ** 2 + 1) / (4 * degrees)) * Math.sqrt(blocks.length / degrees);
  const half = NORMAL_90 * widening * standardDeviation(values);
  const value = statistic(blocks);
  return [value - half, value + half];
}

/** The range of a share that was counted (Wilson 1927), which fits small counts too. */
export function shareInterval(count: number, total: number): readonly [number, number] {
  const share = count / total;
  const z2 = NORMAL_90 ** 2;
  const middle = (share + z2 / (2 * total)) / (1 + z2 / total);
  const half =
    (NORMAL_90 / (1 + z2 / total)) * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** A fixed row of numbers from 0 to 1 that look random (Mulberry32 by Tommy Ettinger, public domain). */
function fixedDraws(): () => number {
  let state = 0x5eed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
