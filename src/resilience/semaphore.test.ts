import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createManualClock, settle } from './manual-clock.fixture.ts';
import { observe } from './observe.fixture.ts';
import { createSemaphore } from './semaphore.ts';

function setUp(limit = 2, maxWaiting = 10) {
  const clock = createManualClock();
  const semaphore = createSemaphore({ clock }, { name: 'analyses', limit, maxWaiting });
  return { clock, semaphore, caller: new AbortController() };
}

describe('acquire', () => {
  it('serves in the order of arrival: a light one never overtakes a heavy one', async () => {
    const { semaphore } = setUp(3);
    const first = await semaphore.acquire(2);
    const heavy = observe(semaphore.acquire(3));
    const light = observe(semaphore.acquire(1));
    await settle();
    expect([heavy().state, light().state]).toEqual(['pending', 'pending']);
    first.release();
    await settle();
    expect([heavy().state, light().state]).toEqual(['fulfilled', 'pending']);
  });

  it('refuses at once when the line is full, and says so', async () => {
    const { semaphore } = setUp(1, 1);
    await semaphore.acquire();
    observe(semaphore.acquire());
    await expect(semaphore.acquire()).rejects.toMatchObject({
      code: 'too-busy',
      message: 'analyses: 1 are waiting already, no more are taken.',
    });
  });

  it('lets a waiter go with its own reason, and whoever then fits come in', async () => {
    const { semaphore, caller } = setUp(3);
    await semaphore.acquire(2);
    const heavy = observe(semaphore.acquire(2, caller));
    const light = observe(semaphore.acquire(1));
    await settle();
    const reason = { why: 'closed the tab' };
    caller.abort(reason);
    await settle();
    expect(heavy()).toEqual({ state: 'rejected', reason });
    expect(light().state).toBe('fulfilled');
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
  });

  it('takes nothing for a caller who has gone', async () => {
    const { semaphore } = setUp();
    await expect(semaphore.acquire(1, { signal: AbortSignal.abort('gone') })).rejects.toBe('gone');
    expect(semaphore.load().active).toBe(0);
  });

  it('gives a permit back once, however often it is released', async () => {
    const { semaphore } = setUp();
    const permit = await semaphore.acquire();
    await semaphore.acquire();
    permit.release();
    permit.release();
    permit[Symbol.dispose]();
    expect(semaphore.load().active).toBe(1);
  });

  it('lets work that is heavier than the limit run alone', async () => {
    const { semaphore } = setUp(2);
    const light = await semaphore.acquire();
    const heavy = observe(semaphore.acquire(5));
    await settle();
    expect(heavy().state).toBe('pending');
    light.release();
    await settle();
    expect(heavy().state).toBe('fulfilled');
    expect(semaphore.load().active).toBe(2);
  });

  it.each([0, -1, 1.5, NaN])('refuses the weight %d', async (weight) => {
    await expect(setUp().semaphore.acquire(weight)).rejects.toThrow(RangeError);
  });
});

describe('run', () => {
  it.each([
    ['returns', () => 'done'],
    ['throws', () => expect.fail('thrown')],
    ['rejects', () => Promise.reject(new Error('rejected'))],
  ])('gives the room back when the work %s', async (_, work) => {
    const { semaphore } = setUp();
    observe(semaphore.run(work));
    await settle();
    expect(semaphore.load().active).toBe(0);
  });

  it('does not begin work whose caller went in the moment between its turn and its start', async () => {
    const { semaphore, caller } = setUp(1);
    const permit = await semaphore.acquire();
    const outcome = observe(semaphore.run(() => 'worked', caller));
    permit.release();
    caller.abort('gone');
    await settle();
    expect(outcome()).toEqual({ state: 'rejected', reason: 'gone' });
    expect(semaphore.load().active).toBe(0);
  });
});

describe('resize', () => {
  it('gives more room out at once', async () => {
    const { semaphore } = setUp(1);
    await semaphore.acquire();
    const waiting = [semaphore.acquire(), semaphore.acquire()].map(observe);
    semaphore.resize(2);
    await settle();
    expect(waiting.map((outcome) => outcome().state)).toEqual(['fulfilled', 'pending']);
  });

  it('with less room lets what is in use end, and begins nothing before it fits', async () => {
    const { semaphore } = setUp(3);
    const permits = [await semaphore.acquire(), await semaphore.acquire(), await semaphore.acquire()];
    semaphore.resize(1);
    const next = observe(semaphore.acquire(2));
    permits[0]?.release();
    permits[1]?.release();
    await settle();
    expect([next().state, semaphore.load().active]).toEqual(['pending', 1]);
    permits[2]?.release();
    await settle();
    expect([next().state, semaphore.load().active]).toEqual(['fulfilled', 1]);
  });

  it('refuses a limit that is none', () => {
    expect(() => setUp().semaphore.resize(0)).toThrow(RangeError);
  });
});

it('reports what is in use, the limit, the line, and how long the first in it has waited', async () => {
  const { clock, semaphore } = setUp(2);
  expect(semaphore.load()).toEqual({ name: 'analyses', active: 0, limit: 2, waiting: 0, longestWaitMs: 0 });
  const permit = await semaphore.acquire(2);
  observe(semaphore.acquire());
  await clock.advance(40);
  observe(semaphore.acquire(2));
  await clock.advance(10);
  expect(semaphore.load()).toEqual({ name: 'analyses', active: 2, limit: 2, waiting: 2, longestWaitMs: 50 });
  permit.release();
  expect(semaphore.load()).toEqual({ name: 'analyses', active: 1, limit: 2, waiting: 1, longestWaitMs: 10 });
});

it('is frozen and prints itself', () => {
  const { semaphore } = setUp(2);
  semaphore.resize(4);
  expect(String(semaphore)).toBe('at most 4 analyses at once, 10 waiting');
  expect(Object.isFrozen(semaphore)).toBe(true);
});
