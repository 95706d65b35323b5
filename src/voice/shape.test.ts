/** What the tracks tell about the kind of a sound. */
import { describe, expect, it } from 'vitest';
import { join, noise, silence, tone, vowel } from '../../test/support/made-voice.ts';
import type { Tracks } from '../report/index.ts';
import { createVoiceTracker } from './tracker.ts';

function tracksOf(sound: Float32Array): Tracks {
  const tracker = createVoiceTracker();
  tracker.push(sound);
  return tracker.end();
}

/** The middle value of a track between two times. */
function middle(track: Float32Array, startSec: number, endSec: number): number {
  const part = track.slice(Math.round(startSec * 100), Math.round(endSec * 100)).sort();
  return part[Math.floor(part.length / 2)] ?? NaN;
}

const ah = { formantsHz: [750, 1250, 2600, 3500], pitchHz: 130 };
const ee = { formantsHz: [290, 2250, 2900, 3600], pitchHz: 130 };
const mm = { formantsHz: [250], pitchHz: 130 };

describe('level', () => {
  it('is the RMS in dBFS', () => {
    expect(middle(tracksOf(tone(1, 440, -3)).levelDb, 0.1, 0.9)).toBeCloseTo(-3, 1);
    expect(middle(tracksOf(noise(1, -50)).levelDb, 0, 1)).toBeCloseTo(-50, 0);
  });

  it('does not count a constant, and is -120 in digital silence', () => {
    expect(middle(tracksOf(tone(1, 440, -40).map((sample) => sample + 0.5)).levelDb, 0.1, 0.9)).toBeCloseTo(
      -40,
      1,
    );
    expect([...tracksOf(silence(0.2)).levelDb]).toEqual(Array.from({ length: 20 }, () => -120));
  });
});

describe('spectral change', () => {
  it('is near nothing in a held vowel, also while its pitch falls, and high between two vowels', () => {
    const held = tracksOf(vowel({ ...ah, pitchHz: (sec) => 140 - 20 * sec, durationSec: 0.8 }));
    expect(middle(held.changeDb, 0.1, 0.7)).toBeLessThan(1.5);
    const moving = tracksOf(join(vowel({ ...ah, durationSec: 0.3 }), vowel({ ...ee, durationSec: 0.3 })));
    expect(Math.max(...moving.changeDb.subarray(27, 33))).toBeGreaterThan(8);
  });

  it('does not depend on how loud the sound gets', () => {
    const swelling = vowel({ ...ah, durationSec: 0.8 }).map((sample, at) => (sample * at) / 12_800);
    expect(middle(tracksOf(swelling).changeDb, 0.1, 0.7)).toBeLessThan(1);
  });

  it('is unknown next to digital silence and at both ends', () => {
    const { changeDb } = tracksOf(join(vowel({ ...ah, durationSec: 0.3 }), silence(0.3)));
    expect([...changeDb.subarray(0, 3)].every(Number.isNaN)).toBe(true);
    expect([...changeDb.subarray(40)].every(Number.isNaN)).toBe(true);
    expect([...changeDb.subarray(5, 25)].some(Number.isNaN)).toBe(false);
  });
});

describe('formants', () => {
  it.each([
    ['a', ah],
    ['e', { formantsHz: [500, 1800, 2500, 3500], pitchHz: 130 }],
    ['i', ee],
    ['a neutral vowel of a high voice', { formantsHz: [500, 1500, 2500, 3500], pitchHz: 210 }],
  ])('of %s are found to a fifth', (_name, made) => {
    const tracks = tracksOf(vowel({ ...made, durationSec: 0.5 }));
    const [first = 0, second = 0] = made.formantsHz;
    expect(Math.abs(middle(tracks.formant1Hz, 0.1, 0.4) / first - 1)).toBeLessThan(0.2);
    expect(Math.abs(middle(tracks.formant2Hz, 0.1, 0.4) / second - 1)).toBeLessThan(0.2);
  });

  it('are none where there is no voice', () => {
    const { formant1Hz, formant2Hz } = tracksOf(noise(0.5, -30));
    expect(middle(formant1Hz, 0, 0.5)).toBe(0);
    expect(middle(formant2Hz, 0, 0.5)).toBe(0);
  });
});

describe('bands', () => {
  it('tell a hum from an open vowel, a bright voice from a dark one, a hiss from both', () => {
    const hummed = tracksOf(vowel({ ...mm, durationSec: 0.4 }));
    const open = tracksOf(vowel({ ...ah, durationSec: 0.4 }));
    const bright = tracksOf(vowel({ ...ee, durationSec: 0.4 }));
    const hissed = tracksOf(noise(0.4, -40));
    expect(middle(hummed.lowBandDb, 0.1, 0.3)).toBeGreaterThan(middle(open.lowBandDb, 0.1, 0.3) + 15);
    expect(middle(open.tiltDb, 0.1, 0.3)).toBeGreaterThan(middle(hummed.tiltDb, 0.1, 0.3) + 10);
    expect(middle(hissed.highBandDb, 0.1, 0.3)).toBeGreaterThan(middle(bright.highBandDb, 0.1, 0.3) + 10);
    // Flat noise: as much in the upper half as in the lower.
    expect(middle(hissed.highBandDb, 0, 0.4)).toBeCloseTo(0, 0);
  });

  it('are unknown in digital silence', () => {
    const { lowBandDb, tiltDb, highBandDb } = tracksOf(silence(0.1));
    expect([...lowBandDb, ...tiltDb, ...highBandDb].every(Number.isNaN)).toBe(true);
  });
});

describe('syllable nuclei', () => {
  it('are one a vowel, in its middle, whether consonants or mere dips part them', () => {
    const syllables = [0.1, 0.35, 0.6].map((startSec) => startSec + 0.075);
    const consonant = noise(0.1, -40);
    const said = vowel({ ...ah, durationSec: 0.15 });
    const { nuclei } = tracksOf(join(consonant, said, consonant, said, consonant, said, consonant));
    expect(nuclei).toHaveLength(3);
    for (const [index, frame] of nuclei.entries()) {
      expect(Math.abs(frame / 100 - (syllables[index] ?? 0))).toBeLessThan(0.06);
    }
    const swaying = vowel({ ...ah, durationSec: 1 }).map(
      (sample, at) => sample * (1 - 0.4 * Math.cos((2 * Math.PI * 4 * at) / 16_000)),
    );
    expect(tracksOf(swaying).nuclei).toHaveLength(4);
  });

  it('are one in a long vowel, none in noise and silence', () => {
    expect(tracksOf(vowel({ ...ah, durationSec: 1.2 })).nuclei).toHaveLength(1);
    expect(tracksOf(noise(2, -30)).nuclei).toHaveLength(0);
    expect(tracksOf(silence(1)).nuclei).toHaveLength(0);
  });
});
