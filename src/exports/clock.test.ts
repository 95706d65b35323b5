import { describe, expect, it } from 'vitest';
import { formatClock, formatTimestamp } from './clock.ts';

describe('formatClock', () => {
  it.each([
    [0, '0:00'],
    [7.9, '0:07'],
    [192, '3:12'],
    [3599.999, '59:59'],
    [3723, '1:02:03'],
    [-1, '0:00'],
  ])('%s s is %s', (sec, clock) => {
    expect(formatClock(sec)).toBe(clock);
  });
});

describe('formatTimestamp', () => {
  it.each([
    [0, '00:00:00,000'],
    [192.04, '00:03:12,040'],
    [59.9996, '00:01:00,000'],
    [360_000.5, '100:00:00,500'],
  ])('%s s is %s', (sec, timestamp) => {
    expect(formatTimestamp(sec, ',')).toBe(timestamp);
  });
});
