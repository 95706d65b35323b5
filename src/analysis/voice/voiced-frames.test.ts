import { describe, expect, it } from 'vitest';
import { makeTracks } from '../../../test/support/made-tracks.ts';
import { isPresent } from '../../report/index.ts';
import type { VoicedFrames } from './voiced-frames.ts';
import { deriveVoiced } from './voiced-frames.ts';

const SPEECH = [{ startMs: 0, endMs: 20_000 }];

function voicedOf(pitchAt: (sec: number) => number, levelDb = -20, noiseFloorDb = -80): VoicedFrames {
  const tracks = makeTracks(20, (sec) => ({ pitchHz: pitchAt(sec), levelDb }), { sound: { noiseFloorDb } });
  const voiced = deriveVoiced(tracks, SPEECH);
  if (!isPresent(voiced)) {
    throw new Error('no voice');
  }
  return voiced;
}

/** A voice that goes up and down by 2 semitones around 120 Hz. */
function swinging(sec: number): number {
  return 120 * 2 ** ((2 * Math.sin(sec * 3)) / 12);
}

describe('the voiced frames', () => {
  it('have a pitch over the median of the voice, and the deviation of a sine', () => {
    const voiced = voicedOf(swinging);
    expect(Math.abs(voiced.medianHz - 120)).toBeLessThan(2);
    expect(voiced.part({ startMs: 0, endMs: 20_000 }).sdSt).toBeCloseTo(2 / Math.SQRT2, 1);
  });

  it('leave out a second an octave too low, and frames that jump about', () => {
    const whole = voicedOf(swinging);
    const wrong = voicedOf((sec) =>
      sec > 8 && sec < 9 ? swinging(sec) / 2 : sec > 12 && sec < 12.03 ? 300 : swinging(sec),
    );
    expect(wrong.frames.length).toBe(whole.frames.length - 103);
    expect(wrong.part({ startMs: 7500, endMs: 9500 }).frames).toBe(100);
  });

  it('keep a voice that rises by eight semitones for a second: that is lively, not wrong', () => {
    const voiced = voicedOf((sec) => (sec > 8 && sec < 9 ? swinging(sec) * 2 ** (8 / 12) : swinging(sec)));
    expect(voiced.frames.length).toBe(2000);
  });

  it('are only those inside speech whose middle lies inside a stretch', () => {
    const voiced = deriveVoiced(
      makeTracks(20, () => ({ pitchHz: 120, levelDb: -20 })),
      [{ startMs: 1004, endMs: 9006 }],
    );
    expect(isPresent(voiced) && [voiced.frames[0], voiced.frames.at(-1)]).toEqual([100, 900]);
  });

  it('have the level of the voice without the noise under it', () => {
    const { levelDb } = voicedOf(swinging, -20, -23).part({ startMs: 0, endMs: 20_000 });
    expect(levelDb).toBeCloseTo(-23, 1);
  });

  it('are absent when there are less than two seconds of them', () => {
    const tracks = makeTracks(20, (sec) => (sec < 1.9 ? { pitchHz: 120, levelDb: -20 } : {}));
    expect(deriveVoiced(tracks, SPEECH)).toEqual({ absent: 'too-little-speech' });
  });
});
