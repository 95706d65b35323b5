/** The clock that every part of resilience is given: time and timers as a port, so that tests move them by hand. */

/** Cancels a timer; does nothing once the timer has fired or was cancelled. */
export type CancelTimer = () => void;

/** Time and timers. */
export interface Clock {
  /** Milliseconds since some fixed moment. Never goes back, whatever happens to the wall clock. */
  nowMs(): number;
  /** Milliseconds since 1970 UTC: for dates that others send, never for measuring. */
  wallMs(): number;
  /** Calls `callback` once, `delayMs` from now (any size, never early by more than the platform's rounding). */
  setTimer(delayMs: number, callback: () => void): CancelTimer;
}

/** Numbers from 0 (inclusive) to 1 (exclusive), such as `Math.random`. */
export type Random = () => number;

/** The platform fires a longer timer at once instead of late. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * The clock of this machine. Its timers keep the process alive until they fire or are cancelled.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { systemClock } from './index.ts';
 *
 * const startedMs = systemClock.nowMs();
 * await new Promise<void>((resolve) => systemClock.setTimer(2, resolve));
 * assert.ok(systemClock.nowMs() > startedMs);
 * ```
 */
export const systemClock: Clock = Object.freeze({
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
  setTimer(delayMs: number, callback: () => void): CancelTimer {
    if (delayMs <= LONGEST_TIMEOUT_MS) {
      // The platform cuts fractions off, which would fire early.
      const timer = setTimeout(callback, Math.ceil(delayMs));
      return () => clearTimeout(timer);
    }
    let cancel = systemClock.setTimer(LONGEST_TIMEOUT_MS, () => {
      cancel = systemClock.setTimer(delayMs - LONGEST_TIMEOUT_MS, callback);
    });
    return () => cancel();
  },
});
