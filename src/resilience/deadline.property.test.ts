import { getEventListeners } from 'node:events';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAppError } from '../errors/index.ts';
import { createAttemptTimeout, createDeadline } from './deadline.ts';
import { createManualClock } from './manual-clock.fixture.ts';

it('ends with whatever comes first of the work, the attempt, the whole and the caller, and says which', async () => {
  const times = fc.record({
    workMs: fc.nat(50),
    // Fractions keep the four apart.
    attemptMs: fc.nat(50).map((ms) => ms + 0.25),
    wholeMs: fc.nat(50).map((ms) => ms + 0.5),
    leavesAtMs: fc.option(
      fc.nat(50).map((ms) => ms + 0.75),
      { nil: Infinity },
    ),
    fails: fc.boolean(),
    heeds: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(times, async ({ workMs, attemptMs, wholeMs, leavesAtMs, fails, heeds }) => {
      const clock = createManualClock();
      const caller = new AbortController();
      const whole = createDeadline({ clock }, { name: 'call', timeoutMs: wholeMs });
      const attempt = createAttemptTimeout({ clock }, { name: 'attempt', timeoutMs: attemptMs });
      const failure = new Error('the work itself');
      const heard: unknown[] = [];
      let endedAtMs: number | undefined;

      const run = whole.run(
        (call) =>
          attempt.run(
            ({ signal }) =>
              new Promise<string>((resolve, reject) => {
                signal.addEventListener('abort', () => heard.push(signal.reason));
                if (heeds) {
                  signal.addEventListener('abort', () => reject(new Error('follows from it')));
                }
                clock.setTimer(workMs, () => (fails ? reject(failure) : resolve('done')));
              }),
            call,
          ),
        caller,
      );
      const outcome = run.then(
        (value) => ({ value }),
        (reason: unknown) => ({ reason }),
      );
      void outcome.then(() => (endedAtMs = clock.nowMs()));
      if (leavesAtMs !== Infinity) {
        clock.setTimer(leavesAtMs, () => caller.abort(caller));
      }
      await clock.advance(200);

      const firstMs = Math.min(workMs, attemptMs, wholeMs, leavesAtMs);
      const result = await outcome;
      const reason = 'reason' in result ? result.reason : undefined;
      expect(endedAtMs).toBe(firstMs);
      expect({
        work: 'value' in result || reason === failure,
        attempt: isAppError(reason, 'attempt-timeout'),
        whole: isAppError(reason, 'deadline-exceeded'),
        caller: reason === caller,
      }).toEqual({
        work: firstMs === workMs,
        attempt: firstMs === attemptMs,
        whole: firstMs === wholeMs,
        caller: firstMs === leavesAtMs,
      });
      // The signal of the work carries the very same reason, or never aborts.
      expect(heard).toEqual(firstMs === workMs ? [] : [reason]);
      expect(clock.pendingTimers).toBe(0);
      expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
