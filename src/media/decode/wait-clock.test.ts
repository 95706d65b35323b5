import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWaitClock } from './wait-clock.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A step that takes a while, by the fake clock. */
async function take(ms: number): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return 'done';
}

describe('createWaitClock', () => {
  it('adds up waits and tells when the time is used up', async () => {
    const onTimeout = vi.fn<() => void>();
    const clock = createWaitClock(() => 100, onTimeout);
    const first = clock.wait(take(60));
    await vi.advanceTimersByTimeAsync(60);
    await expect(first).resolves.toBe('done');
    const second = clock.wait(take(60));
    await vi.advanceTimersByTimeAsync(39);
    expect(onTimeout).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(onTimeout).toHaveBeenCalledOnce();
    expect(clock.timedOutMs()).toBe(100);
    await vi.advanceTimersByTimeAsync(20);
    await expect(second).resolves.toBe('done');
  });

  it('does not count the time between waits', async () => {
    const onTimeout = vi.fn<() => void>();
    const clock = createWaitClock(() => 100, onTimeout);
    for (let step = 0; step < 3; step += 1) {
      const wait = clock.wait(take(30));
      await vi.advanceTimersByTimeAsync(30);
      await wait;
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect(onTimeout).not.toHaveBeenCalled();
    expect(clock.timedOutMs()).toBeNull();
  });

  it('lets the time grow with what was got, and passes failures on', async () => {
    let allowedMs = 10;
    const onTimeout = vi.fn<() => void>();
    const clock = createWaitClock(() => allowedMs, onTimeout);
    await expect(clock.wait(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    allowedMs = 100;
    const wait = clock.wait(take(90));
    await vi.advanceTimersByTimeAsync(90);
    await wait;
    expect(onTimeout).not.toHaveBeenCalled();
  });
});
