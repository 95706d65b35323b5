import { describe, expect, it } from 'vitest';
import { makeTracks } from '../../../test/support/made-tracks.ts';
import { isPresent } from '../../report/index.ts';
import type { Trend } from './trend.ts';
import { trendOf } from './trend.ts';
import { deriveVoiced } from './voiced-frames.ts';

/** A talk whose level falls evenly by 6 dB, and whose pitch swings. */
function levelTrend(durationSec: number): Trend | undefined {
  const tracks = makeTracks(durationSec, (sec) => ({
    pitchHz: 120 + 10 * Math.sin(sec * 5),
    levelDb: -20 - (6 * sec) / durationSec + Math.sin(sec),
  }));
  const talk = { startMs: 0, endMs: durationSec * 1000 };
  const voiced = deriveVoiced(tracks, [talk]);
  return isPresent(voiced) ? trendOf(voiced, talk, ({ levelDb }) => levelDb) : undefined;
}

describe('the trend over a talk', () => {
  it('is the change from its start to its end, with a range around it', () => {
    const { change = NaN, interval80 = [NaN, NaN] } = levelTrend(300) ?? {};
    expect(change).toBeGreaterThan(-6.3);
    expect(change).toBeLessThan(-5.7);
    expect(interval80[0]).toBeLessThan(change);
    expect(interval80[1]).toBeGreaterThan(change);
    expect(interval80[1]).toBeLessThan(-5);
  });

  it('is not told of a talk of less than two minutes', () => {
    expect(levelTrend(119)).toBeUndefined();
  });
});
