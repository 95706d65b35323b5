import { describe, expect, it } from 'vitest';
import { BACKOFF_DEFAULTS, backoffMs, toBackoff } from './backoff.ts';

describe('backoffMs', () => {
  it('doubles from 1 s and stays at 30 s by default', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((retry) => backoffMs(retry, Math.random, { jitter: 'none' }));
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('draws evenly between nothing and the whole wait', () => {
    expect([0, 0.5, 0.999].map((drawn) => backoffMs(2, () => drawn))).toEqual([0, 1_000, 1_998]);
  });

  it('does not ask for a random number without jitter', () => {
    expect(backoffMs(1, () => expect.fail('asked'), { jitter: 'none', firstMs: 20 })).toBe(20);
  });

  it('stays at its cap however often it is asked', () => {
    expect(backoffMs(5_000, () => 0.5)).toBe(15_000);
  });
});

describe('toBackoff', () => {
  it('fills in the frozen defaults', () => {
    expect(toBackoff({ factor: 3 })).toEqual({ ...BACKOFF_DEFAULTS, factor: 3 });
    expect(Object.isFrozen(BACKOFF_DEFAULTS)).toBe(true);
  });

  it.each([
    [{ firstMs: 0 }, 'firstMs must be a number above 0, not 0'],
    [{ maxMs: Infinity }, 'maxMs must be a number above 0, not Infinity'],
    [{ factor: 0.5 }, 'factor must be 1 or more, not 0.5'],
    [{ factor: NaN }, 'factor must be 1 or more, not NaN'],
  ])('refuses %o', (options, message) => {
    expect(() => toBackoff(options)).toThrow(new RangeError(message));
  });
});
