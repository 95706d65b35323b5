import { describe, expect, it } from 'vitest';
import { join, mix, noise, silence, vowel } from '../../../test/support/made-voice.ts';
import type { Tracks } from '../../report/index.ts';
import type { VoiceParameters } from '../tracker.ts';
import { createVoiceTracker } from '../tracker.ts';

function tracksOf(sound: Float32Array, parameters: VoiceParameters = {}): Tracks {
  const tracker = createVoiceTracker(parameters);
  tracker.push(sound);
  return tracker.end();
}

function pitchOf(sound: Float32Array, parameters: VoiceParameters = {}): Float32Array {
  return tracksOf(sound, parameters).pitchHz;
}

/** How far the pitch is off in the middle of a sound, in percent, at most; frames without pitch are all off. */
function worstPercent(pitchHz: Float32Array, trueHz: (sec: number) => number): number {
  const frames = [...pitchHz.entries()].slice(4, -4);
  return Math.max(...frames.map(([frame, hz]) => 100 * Math.abs(hz / trueHz((frame + 0.5) / 100) - 1)));
}

describe('the pitch of a steady voice', () => {
  it.each([70, 85, 110, 160, 220, 330, 480])('of %i Hz is found to a fifth of a percent', (hz) => {
    expect(worstPercent(pitchOf(vowel({ pitchHz: hz, durationSec: 0.6 })), () => hz)).toBeLessThan(0.2);
  });

  it('is no octave off without its fundamental, as on the telephone', () => {
    const thin = vowel({ pitchHz: 120, durationSec: 0.6, without: [1, 2] });
    expect(worstPercent(pitchOf(thin), () => 120)).toBeLessThan(0.2);
  });

  it('is no octave off where the second harmonic is by far the strongest', () => {
    const trap = vowel({ pitchHz: 150, durationSec: 0.6, formantsHz: [300, 2400] });
    expect(worstPercent(pitchOf(trap), () => 150)).toBeLessThan(0.2);
  });

  it('is no octave off where every other period is weaker, as in a rough voice', () => {
    const rough = vowel({ pitchHz: 200, durationSec: 0.6 }).map((sample, at) =>
      Math.floor(at / 80) % 2 === 0 ? sample : 0.85 * sample,
    );
    expect(worstPercent(pitchOf(rough), () => 200)).toBeLessThan(2);
  });

  it('is found through noise of a tenth of its power', () => {
    const noisy = mix(vowel({ pitchHz: 140, durationSec: 0.8 }), noise(0.8, -30));
    expect(worstPercent(pitchOf(noisy), () => 140)).toBeLessThan(1);
  });
});

/** Five times a second half a semitone up and down. */
function vibrato(sec: number): number {
  return 200 * 2 ** (Math.sin(2 * Math.PI * 5 * sec) / 24);
}

function glide(sec: number): number {
  return 100 * 2 ** sec;
}

describe('a moving pitch', () => {
  it('is followed through vibrato', () => {
    expect(worstPercent(pitchOf(vowel({ pitchHz: vibrato, durationSec: 1 })), vibrato)).toBeLessThan(1);
  });

  it('is followed through a glide of an octave a second', () => {
    expect(worstPercent(pitchOf(vowel({ pitchHz: glide, durationSec: 1 })), glide)).toBeLessThan(1);
  });
});

describe('what has no pitch', () => {
  it('is noise', () => {
    const voiced = pitchOf(noise(3, -30)).filter((hz) => hz > 0);
    expect(voiced.length).toBeLessThanOrEqual(3);
  });

  it('is silence, and a constant', () => {
    expect([...pitchOf(silence(1))].every((hz) => hz === 0)).toBe(true);
    expect([...pitchOf(silence(1).fill(0.3))].every((hz) => hz === 0)).toBe(true);
  });

  it('is a hum far under the voice', () => {
    const hum = vowel({ pitchHz: 100, durationSec: 1, levelDb: -60 });
    const pitchHz = pitchOf(join(vowel({ pitchHz: 180, durationSec: 1 }), hum));
    expect([...pitchHz.subarray(105)].every((hz) => hz === 0)).toBe(true);
  });

  it('begins and ends with the voice, to a frame or two', () => {
    const pitchHz = pitchOf(
      join(noise(0.5, -60), vowel({ pitchHz: 130, durationSec: 0.5 }), noise(0.5, -60)),
    );
    expect(pitchHz.findIndex((hz) => hz > 0)).toBeGreaterThanOrEqual(48);
    expect(pitchHz.findIndex((hz) => hz > 0)).toBeLessThanOrEqual(52);
    expect(pitchHz.findLastIndex((hz) => hz > 0)).toBeGreaterThanOrEqual(97);
    expect(pitchHz.findLastIndex((hz) => hz > 0)).toBeLessThanOrEqual(101);
  });
});

/** The mean strength of periodicity over the middle of a sound. */
function strengthOf(sound: Float32Array): number {
  const inner = tracksOf(sound).voicing.slice(5, -5);
  return inner.reduce((sum, strength) => sum + strength, 0) / inner.length;
}

describe('the strength of periodicity', () => {
  it('is close to 1 in a steady voice, however low', () => {
    for (const pitchHz of [70, 120, 240, 400]) {
      expect(strengthOf(vowel({ pitchHz, durationSec: 0.6 }))).toBeGreaterThan(0.97);
    }
  });

  it("is the voice's share of the power in noise", () => {
    for (const noiseDb of [-26, -20, -17]) {
      const noisy = mix(vowel({ pitchHz: 120, durationSec: 2, levelDb: -20 }), noise(2, noiseDb));
      const share = 1 / (1 + 10 ** ((noiseDb + 20) / 10));
      expect(Math.abs(strengthOf(noisy) - share)).toBeLessThan(0.06);
    }
  });
});

describe('the range of the pitch', () => {
  it('may be other than the default', () => {
    const bass = vowel({ pitchHz: 45, durationSec: 0.8 });
    expect(worstPercent(pitchOf(bass, { minPitchHz: 40 }), () => 45)).toBeLessThan(0.5);
    const child = vowel({ pitchHz: 600, durationSec: 0.8 });
    expect(worstPercent(pitchOf(child, { maxPitchHz: 700 }), () => 600)).toBeLessThan(0.5);
    expect(Math.max(...pitchOf(child))).toBeLessThanOrEqual(500);
  });
});
