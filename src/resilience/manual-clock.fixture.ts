/** A clock that only moves when it is told to: for tests, here and in every part that is given a clock. */
import type { CancelTimer, Clock } from './clock.ts';

/** A {@link Clock} that a test moves, and that can count what was left running. */
export interface ManualClock extends Clock {
  /** Timers that have neither fired nor been cancelled. */
  readonly pendingTimers: number;
  /**
   * Moves on by `ms`, firing each timer at its time, in order, and letting everything that follows from one happen
   * before the next.
   */
  advance(ms: number): Promise<void>;
  /** Moves on by `ms` as a blocked process does: timers that came due fire only afterwards, all of them late. */
  stall(ms: number): Promise<void>;
}

interface Timer {
  readonly dueMs: number;
  readonly callback: () => void;
}

/**
 * Lets everything that is ready happen: all microtasks, and what they make ready. A turn of the event loop begins
 * only when no microtask is left.
 */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Makes a clock that stands still at `startMs` (monotonic) and at `wallStartMs` on the wall. */
export function createManualClock(startMs = 0, wallStartMs = Date.UTC(2026, 0, 1)): ManualClock {
  const timers = new Set<Timer>();
  let nowMs = startMs;

  function earliest(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of timers) {
      // Strictly less: of two timers due together the older fires first.
      if (first === undefined || timer.dueMs < first.dueMs) {
        first = timer;
      }
    }
    return first;
  }

  async function fireUntil(endMs: number, move: (timer: Timer) => void): Promise<void> {
    await settle();
    for (let next = earliest(); next !== undefined && next.dueMs <= endMs; next = earliest()) {
      move(next);
      timers.delete(next);
      next.callback();
      await settle();
    }
  }

  return {
    nowMs: () => nowMs,
    wallMs: () => wallStartMs + (nowMs - startMs),
    setTimer(delayMs, callback): CancelTimer {
      const timer: Timer = { dueMs: nowMs + Math.max(0, delayMs), callback };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    get pendingTimers() {
      return timers.size;
    },
    async advance(ms) {
      const endMs = nowMs + ms;
      await fireUntil(endMs, (timer) => {
        nowMs = Math.max(nowMs, timer.dueMs);
      });
      nowMs = endMs;
    },
    async stall(ms) {
      nowMs += ms;
      await fireUntil(nowMs, () => undefined);
    },
  };
}
