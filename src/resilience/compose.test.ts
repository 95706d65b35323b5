import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../errors/index.ts';
import type { Verdict } from './circuit-breaker.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { compose } from './compose.ts';
import { createAttemptTimeout, createDeadline } from './deadline.ts';
import { createManualClock, settle } from './manual-clock.fixture.ts';
import { observe } from './observe.fixture.ts';
import { createRetry } from './retry.ts';
import { createSemaphore } from './semaphore.ts';
import { createTokenBucket } from './token-bucket.ts';

const name = 'GigaChat';

const classify = (error: unknown): Verdict => {
  if (isAppError(error, 'attempt-timeout')) {
    return 'timeout';
  }
  return error instanceof Error && error.message === '429' ? 'busy' : 'failure';
};

function setUp() {
  const clock = createManualClock();
  const deps = { clock, random: () => 1 };
  const parts = {
    deadline: createDeadline(deps, { name, timeoutMs: 60_000 }),
    breaker: createCircuitBreaker(deps, { name, classify }),
    semaphore: createSemaphore(deps, { name: 'calls', limit: 1, maxWaiting: 2 }),
    retry: createRetry(deps, { name, classify: () => ({ retry: true }) }),
    bucket: createTokenBucket(deps, { name: 'attempts', everyMs: 100, burst: 10, maxWaiting: 5 }),
    timeout: createAttemptTimeout(deps, { name, timeoutMs: 5_000 }),
  };
  return { clock, parts, policy: compose(parts), caller: new AbortController() };
}

const never = (): Promise<never> => new Promise(() => undefined);

describe('compose', () => {
  it('prints the policies from the outside in, whatever order they were given in', () => {
    const { parts } = setUp();
    const { timeout, deadline, semaphore } = parts;
    const policy = compose({ timeout, semaphore, deadline });
    expect(inspect(policy)).toBe('deadline 60 s › at most 1 calls at once, 2 waiting › attempt within 5 s');
    expect(String(policy)).toBe(inspect(policy));
    expect(Object.isFrozen(policy)).toBe(true);
    expect(String(compose({}))).toBe('no policy');
  });

  it('does the work as it is without any policy', async () => {
    await expect(compose({}).run(({ signal }) => signal.aborted)).resolves.toBe(false);
  });

  it('covers waiting and all attempts with the deadline, each attempt with the time-out', async () => {
    const { clock, policy } = setUp();
    const startsMs: number[] = [];
    const outcome = observe(
      policy.run(() => {
        startsMs.push(clock.nowMs());
        return never();
      }),
    );
    await clock.advance(60_000);
    expect(startsMs).toEqual([0, 6_000, 13_000]);
    expect(outcome()).toMatchObject({ reason: { code: 'attempt-timeout' } });
    expect(clock.pendingTimers).toBe(0);
  });

  it('lets a caller wait for its turn no longer than the deadline', async () => {
    const { clock, parts, policy } = setUp();
    await parts.semaphore.acquire();
    const outcome = observe(policy.run(never));
    await clock.advance(60_000);
    expect(outcome()).toMatchObject({ reason: { code: 'deadline-exceeded' } });
    expect([parts.semaphore.load().waiting, clock.pendingTimers]).toEqual([0, 0]);
  });

  it('counts attempts, not calls, with the breaker, and does not retry its refusal', async () => {
    const { clock, parts, policy } = setUp();
    let attempts = 0;
    const fail = () => {
      attempts += 1;
      return Promise.reject(new Error('500'));
    };
    const outcomes = [policy.run(fail), policy.run(fail)].map(observe);
    await clock.advance(20_000);
    expect(attempts).toBe(5);
    expect(outcomes.map((outcome) => outcome())).toMatchObject([
      { reason: { message: '500' } },
      { reason: { code: 'circuit-open' } },
    ]);
    expect(parts.breaker.state).toBe('open');
  });

  it('answers at once while the breaker is open, though every place is taken', async () => {
    const { clock, parts, policy } = setUp();
    observe(policy.run(never));
    await settle();
    for (let i = 0; i < 5; i += 1) {
      await parts.breaker.run(() => Promise.reject(new Error('500'))).catch(() => undefined);
    }
    const outcome = observe(policy.run(() => 'well'));
    await settle();
    expect(outcome()).toMatchObject({ reason: { code: 'circuit-open' } });
    expect(clock.nowMs()).toBe(0);
  });

  it('refuses those who waited while the breaker opened', async () => {
    const { clock, policy } = setUp();
    let attempts = 0;
    const fail = () => {
      attempts += 1;
      return Promise.reject(new Error('500'));
    };
    const outcomes = [policy.run(fail), policy.run(fail), policy.run(fail)].map(observe);
    await clock.advance(20_000);
    expect(attempts).toBe(5);
    expect(outcomes[2]?.()).toMatchObject({ reason: { code: 'circuit-open' } });
  });

  it('takes three calls that were busy to the end for a used-up quota', async () => {
    const { clock, parts, policy } = setUp();
    const outcomes = [1, 2, 3].map(() => observe(policy.run(() => Promise.reject(new Error('429')))));
    await clock.advance(20_000);
    expect(outcomes.map((outcome) => outcome())).toMatchObject(
      [1, 2, 3].map(() => ({ reason: { message: '429' } })),
    );
    expect(parts.breaker.state).toBe('quota');
  });

  it('pays a token for each attempt', async () => {
    const { clock, parts, policy } = setUp();
    const outcome = observe(policy.run(() => Promise.reject(new Error('429'))));
    await clock.advance(3_000);
    expect(outcome().state).toBe('rejected');
    expect(parts.bucket.load().active).toBe(1);
  });

  it('hands the reason of the caller through every policy untouched, and leaves nothing behind', async () => {
    const { clock, parts, policy, caller } = setUp();
    const inWork = observe(policy.run(never, caller));
    const inLine = observe(policy.run(never, caller));
    await settle();
    const reason = { why: 'closed the tab' };
    caller.abort(reason);
    await settle();
    expect([inWork(), inLine()]).toEqual([
      { state: 'rejected', reason },
      { state: 'rejected', reason },
    ]);
    expect([clock.pendingTimers, parts.breaker.state]).toEqual([0, 'closed']);
    expect(parts.semaphore.load()).toMatchObject({ active: 0, waiting: 0 });
  });
});
