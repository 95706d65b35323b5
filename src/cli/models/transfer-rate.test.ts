import { describe, expect, it } from 'vitest';
import { createTransferRate } from './transfer-rate.ts';

describe('createTransferRate', () => {
  it('tells nothing before there is enough to tell', () => {
    const rate = createTransferRate();
    expect(rate.bytesPerSec(0)).toBeUndefined();
    rate.add(0, 0);
    rate.add(500, 1e6);
    expect(rate.bytesPerSec(500)).toBeUndefined();
  });

  it('does not count what was there at the start', () => {
    const rate = createTransferRate();
    rate.add(0, 100e6);
    rate.add(2000, 104e6);
    expect(rate.bytesPerSec(2000)).toBe(2e6);
  });

  it('goes by the last seconds', () => {
    const rate = createTransferRate();
    for (let ms = 0; ms <= 60_000; ms += 50) {
      rate.add(ms, Math.min(ms, 30_000) * 1000 + Math.max(0, ms - 30_000) * 100);
    }
    expect(rate.bytesPerSec(60_000)).toBeCloseTo(100_000, -3);
  });

  it('sinks while nothing comes', () => {
    const rate = createTransferRate();
    rate.add(0, 0);
    rate.add(2000, 4e6);
    expect(rate.bytesPerSec(4000)).toBe(1e6);
  });

  it('begins anew when another source starts over', () => {
    const rate = createTransferRate();
    rate.add(0, 0);
    rate.add(5000, 50e6);
    rate.add(5100, 0);
    expect(rate.bytesPerSec(5200)).toBeUndefined();
    rate.add(7100, 2e6);
    expect(rate.bytesPerSec(7100)).toBe(1e6);
  });
});
