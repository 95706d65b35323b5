import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import type { CircuitBreakerOptions, CircuitEvent, Verdict } from './circuit-breaker.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createAttemptTimeout, createDeadline } from './deadline.ts';
import { createManualClock, settle } from './manual-clock.fixture.ts';
import { observe } from './observe.fixture.ts';

class Told extends Error {
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    super(verdict);
    this.verdict = verdict;
  }
}

const classify = (error: unknown): Verdict => (error instanceof Told ? error.verdict : 'failure');

function setUp(options: Partial<CircuitBreakerOptions> = {}) {
  const clock = createManualClock();
  const breaker = createCircuitBreaker({ clock }, { name: 'GigaChat', classify, ...options });
  const events: CircuitEvent[] = [];
  const unsubscribe = breaker.onStateChange((event) => events.push(event));
  /** Makes calls that end as told, one after the other. */
  const tell = async (...verdicts: Verdict[]) => {
    for (const verdict of verdicts) {
      await breaker
        .run(() => (verdict === 'alive' ? 'well' : Promise.reject(new Told(verdict))))
        .catch(() => 'ill');
    }
    return breaker.state;
  };
  /** Makes whole calls that end `busy` after all their attempts. */
  const endBusy = async (times: number) => {
    for (let i = 0; i < times; i += 1) {
      await breaker
        .guard((call) => breaker.run(() => Promise.reject(new Told('busy')), call))
        .catch(() => 'busy');
    }
    return breaker.state;
  };
  return { clock, breaker, events, unsubscribe, tell, endBusy };
}

/** A breaker that is open, at the end of its time. */
async function opened() {
  const made = setUp({ failuresInRow: { failure: 1 } });
  await made.tell('failure');
  await made.clock.advance(60_000);
  return made;
}

const times = (n: number, verdict: Verdict): Verdict[] => Array.from({ length: n }, () => verdict);

describe('opens', () => {
  it('after five failures in a row, for 60 s', async () => {
    const { clock, tell, breaker } = setUp();
    expect(await tell(...times(4, 'failure'))).toBe('closed');
    expect(await tell('failure')).toBe('open');
    await clock.advance(59_999);
    await expect(breaker.run(() => 'well')).rejects.toMatchObject({ code: 'circuit-open' });
    await clock.advance(1);
    await expect(breaker.run(() => 'well')).resolves.toBe('well');
    expect(breaker.state).toBe('closed');
  });

  it('counts failures in a row only: a success begins anew', async () => {
    const { tell } = setUp();
    expect(await tell(...times(4, 'failure'), 'alive', ...times(4, 'failure'))).toBe('closed');
  });

  it('counts failures and time-outs together, and takes the number of the kind that came last', async () => {
    const { tell } = setUp({ failuresInRow: { failure: 4, timeout: 3 } });
    expect(await tell('timeout', 'timeout', 'failure')).toBe('closed');
    expect(await tell('timeout')).toBe('open');
  });

  it('on the first time-out when it is set so, as for a cache that is worth nothing when it is slow', async () => {
    const { clock, breaker, tell } = setUp({ failuresInRow: { timeout: 1 } });
    expect(await tell('failure', 'failure')).toBe('closed');
    const timeout = createAttemptTimeout({ clock }, { name: 'Redis', timeoutMs: 50 });
    const slow = createCircuitBreaker({ clock }, { name: 'Redis', failuresInRow: { timeout: 1 } });
    const outcome = observe(slow.run((call) => timeout.run(() => new Promise(() => undefined), call)));
    await clock.advance(50);
    expect(outcome()).toMatchObject({ reason: { code: 'attempt-timeout' } });
    expect([slow.state, breaker.state]).toEqual(['open', 'closed']);
  });

  it('at a share of failures over a sliding window, which forgets by age and by number', async () => {
    const window = { share: 0.5, calls: 6, windowMs: 1_000, minCalls: 4 };
    const { clock, tell } = setUp({ failuresInRow: { failure: 100 }, failureShare: window });
    expect(await tell('failure', 'failure', 'failure')).toBe('closed');
    await clock.advance(1_000);
    expect(await tell('alive', 'alive', 'failure')).toBe('closed');
    expect(await tell('alive', 'alive', 'alive', 'alive', 'failure')).toBe('closed');
    expect(await tell('failure')).toBe('closed');
    expect(await tell('failure')).toBe('open');
  });
});

describe('does not count', () => {
  it('busy answers', async () => {
    const { tell } = setUp();
    expect(await tell(...times(4, 'failure'), ...times(20, 'busy'), 'nothing')).toBe('closed');
    expect(await tell('failure')).toBe('open');
  });

  it('what the caller ended, whatever error it ends with', async () => {
    const { breaker } = setUp({ failuresInRow: { failure: 1 } });
    const caller = new AbortController();
    const outcome = observe(
      breaker.run(async ({ signal }) => {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        throw new Told('failure');
      }, caller),
    );
    caller.abort('gone');
    await settle();
    expect([outcome().state, breaker.state]).toEqual(['rejected', 'closed']);
  });

  it('its own refusals and those of limits, though the caller would', async () => {
    const { breaker } = setUp({ failuresInRow: { failure: 1 }, classify: () => 'failure' });
    for (const code of ['circuit-open', 'quota-exceeded', 'too-busy'] as const) {
      await expect(breaker.run(() => Promise.reject(new AppError(code)))).rejects.toMatchObject({ code });
    }
    expect(breaker.state).toBe('closed');
  });

  it('late outcomes of calls that began before it opened', async () => {
    const { clock, breaker, tell } = setUp({ failuresInRow: { failure: 1 } });
    const settleLate = Array.from({ length: 2 }, () => Promise.withResolvers<string>());
    const [good, bad] = settleLate.map(({ promise }) => observe(breaker.run(() => promise)));
    await tell('failure');
    settleLate[0]?.resolve('well');
    await settle();
    expect([good?.().state, breaker.state]).toEqual(['fulfilled', 'open']);
    await clock.advance(60_000);
    expect(await tell('alive')).toBe('closed');
    settleLate[1]?.reject(new Told('failure'));
    await settle();
    expect([bad?.().state, breaker.state]).toEqual(['rejected', 'closed']);
  });
});

describe('a deadline that ends the call', () => {
  it('counts as a time-out of the service, also when the deadline is outside', async () => {
    const { clock, breaker } = setUp({ failuresInRow: { timeout: 1 }, classify: () => 'nothing' });
    const deadline = createDeadline({ clock }, { name: 'GigaChat', timeoutMs: 100 });
    const hung = deadline.run((call) =>
      breaker.run(({ signal }) => {
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('socket closed')));
        });
      }, call),
    );
    const outcome = observe(hung);
    await clock.advance(100);
    expect([outcome().state, breaker.state]).toEqual(['rejected', 'open']);
  });
});

describe('half-open', () => {
  it('lets one call try and answers the others at once', async () => {
    const { breaker } = await opened();
    const probe = Promise.withResolvers<string>();
    const outcome = observe(breaker.run(() => probe.promise));
    expect(breaker.state).toBe('half-open');
    await expect(breaker.run(() => 'another')).rejects.toMatchObject({ code: 'circuit-open' });
    probe.resolve('well');
    await settle();
    expect([outcome().state, breaker.state]).toEqual(['fulfilled', 'closed']);
  });

  it.each([
    ['failure', 'open'],
    ['timeout', 'open'],
    ['quota', 'quota'],
    ['alive', 'closed'],
    ['busy', 'half-open'],
    ['nothing', 'half-open'],
  ] as const)('a probe that ends with %s makes it %s', async (verdict, state) => {
    const { tell } = await opened();
    expect(await tell(verdict)).toBe(state);
  });

  it('lets the next call try when the probe told nothing', async () => {
    const { breaker, tell } = await opened();
    await tell('busy');
    await expect(breaker.run(() => 'well')).resolves.toBe('well');
    expect(breaker.state).toBe('closed');
  });

  it('gives up on a probe that never ends, and ignores it from then on', async () => {
    const { clock, breaker } = await opened();
    const lost = Promise.withResolvers<string>();
    observe(breaker.run(() => lost.promise));
    await clock.advance(60_000);
    const probe = Promise.withResolvers<string>();
    observe(breaker.run(() => probe.promise));
    lost.resolve('well at last');
    await settle();
    expect(breaker.state).toBe('half-open');
    probe.resolve('well');
    await settle();
    expect(breaker.state).toBe('closed');
  });
});

describe('quota', () => {
  it('opens on a quota answer, for its own time, and says so', async () => {
    const { clock, breaker, tell } = setUp({ quotaMs: 300_000 });
    expect(await tell('quota')).toBe('quota');
    await clock.advance(60_000);
    await expect(breaker.run(() => 'well')).rejects.toMatchObject({
      code: 'quota-exceeded',
      message: 'GigaChat has no quota left and is not asked for another 240 s.',
    });
    await clock.advance(240_000);
    expect(await tell('alive')).toBe('closed');
  });

  it('opens after three calls in a row that were busy to the end', async () => {
    const { endBusy } = setUp();
    expect(await endBusy(2)).toBe('closed');
    expect(await endBusy(1)).toBe('quota');
  });

  it('begins to count anew after a success', async () => {
    const { endBusy, tell } = setUp();
    await endBusy(2);
    await tell('alive');
    expect(await endBusy(2)).toBe('closed');
  });

  it('counts a busy call whose next wait would have been too long', async () => {
    const { breaker } = setUp({ busyCallsInRow: 1 });
    const tooLate = new AppError('retry-too-late', {}, { cause: new Told('busy') });
    await expect(breaker.guard(() => Promise.reject(tooLate))).rejects.toBe(tooLate);
    expect(breaker.state).toBe('quota');
  });

  it('comes back at once when the first call after its time is busy to the end as well', async () => {
    const { clock, endBusy } = setUp();
    await endBusy(3);
    await clock.advance(600_000);
    expect(await endBusy(1)).toBe('quota');
  });
});

describe('a refusal', () => {
  it('comes at once, without calling the work, and says for how long', async () => {
    const { breaker, tell } = setUp({ failuresInRow: { failure: 1 } });
    await tell('failure');
    let called = false;
    const refused = observe(
      breaker.run(() => {
        called = true;
      }),
    );
    await Promise.resolve();
    expect(refused()).toMatchObject({
      reason: {
        code: 'circuit-open',
        message: 'GigaChat keeps failing and is left alone for another 60 s.',
      },
    });
    expect(called).toBe(false);
  });

  it('comes from the guard too, before anything is waited for', async () => {
    const { breaker, tell } = setUp({ failuresInRow: { failure: 1 } });
    await tell('failure');
    await expect(breaker.guard(() => 'queue')).rejects.toMatchObject({ code: 'circuit-open' });
  });
});

describe('onStateChange', () => {
  it('tells every change once, with its cause, until unsubscribed', async () => {
    const { clock, events, tell, unsubscribe } = setUp({ failuresInRow: { failure: 1 } });
    await tell('failure');
    await clock.advance(60_000);
    await tell('busy', 'busy', 'alive');
    unsubscribe();
    await tell('quota');
    expect(events).toEqual([
      { name: 'GigaChat', from: 'closed', to: 'open', atMs: 0, cause: new Told('failure') },
      { name: 'GigaChat', from: 'open', to: 'half-open', atMs: 60_000, cause: undefined },
      { name: 'GigaChat', from: 'half-open', to: 'closed', atMs: 60_000, cause: undefined },
    ]);
  });
});

describe('by default', () => {
  it('takes time-outs for time-outs and every other error for a failure', async () => {
    const clock = createManualClock();
    const breaker = createCircuitBreaker({ clock }, { name: 'x', failuresInRow: { failure: 2, timeout: 1 } });
    await expect(breaker.run(() => Promise.reject(new Error('reset')))).rejects.toThrow('reset');
    expect(breaker.state).toBe('closed');
    const late = new AppError('attempt-timeout', { name: 'x', seconds: 1 });
    await expect(breaker.run(() => Promise.reject(late))).rejects.toBe(late);
    expect(breaker.state).toBe('open');
  });
});

it('is frozen and prints itself', () => {
  const { breaker } = setUp({ failureShare: { share: 0.5, calls: 20, windowMs: 60_000, minCalls: 10 } });
  expect(String(breaker)).toBe(
    'circuit breaker GigaChat, closed (opens for 60 s after 5 failures or 5 time-outs in a row ' +
      'or 50 % of the last 20 within 60 s (from 10); for 10 min after 3 busy calls)',
  );
  expect(Object.isFrozen(breaker)).toBe(true);
});

it.each<[string, Partial<CircuitBreakerOptions>]>([
  ['openMs', { openMs: 0 }],
  ['quotaMs', { quotaMs: -1 }],
  ['busyCallsInRow', { busyCallsInRow: 0 }],
  ['failuresInRow.failure', { failuresInRow: { failure: 0.5 } }],
  ['failuresInRow.timeout', { failuresInRow: { timeout: 0 } }],
  ['failureShare.share', { failureShare: { share: 1.5, calls: 10, windowMs: 1, minCalls: 1 } }],
  ['failureShare.calls', { failureShare: { share: 1, calls: 3, windowMs: 1, minCalls: 4 } }],
])('refuses a wrong %s', (name, options) => {
  expect(() => setUp(options)).toThrow(new RegExp(`^${name} must be`));
});
