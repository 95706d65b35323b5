import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const NOON_MS = Date.UTC(2026, 10, 22, 12, 0, 0);

describe('parseRetryAfter', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    [' 1.5 ', 1_500],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['Sunday, 22-Nov-26 12:00:30 GMT', 30_000],
    ['Sun Nov 22 12:00:30 2026', 30_000],
    ['Tue Dec  1 12:00:00 2026', 9 * 86_400_000],
    ['Sun, 22 Nov 2026 11:59:30 GMT', 0],
  ])('reads %j', (header, waitMs) => {
    expect(parseRetryAfter(header, NOON_MS)).toBe(waitMs);
  });

  it.each(['', 'soon', '-5', '+5', '1e3', '5 s', '2026-11-22T12:00:30Z', 'Sun, 99 Nov 2026 12:00:30 GMT'])(
    'makes nothing of %j',
    (header) => {
      expect(parseRetryAfter(header, NOON_MS)).toBeUndefined();
    },
  );
});
