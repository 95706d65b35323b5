/** How long to wait before trying again: doubling waits under a cap, drawn at random so that callers spread out. */
import type { Random } from './clock.ts';
import { requirePositive } from './options.ts';

/** The growth of the waits between attempts. */
export interface BackoffOptions {
  /** The longest first wait, in milliseconds. Default: 1,000. */
  readonly firstMs: number;
  /** How much longer each further wait may be, 1 or more. Default: 2. */
  readonly factor: number;
  /** No wait is longer than this many milliseconds. Default: 30,000. */
  readonly maxMs: number;
  /**
   * `full` (default) draws each wait evenly between 0 and its length, which spreads callers that failed together
   * best (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015); `none` waits the whole length.
   */
  readonly jitter: 'full' | 'none';
}

/**
 * The waits when nothing else is asked for: up to 1 s, then up to twice as long each time, at most 30 s.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { BACKOFF_DEFAULTS } from './index.ts';
 *
 * assert.deepEqual(BACKOFF_DEFAULTS, { firstMs: 1_000, factor: 2, maxMs: 30_000, jitter: 'full' });
 * ```
 */
export const BACKOFF_DEFAULTS: BackoffOptions = Object.freeze({
  firstMs: 1_000,
  factor: 2,
  maxMs: 30_000,
  jitter: 'full',
});

/**
 * The wait before one retry, in milliseconds, 0 or more.
 *
 * @param retry 1 for the wait after the first attempt, 2 after the second, and so on
 * @param random where the draw comes from; not asked without jitter
 * @param options what differs from {@link BACKOFF_DEFAULTS}; a wrong number throws a `RangeError`
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { backoffMs } from './index.ts';
 *
 * const longest = [1, 2, 3, 4, 5, 6].map((retry) => backoffMs(retry, Math.random, { jitter: 'none' }));
 * assert.deepEqual(longest, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000]);
 *
 * assert.equal(backoffMs(3, () => 0.25), 1_000); // a quarter of the 4 s that the third wait may last
 * ```
 */
export function backoffMs(retry: number, random: Random, options: Partial<BackoffOptions> = {}): number {
  const { firstMs, factor, maxMs, jitter } = toBackoff(options);
  const longestMs = Math.min(maxMs, firstMs * factor ** (retry - 1));
  return jitter === 'none' ? longestMs : random() * longestMs;
}

/** The options with the defaults filled in, checked and frozen. */
export function toBackoff(options: Partial<BackoffOptions>): BackoffOptions {
  const whole = { ...BACKOFF_DEFAULTS, ...options };
  requirePositive('firstMs', whole.firstMs);
  requirePositive('maxMs', whole.maxMs);
  if (!(whole.factor >= 1)) {
    throw new RangeError(`factor must be 1 or more, not ${whole.factor}`);
  }
  return Object.freeze(whole);
}
