import { describe, expect, it } from 'vitest';
import { makeTracks } from '../../../test/support/made-tracks.ts';
import { isPresent } from '../../report/index.ts';
import type { PitchWindow } from './pitch-windows.ts';
import { monotoneStretches, pitchWindows } from './pitch-windows.ts';
import { deriveVoiced } from './voiced-frames.ts';

/** A voice that swings by so many semitones at each time, NaN for silence. */
function windowsOf(durationSec: number, swingAt: (sec: number) => number): readonly PitchWindow[] {
  const tracks = makeTracks(durationSec, (sec) => {
    const semitones = swingAt(sec) * Math.sin(sec * 7);
    return Number.isNaN(semitones) ? {} : { pitchHz: 140 * 2 ** (semitones / 12), levelDb: -20 };
  });
  const talk = { startMs: 0, endMs: durationSec * 1000 };
  const voiced = deriveVoiced(tracks, [talk]);
  return isPresent(voiced) ? pitchWindows(voiced, talk) : [];
}

describe('windows of the pitch', () => {
  it('come every five seconds, each with the deviation in it', () => {
    const windows = windowsOf(30, () => 4);
    expect(windows.map(({ startMs }) => startMs)).toEqual([0, 5000, 10_000, 15_000, 20_000]);
    for (const { sdSt } of windows) {
      expect(sdSt).toBeCloseTo(4 / Math.SQRT2, 0);
    }
  });

  it('are one in a short talk, and left out where hardly anybody speaks', () => {
    expect(windowsOf(6, () => 3)).toMatchObject([{ startMs: 0, endMs: 6000 }]);
    expect(windowsOf(40, (sec) => (sec > 11 && sec < 29 ? NaN : 3)).map(({ startMs }) => startMs)).toEqual([
      0, 5000, 25_000, 30_000,
    ]);
  });
});

describe('monotone stretches', () => {
  it('are those that stay below the limit for long enough', () => {
    const windows = windowsOf(90, (sec) => (sec >= 20 && sec < 60 ? 1 : 5));
    expect(monotoneStretches(windows, 2, 20_000)).toEqual([{ startMs: 20_000, endMs: 60_000 }]);
    expect(monotoneStretches(windows, 2, 45_000)).toEqual([]);
  });
});
