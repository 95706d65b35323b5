import { getEventListeners } from 'node:events';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAppError } from '../errors/index.ts';
import { createDeadline } from './deadline.ts';
import { createManualClock } from './manual-clock.fixture.ts';
import { createRetry } from './retry.ts';

/** How an attempt of the plan goes. */
interface Attempt {
  readonly lastsMs: number;
  readonly answer: 'well' | 'fatal' | 'again';
  /** What the server asks for, in milliseconds. */
  readonly askedMs: number | undefined;
  /** What the random draw gives for the wait after it. */
  readonly draw: number;
}

interface Plan {
  readonly attempts: number;
  readonly firstMs: number;
  readonly maxMs: number;
  readonly jitter: 'full' | 'none';
  readonly plan: readonly Attempt[];
  readonly deadlineMs: number | undefined;
  readonly leavesAtMs: number | undefined;
}

/** How it went: when each attempt began, and how and when it all ended. */
interface Course {
  readonly startsMs: number[];
  ending: string;
}

// Fractions that no sum of the other times has: nothing happens at the same moment as these.
const DEADLINE_FRACTION = 0.123_456;
const LEAVE_FRACTION = 0.654_321;

const plans: fc.Arbitrary<Plan> = fc.record({
  attempts: fc.integer({ min: 1, max: 5 }),
  firstMs: fc.integer({ min: 1, max: 200 }),
  maxMs: fc.integer({ min: 1, max: 1_000 }),
  jitter: fc.constantFrom('full', 'none'),
  plan: fc.array(
    fc.record({
      lastsMs: fc.integer({ min: 1, max: 300 }),
      answer: fc.constantFrom('well', 'fatal', 'again', 'again', 'again', 'again'),
      askedMs: fc.option(fc.integer({ min: 0, max: 1_500 }), { nil: undefined, freq: 2 }),
      draw: fc.integer({ min: 0, max: 99 }).map((percent) => percent / 100),
    }),
    { minLength: 5, maxLength: 5 },
  ),
  deadlineMs: fc.option(
    fc.nat(2_000).map((ms) => ms + DEADLINE_FRACTION),
    { nil: undefined, freq: 3 },
  ),
  leavesAtMs: fc.option(
    fc.nat(2_000).map((ms) => ms + LEAVE_FRACTION),
    { nil: undefined, freq: 1 },
  ),
});

/** What must happen, told straight from beginning to end. */
function foretell(made: Plan): Course {
  const startsMs: number[] = [];
  const deadlineMs = made.deadlineMs ?? Infinity;
  const leavesAtMs = made.leavesAtMs ?? Infinity;
  let nowMs = 0;
  for (const [index, { lastsMs, answer, askedMs, draw }] of made.plan.entries()) {
    startsMs.push(nowMs);
    nowMs += lastsMs;
    if (made.deadlineMs !== undefined && Math.min(deadlineMs, leavesAtMs) < nowMs) {
      return {
        startsMs,
        ending: leavesAtMs < deadlineMs ? `left at ${leavesAtMs}` : `deadline at ${deadlineMs}`,
      };
    }
    if (answer === 'well') {
      return { startsMs, ending: `well at ${nowMs}` };
    }
    if (leavesAtMs < nowMs) {
      // Without a deadline nothing tears the caller away from an attempt that ignores its signal.
      return { startsMs, ending: `left at ${nowMs}` };
    }
    if (answer === 'fatal' || index + 1 === made.attempts) {
      return { startsMs, ending: `error ${index} at ${nowMs}` };
    }
    const longestMs = Math.min(made.maxMs, made.firstMs * 2 ** index);
    const ownMs = made.jitter === 'none' ? longestMs : draw * longestMs;
    const leftMs = deadlineMs - nowMs;
    if (askedMs !== undefined && askedMs >= leftMs) {
      return { startsMs, ending: `asked for ${askedMs} at ${nowMs}` };
    }
    const waitMs = Math.max(ownMs, askedMs ?? 0);
    if (waitMs >= leftMs) {
      return { startsMs, ending: `error ${index} at ${nowMs}` };
    }
    if (leavesAtMs < nowMs + waitMs) {
      return { startsMs, ending: `left at ${leavesAtMs}` };
    }
    nowMs += waitMs;
  }
  return expect.fail('the plan is as long as the longest retry');
}

/** What is left when all is over. */
interface Left {
  readonly timers: number;
  readonly listeners: number;
}

async function live(made: Plan): Promise<Course & Left> {
  const clock = createManualClock();
  const course: Course = { startsMs: [], ending: 'never' };
  const caller = new AbortController();
  const retry = createRetry(
    { clock, random: () => made.plan[course.startsMs.length - 1]?.draw ?? 0 },
    {
      name: 'server',
      attempts: made.attempts,
      backoff: { firstMs: made.firstMs, maxMs: made.maxMs, jitter: made.jitter },
      classify: (error) => {
        const attempt = made.plan[Number(error)];
        return attempt?.answer === 'again'
          ? { retry: true, retryAfter: attempt.askedMs === undefined ? null : String(attempt.askedMs / 1000) }
          : { retry: false };
      },
    },
  );
  const work = async (): Promise<string> => {
    const index = course.startsMs.length;
    course.startsMs.push(clock.nowMs());
    await new Promise<void>((resolve) => {
      clock.setTimer(made.plan[index]?.lastsMs ?? 0, resolve);
    });
    if (made.plan[index]?.answer !== 'well') {
      // oxlint-disable-next-line typescript/only-throw-error -- the number of the attempt is all that is asked
      throw index;
    }
    return 'well';
  };
  const run =
    made.deadlineMs === undefined
      ? retry.run(work, caller)
      : createDeadline({ clock }, { name: 'call', timeoutMs: made.deadlineMs }).run(
          (call) => retry.run(work, call),
          caller,
        );
  const describeError = (error: unknown): string => {
    if (error === caller) {
      return 'left';
    }
    if (isAppError(error, 'deadline-exceeded')) {
      return 'deadline';
    }
    return isAppError(error, 'retry-too-late')
      ? `asked for ${Math.round(Number(error.details['seconds']) * 1000)}`
      : `error ${String(error)}`;
  };
  run.then(
    (value) => {
      course.ending = `${value} at ${clock.nowMs()}`;
    },
    (error: unknown) => {
      course.ending = `${describeError(error)} at ${clock.nowMs()}`;
    },
  );
  if (made.leavesAtMs !== undefined) {
    clock.setTimer(made.leavesAtMs, () => caller.abort(caller));
  }
  await clock.advance(20_000);
  const listeners = getEventListeners(caller.signal, 'abort').length;
  return { ...course, timers: clock.pendingTimers, listeners };
}

it('begins each attempt when foretold, none after the deadline, and ends as and when foretold', async () => {
  await fc.assert(
    fc.asyncProperty(plans, async (made) => {
      const course = await live(made);
      expect(course).toEqual({ ...foretell(made), timers: 0, listeners: 0 });
      expect(course.startsMs.length).toBeLessThanOrEqual(made.attempts);
      expect(course.startsMs.every((startMs) => startMs < (made.deadlineMs ?? Infinity))).toBe(true);
    }),
    { numRuns: 800 },
  );
});

it('begins no attempt after the deadline, however the process stalls', async () => {
  const stalls = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 10, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(plans, stalls, async ({ plan, deadlineMs = 500, firstMs }, stallsMs) => {
      const clock = createManualClock();
      const startsMs: number[] = [];
      const retry = createRetry(
        { clock, random: () => plan[startsMs.length - 1]?.draw ?? 0 },
        { name: 'server', attempts: 5, backoff: { firstMs }, classify: () => ({ retry: true }) },
      );
      const deadline = createDeadline({ clock }, { name: 'call', timeoutMs: deadlineMs });
      const ended = deadline
        .run((call) =>
          retry.run(() => Promise.reject(new Error(`start ${startsMs.push(clock.nowMs())}`)), call),
        )
        .catch(() => clock.nowMs());
      for (const ms of stallsMs) {
        await clock.stall(ms);
      }
      await clock.advance(10_000);
      await ended;
      expect(startsMs.every((startMs) => startMs < deadlineMs)).toBe(true);
      expect(clock.pendingTimers).toBe(0);
    }),
    { numRuns: 300 },
  );
});
