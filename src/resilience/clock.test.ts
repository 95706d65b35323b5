import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from './clock.ts';

const DAY_MS = 86_400_000;

describe('systemClock', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('waits for months, where the platform alone would fire at once', () => {
    const fired = vi.fn<() => void>();
    systemClock.setTimer(60 * DAY_MS, fired);
    vi.advanceTimersByTime(60 * DAY_MS - 1);
    expect(fired).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(fired).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('never fires early for a fraction of a millisecond', () => {
    const fired = vi.fn<() => void>();
    systemClock.setTimer(1.2, fired);
    vi.advanceTimersByTime(1);
    expect(fired).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(fired).toHaveBeenCalledOnce();
  });

  it.each([10, 60 * DAY_MS])('cancels a timer of %d ms at any time', (delayMs) => {
    const fired = vi.fn<() => void>();
    const cancel = systemClock.setTimer(delayMs, fired);
    vi.advanceTimersByTime(delayMs / 2);
    cancel();
    cancel();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(delayMs);
    expect(fired).not.toHaveBeenCalled();
  });
});
