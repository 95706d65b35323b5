import { getEventListeners } from 'node:events';
import { inspect } from 'node:util';
import { queryObjects } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { createAttemptTimeout, createDeadline } from './deadline.ts';
import { createManualClock, settle } from './manual-clock.fixture.ts';
import { observe } from './observe.fixture.ts';

const never = (): Promise<never> => new Promise(() => undefined);

function setUp(timeoutMs = 100) {
  const clock = createManualClock();
  return {
    clock,
    deadline: createDeadline({ clock }, { name: 'the coach', timeoutMs }),
    timeout: createAttemptTimeout({ clock }, { name: 'GigaChat', timeoutMs: 30 }),
    caller: new AbortController(),
  };
}

describe('run', () => {
  it('gives what the work gives, and leaves no timer and no listener', async () => {
    const { clock, deadline, caller } = setUp();
    await expect(deadline.run(() => 'done', caller)).resolves.toBe('done');
    await expect(deadline.run(() => Promise.reject(new Error('broken')), caller)).rejects.toThrow('broken');
    const thrown = deadline.run(() => {
      throw new Error('before the first await');
    }, caller);
    await expect(thrown).rejects.toThrow('before the first await');
    expect(clock.pendingTimers).toBe(0);
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
  });

  it('ends work that ignores its signal, at its time', async () => {
    const { clock, deadline } = setUp();
    const outcome = observe(deadline.run(never));
    await clock.advance(99);
    expect(outcome().state).toBe('pending');
    await clock.advance(1);
    expect(outcome()).toMatchObject({
      reason: {
        code: 'deadline-exceeded',
        message: 'the coach took longer than 0.1 s in all and was stopped.',
      },
    });
  });

  it('aborts the signal of the work with the reason that the caller gets', async () => {
    const { clock, deadline } = setUp();
    const reasons: unknown[] = [];
    const outcome = observe(
      deadline.run(({ signal }) => {
        signal.addEventListener('abort', () => reasons.push(signal.reason));
        return never();
      }),
    );
    await clock.advance(100);
    expect(outcome()).toEqual({ state: 'rejected', reason: reasons[0] });
  });

  it('rethrows the reason of the caller untouched, whatever the work makes of the abort', async () => {
    const { deadline, caller } = setUp();
    const outcome = observe(
      deadline.run(
        ({ signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener('abort', () => reject(new Error('wrapped')));
          }),
        caller,
      ),
    );
    const reason = Symbol('closed the tab');
    caller.abort(reason);
    await settle();
    expect(outcome()).toEqual({ state: 'rejected', reason });
  });

  it('ends for a caller who goes while the work begins', async () => {
    const { deadline, caller } = setUp();
    const outcome = observe(
      deadline.run(() => {
        caller.abort('gone');
        return never();
      }, caller),
    );
    await settle();
    expect(outcome()).toEqual({ state: 'rejected', reason: 'gone' });
  });

  it('does not begin for a caller who has gone', async () => {
    const { deadline } = setUp();
    const outcome = observe(deadline.run(() => 'worked', { signal: AbortSignal.abort('gone') }));
    await settle();
    expect(outcome()).toEqual({ state: 'rejected', reason: 'gone' });
  });

  it('never aborts after the work is done', async () => {
    const { clock, deadline, caller } = setUp();
    const signal = await deadline.run((context) => context.signal, caller);
    caller.abort();
    await clock.advance(1_000);
    expect(signal.aborted).toBe(false);
  });

  it('drops the late failure of work that was left behind', async () => {
    const { clock, deadline } = setUp();
    const { promise, reject } = Promise.withResolvers<never>();
    const outcome = observe(deadline.run(() => promise));
    await clock.advance(100);
    // An unhandled rejection would fail the run.
    reject(new Error('late'));
    await settle();
    expect(outcome()).toMatchObject({ reason: { code: 'deadline-exceeded' } });
  });
});

describe('one inside the other', () => {
  it('an attempt times out under its own name, the whole under its own', async () => {
    const { clock, deadline, timeout } = setUp();
    const outcome = observe(
      deadline.run(async (context) => {
        await expect(timeout.run(never, context)).rejects.toMatchObject({ code: 'attempt-timeout' });
        await expect(timeout.run(never, context)).rejects.toMatchObject({ code: 'attempt-timeout' });
        await expect(timeout.run(never, context)).rejects.toMatchObject({ code: 'attempt-timeout' });
        expect(clock.nowMs()).toBe(90);
        await expect(timeout.run(never, context)).rejects.toMatchObject({ code: 'deadline-exceeded' });
        throw new Error('seen');
      }),
    );
    await clock.advance(100);
    expect(outcome()).toMatchObject({ reason: { code: 'deadline-exceeded' } });
    expect(clock.pendingTimers).toBe(0);
  });

  it.each([20, 30])(
    'tells inner work that the whole ends in %d ms, with one timer for both',
    async (wholeMs) => {
      const { clock, deadline, timeout } = setUp(wholeMs);
      await clock.advance(5);
      const outcome = observe(
        deadline.run((call) =>
          timeout.run((inner) => {
            expect([inner.endsAtMs, clock.pendingTimers]).toEqual([5 + wholeMs, 1]);
            return never();
          }, call),
        ),
      );
      await clock.advance(30);
      expect(outcome()).toMatchObject({ reason: { code: 'deadline-exceeded' } });
    },
  );
});

describe('start', () => {
  it('counts down, and carries the reason that ended it', async () => {
    const { clock, deadline } = setUp();
    const running = deadline.start();
    await clock.advance(40);
    expect([running.remainingMs(), running.reason, running.signal.aborted]).toEqual([60, undefined, false]);
    await clock.advance(80);
    expect(running.remainingMs()).toBe(0);
    expect(running.reason).toMatchObject({ code: 'deadline-exceeded' });
    expect(running.signal.reason).toBe(running.reason);
  });

  it('has ended at once when the caller has gone, also for a signal that is read only later', async () => {
    const { clock, deadline } = setUp();
    using running = deadline.start({ signal: AbortSignal.abort('gone') });
    expect([running.reason, running.signal.reason]).toEqual(['gone', 'gone']);
    await expect(running.race(Promise.reject(new Error('late')))).rejects.toBe('gone');
    expect(clock.pendingTimers).toBe(0);
  });

  it('stops at the end of its block', () => {
    const { clock, deadline, caller } = setUp();
    {
      using running = deadline.start(caller);
      expect(running.reason).toBeUndefined();
      expect(clock.pendingTimers).toBe(1);
    }
    expect(clock.pendingTimers).toBe(0);
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
  });

  it('keeps nothing of the races that are over', async () => {
    const { deadline } = setUp();
    using running = deadline.start();
    await running.race(Promise.resolve());
    const before = queryObjects(Promise, { format: 'count' });
    for (let i = 0; i < 1_000; i += 1) {
      await running.race(Promise.resolve());
      await running.race(Promise.reject(new Error('broken'))).catch(() => undefined);
    }
    // The test runner's own promises come and go.
    expect(queryObjects(Promise, { format: 'count' }) - before).toBeLessThan(20);
  });

  it('composes with any other signal', async () => {
    const { clock, deadline, caller } = setUp();
    using running = deadline.start();
    const either = AbortSignal.any([running.signal, caller.signal]);
    await clock.advance(100);
    expect(either.reason).toBe(running.reason);
  });
});

it('is frozen and prints itself', () => {
  const { deadline, timeout } = setUp(90_000);
  expect([String(deadline), inspect(timeout)]).toEqual(['deadline 90 s', 'attempt within 30 ms']);
  expect(Object.isFrozen(deadline)).toBe(true);
});

it('refuses a time that is none', () => {
  expect(() => setUp(0)).toThrow(new RangeError('timeoutMs must be a number above 0, not 0'));
});
