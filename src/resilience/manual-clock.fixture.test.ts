import { describe, expect, it } from 'vitest';
import { createManualClock } from './manual-clock.fixture.ts';

describe('createManualClock', () => {
  it('fires timers at their time and in order, with all that follows from one before the next', async () => {
    const clock = createManualClock(100);
    const seen: string[] = [];
    const follow = async (what: string) => {
      await Promise.resolve();
      seen.push(`after ${what}`);
      if (what === 'first') {
        clock.setTimer(1, () => seen.push(`made by first at ${clock.nowMs()}`));
      }
    };
    const note = (what: string) => () => {
      seen.push(`${what} at ${clock.nowMs()}`);
      void follow(what);
    };
    clock.setTimer(20, note('second'));
    clock.setTimer(10, note('first'));
    clock.setTimer(20, note('third'));
    const cancel = clock.setTimer(15, note('cancelled'));
    cancel();
    await clock.advance(20);
    expect(seen).toEqual([
      'first at 110',
      'after first',
      'made by first at 111',
      'second at 120',
      'after second',
      'third at 120',
      'after third',
    ]);
    expect(clock.pendingTimers).toBe(0);
    expect(clock.nowMs()).toBe(120);
  });

  it('fires all that came due only after a stall', async () => {
    const clock = createManualClock();
    const seen: number[] = [];
    clock.setTimer(10, () => seen.push(clock.nowMs()));
    clock.setTimer(500, () => seen.push(clock.nowMs()));
    await clock.stall(200);
    expect(seen).toEqual([200]);
    expect(clock.pendingTimers).toBe(1);
  });

  it('moves the wall with it', async () => {
    const clock = createManualClock(5, 1_000);
    await clock.advance(30);
    expect(clock.wallMs()).toBe(1_030);
  });
});
