/** A time-out that counts only the time spent waiting: not while the reader is busy with what it got. */

/** Adds up waits. */
export interface WaitClock {
  /** Waits for `step`. When the time is used up before it settles, `onTimeout` is called and the wait goes on. */
  wait<T>(step: Promise<T>): Promise<T>;
  /** How much time was allowed when it was used up, in milliseconds; `null` while there is some left. */
  timedOutMs(): number | null;
}

/**
 * See {@link WaitClock}.
 *
 * @param allowedMs how much may be waited in all, asked at each wait, as it may grow
 * @param onTimeout must make the step settle
 */
export function createWaitClock(allowedMs: () => number, onTimeout: () => void): WaitClock {
  let waitedMs = 0;
  let timedOut: number | null = null;

  return {
    async wait(step) {
      const startedMs = performance.now();
      const allowed = allowedMs();
      const leftMs = Math.max(0, allowed - waitedMs);
      const timer = setTimeout(() => {
        timedOut = allowed;
        onTimeout();
      }, leftMs);
      try {
        return await step;
      } finally {
        clearTimeout(timer);
        waitedMs += performance.now() - startedMs;
      }
    },
    timedOutMs: () => timedOut,
  };
}
