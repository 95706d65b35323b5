import { describe, expect, it } from 'vitest';
import { createManualClock, settle } from './manual-clock.fixture.ts';
import { observe } from './observe.fixture.ts';
import { createTokenBucket } from './token-bucket.ts';

function setUp(burst = 2, maxWaiting = 10) {
  const clock = createManualClock();
  const bucket = createTokenBucket({ clock }, { name: 'logins', everyMs: 100, burst, maxWaiting });
  const startsMs: number[] = [];
  const start = () => startsMs.push(clock.nowMs());
  return { clock, bucket, startsMs, start, caller: new AbortController() };
}

describe('take', () => {
  it('gives the burst at once and then one token in its time', async () => {
    const { clock, bucket, startsMs, start } = setUp(2);
    const all = Promise.all(Array.from({ length: 5 }, () => bucket.run(start)));
    await clock.advance(1_000);
    await all;
    expect(startsMs).toEqual([0, 0, 100, 200, 300]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('grows back while nobody takes, up to the burst and no further', async () => {
    const { clock, bucket, startsMs, start } = setUp(2);
    await bucket.take(2);
    await clock.advance(10_000);
    const all = Promise.all([bucket.run(start), bucket.run(start), bucket.run(start)]);
    await clock.advance(100);
    await all;
    expect(startsMs).toEqual([10_000, 10_000, 10_100]);
  });

  it('serves in the order of arrival: a cheap one never overtakes a dear one', async () => {
    const { clock, bucket } = setUp(3);
    await bucket.take(3);
    const dear = observe(bucket.take(3));
    const cheap = observe(bucket.take(1));
    await clock.advance(299);
    expect([dear().state, cheap().state]).toEqual(['pending', 'pending']);
    await clock.advance(1);
    expect([dear().state, cheap().state]).toEqual(['fulfilled', 'pending']);
    await clock.advance(100);
    expect(cheap().state).toBe('fulfilled');
  });

  it('takes the whole burst for what costs more', async () => {
    const { clock, bucket } = setUp(2);
    await bucket.take(50);
    await clock.advance(200);
    await expect(bucket.take(2)).resolves.toBeUndefined();
  });

  it('refuses at once when the line is full, and says so', async () => {
    const { bucket } = setUp(1, 1);
    await bucket.take();
    observe(bucket.take());
    await expect(bucket.take()).rejects.toMatchObject({ code: 'too-busy' });
  });

  it('lets a waiter go with its own reason, and the next be served in the time that it then needs', async () => {
    const { clock, bucket, caller } = setUp(3);
    await bucket.take(3);
    const dear = observe(bucket.take(3, caller));
    const cheap = observe(bucket.take(1));
    await clock.advance(50);
    caller.abort('gone');
    await settle();
    expect(dear()).toEqual({ state: 'rejected', reason: 'gone' });
    await clock.advance(50);
    expect(cheap().state).toBe('fulfilled');
    expect(clock.pendingTimers).toBe(0);
  });

  it('keeps no timer for a line that everybody left', async () => {
    const { clock, bucket, caller } = setUp(1);
    await bucket.take();
    const left = [bucket.take(1, caller), bucket.take(1, caller)].map(observe);
    expect(clock.pendingTimers).toBe(1);
    caller.abort();
    await settle();
    expect(left.map((outcome) => outcome().state)).toEqual(['rejected', 'rejected']);
    expect(clock.pendingTimers).toBe(0);
  });

  it('begins no work for a caller who has gone', async () => {
    const { bucket, start, startsMs } = setUp();
    await expect(bucket.run(start, { signal: AbortSignal.abort('gone') })).rejects.toBe('gone');
    expect([startsMs, bucket.load().active]).toEqual([[], 0]);
  });
});

it('reports what has not grown back, the burst, the line, and how long the first in it has waited', async () => {
  const { clock, bucket } = setUp(2);
  await bucket.take(2);
  observe(bucket.take());
  await clock.advance(50);
  observe(bucket.take());
  expect(bucket.load()).toEqual({ name: 'logins', active: 1.5, limit: 2, waiting: 2, longestWaitMs: 50 });
  await clock.advance(1_000);
  expect(bucket.load()).toEqual({ name: 'logins', active: 0, limit: 2, waiting: 0, longestWaitMs: 0 });
});

it('is frozen and prints itself', () => {
  const { bucket } = setUp();
  expect(String(bucket)).toBe('logins one in 100 ms, bursts of 2, 10 waiting');
  expect(Object.isFrozen(bucket)).toBe(true);
});

it.each([
  { everyMs: 0, burst: 1, maxWaiting: 1 },
  { everyMs: 1, burst: 0.5, maxWaiting: 1 },
  { everyMs: 1, burst: 1, maxWaiting: -1 },
])('refuses %o', (options) => {
  const clock = createManualClock();
  expect(() => createTokenBucket({ clock }, { name: 'logins', ...options })).toThrow(RangeError);
});
