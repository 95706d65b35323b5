import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import { createDeadline } from './deadline.ts';
import { createManualClock, settle } from './manual-clock.fixture.ts';
import { observe } from './observe.fixture.ts';
import type { RetryEvent, RetryOptions } from './retry.ts';
import { createRetry } from './retry.ts';

class Answer extends Error {
  readonly status: number;
  readonly retryAfter: string | null;

  constructor(status: number, retryAfter: string | null = null) {
    super(`status ${status}`);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** Retries what a server may get over, as a client of HTTP would. */
const classify: RetryOptions['classify'] = (error) =>
  error instanceof Answer && (error.status === 429 || error.status >= 500)
    ? { retry: true, retryAfter: error.retryAfter }
    : { retry: false };

function setUp(options: Partial<RetryOptions> = {}) {
  const clock = createManualClock(0, Date.UTC(2026, 10, 22, 12, 0, 0));
  const retry = createRetry(
    { clock, random: () => 0.5 },
    { name: 'GigaChat', classify, backoff: { jitter: 'none' }, ...options },
  );
  const startsMs: number[] = [];
  /** Gives the answers one after the other and notes when each was asked for. */
  const server = (answers: ReadonlyArray<Answer | string>) => async () => {
    const answer = answers[startsMs.length];
    startsMs.push(clock.nowMs());
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  };
  return { clock, retry, startsMs, server, caller: new AbortController() };
}

describe('attempts', () => {
  it('stops at the first success', async () => {
    const { clock, retry, startsMs, server } = setUp();
    const outcome = observe(retry.run(server([new Answer(503), 'well spoken'])));
    await clock.advance(10_000);
    expect(outcome()).toEqual({ state: 'fulfilled', value: 'well spoken' });
    expect(startsMs).toEqual([0, 1_000]);
  });

  it('makes three, 1 s and 2 s apart, and does not wait after the last', async () => {
    const { clock, retry, startsMs, server } = setUp();
    const last = new Answer(502);
    const outcome = observe(retry.run(server([new Answer(500), new Answer(429), last])));
    await clock.advance(3_000);
    expect(startsMs).toEqual([0, 1_000, 3_000]);
    expect(outcome()).toEqual({ state: 'rejected', reason: last });
  });

  it('spreads its waits at random unless told otherwise', async () => {
    const { clock, retry, startsMs, server } = setUp({ backoff: {} });
    observe(retry.run(server([new Answer(500), new Answer(500), 'well spoken'])));
    await clock.advance(10_000);
    expect(startsMs).toEqual([0, 500, 1_500]);
  });

  it('leaves the choice to the caller: what is not worth it ends at once', async () => {
    const { retry, server, startsMs } = setUp();
    await expect(retry.run(server([new Answer(404)]))).rejects.toMatchObject({ status: 404 });
    expect(startsMs).toEqual([0]);
  });

  it('asks the caller with the number of the attempt, and never about the last', async () => {
    const asked: number[] = [];
    const { clock, retry, server } = setUp({
      classify: (_, attempt) => {
        asked.push(attempt);
        return { retry: true };
      },
    });
    observe(retry.run(server([new Answer(401), new Answer(401), new Answer(401)])));
    await clock.advance(10_000);
    expect(asked).toEqual([1, 2]);
  });

  it('counts a throw before the first await as an attempt', async () => {
    const { clock, retry } = setUp();
    let attempts = 0;
    const outcome = observe(
      retry.run(() => {
        attempts += 1;
        throw new Answer(500);
      }),
    );
    await clock.advance(10_000);
    expect([attempts, outcome().state]).toEqual([3, 'rejected']);
  });

  it.each(['circuit-open', 'quota-exceeded'] as const)(
    'never retries %s, whatever the caller says',
    async (code) => {
      const { retry } = setUp({ classify: () => ({ retry: true }) });
      let attempts = 0;
      const refused = retry.run(() => {
        attempts += 1;
        return Promise.reject(new AppError(code, { name: 'GigaChat', seconds: 60 }));
      });
      await expect(refused).rejects.toMatchObject({ code });
      expect(attempts).toBe(1);
    },
  );
});

describe('Retry-After', () => {
  it.each([
    ['7', 7_000],
    ['Sun, 22 Nov 2026 12:00:09 GMT', 9_000],
    ['0', 1_000],
    ['soon', 1_000],
  ])('%s is obeyed when it asks for longer than the own wait', async (header, secondMs) => {
    const { clock, retry, startsMs, server } = setUp();
    observe(retry.run(server([new Answer(429, header), 'well spoken'])));
    await clock.advance(20_000);
    expect(startsMs).toEqual([0, secondMs]);
  });

  it('may ask for longer than the cap of the own waits', async () => {
    const { clock, retry, startsMs, server } = setUp();
    observe(retry.run(server([new Answer(503, '600'), 'well spoken'])));
    await clock.advance(600_000);
    expect(startsMs).toEqual([0, 600_000]);
  });

  it('beyond the deadline gives up at once and says how long it would have been', async () => {
    const { clock, retry, server } = setUp();
    const deadline = createDeadline({ clock }, { name: 'GigaChat', timeoutMs: 30_000 });
    const answer = new Answer(503, '120');
    const outcome = observe(deadline.run((call) => retry.run(server([answer, 'too late']), call)));
    await settle();
    expect(outcome()).toMatchObject({
      reason: {
        code: 'retry-too-late',
        message: 'GigaChat asks to be left alone for 120 s; only 30 s were left.',
        details: { seconds: 120, leftSeconds: 30 },
        cause: answer,
      },
    });
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('the deadline', () => {
  it('ends it with the error of the last attempt when no further one would begin in time', async () => {
    const { clock, retry, startsMs, server } = setUp();
    const deadline = createDeadline({ clock }, { name: 'GigaChat', timeoutMs: 3_000 });
    const outcome = observe(
      deadline.run((call) => retry.run(server([new Answer(500), new Answer(502), 'late']), call)),
    );
    await clock.advance(1_000);
    expect(outcome()).toMatchObject({ reason: { status: 502 } });
    expect(startsMs).toEqual([0, 1_000]);
  });

  it('lets no attempt begin after a stall of the process that outlasted it', async () => {
    const { clock, retry, startsMs, server } = setUp();
    const deadline = createDeadline({ clock }, { name: 'GigaChat', timeoutMs: 1_500 });
    const outcome = observe(deadline.run((call) => retry.run(server([new Answer(500), 'late']), call)));
    await settle();
    await clock.stall(2_000);
    expect(startsMs).toEqual([0]);
    expect(outcome().state).toBe('rejected');
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('abort', () => {
  it('during a wait ends it within a tick, with the reason of the caller untouched', async () => {
    const { clock, retry, startsMs, server, caller } = setUp();
    const outcome = observe(retry.run(server([new Answer(503), 'late']), caller));
    await clock.advance(400);
    const reason = { why: 'closed the tab' };
    caller.abort(reason);
    // Microtasks only: nothing here waits for a timer or a turn of the event loop.
    for (let i = 0; i < 5; i += 1) {
      await Promise.resolve();
    }
    expect(outcome()).toEqual({ state: 'rejected', reason });
    expect(clock.pendingTimers).toBe(0);
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
    await clock.advance(10_000);
    expect(startsMs).toEqual([0]);
  });

  it.each([1, 3])(
    'during one of %d attempts ends it, whatever error the attempt ends with',
    async (attempts) => {
      const { clock, retry, caller } = setUp({ attempts, classify: () => expect.fail('asked') });
      const outcome = observe(
        retry.run(async ({ signal }) => {
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          throw new Answer(503);
        }, caller),
      );
      await settle();
      caller.abort('gone');
      await settle();
      expect(outcome()).toEqual({ state: 'rejected', reason: 'gone' });
      expect(clock.pendingTimers).toBe(0);
    },
  );

  it('before the first attempt starts none', async () => {
    const { retry, server, startsMs } = setUp();
    await expect(retry.run(server(['x']), { signal: AbortSignal.abort('gone') })).rejects.toBe('gone');
    expect(startsMs).toEqual([]);
  });
});

describe('onRetry', () => {
  it('tells of each wait before it begins, until unsubscribed', async () => {
    const { clock, retry, server, startsMs } = setUp();
    const events: RetryEvent[] = [];
    const unsubscribe = retry.onRetry((event) => events.push(event));
    const first = new Answer(503, '4');
    observe(retry.run(server([first, new Answer(500), 'well spoken'])));
    await settle();
    expect(events).toEqual([{ name: 'GigaChat', attempt: 1, waitMs: 4_000, error: first }]);
    unsubscribe();
    await clock.advance(10_000);
    expect([events.length, startsMs.length]).toEqual([1, 3]);
  });
});

it('is frozen and prints itself', () => {
  const { retry } = setUp({ attempts: 4, backoff: { firstMs: 500 } });
  expect(String(retry)).toBe('retry GigaChat up to 4 attempts (waits 500 ms × 2, at most 30 s, jitter full)');
  expect(Object.isFrozen(retry)).toBe(true);
});

it('refuses a number of attempts that is none', () => {
  expect(() => setUp({ attempts: 0 })).toThrow(
    new RangeError('attempts must be a whole number from 1, not 0'),
  );
});
