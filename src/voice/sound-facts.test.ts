/** What the tracks tell about the recording: level, noise, clipping, bandwidth, hum. */
import { describe, expect, it } from 'vitest';
import { join, madeSpeech, mix, noise, silence, tone, vowel } from '../../test/support/made-voice.ts';
import type { SoundFacts } from '../report/index.ts';
import { soundFacts } from '../report/index.ts';
import { createVoiceTracker } from './tracker.ts';

function factsOf(sound: Float32Array): SoundFacts {
  const tracker = createVoiceTracker();
  tracker.push(sound);
  return soundFacts.parse(tracker.end().sound);
}

const vowelAt = (levelDb: number): Float32Array => vowel({ pitchHz: 140, durationSec: 0.5, levelDb });
const speech = join(...[1, 2, 3, 4].map((seed) => madeSpeech(seed)));
const seconds = speech.length / 16_000;

describe('level and noise', () => {
  it('are those of the voice and of the room', () => {
    const facts = factsOf(mix(join(vowelAt(-20), silence(0.5), vowelAt(-20), silence(0.5)), noise(2, -50)));
    expect(facts.speechLevelDb).toBeCloseTo(-20, 0);
    expect(Math.abs((facts.noiseFloorDb ?? 0) + 50)).toBeLessThan(1.5);
    expect(Math.abs((facts.snrDb ?? 0) - 30)).toBeLessThan(2);
  });

  it.each([10, 20, 30])('a ratio of %i dB is found to 2 dB', (snrDb) => {
    const levelDb = factsOf(speech).speechLevelDb ?? NaN;
    const facts = factsOf(mix(speech, noise(seconds, levelDb - snrDb, 7)));
    expect(Math.abs((facts.snrDb ?? NaN) - snrDb)).toBeLessThan(2);
  });

  it('leave digital silence out, and tell how much there is', () => {
    const facts = factsOf(join(mix(join(vowelAt(-20), silence(0.5)), noise(1, -50)), silence(1)));
    expect(Math.abs((facts.noiseFloorDb ?? 0) + 50)).toBeLessThan(1.5);
    expect(facts.digitalSilenceShare).toBeCloseTo(0.5, 1);
  });

  it('are absent where there is nothing to measure', () => {
    expect(factsOf(silence(2))).toEqual({
      noiseFloorDb: null,
      speechLevelDb: null,
      snrDb: null,
      digitalSilenceShare: 1,
      clippedShare: null,
      bandwidthHz: null,
      hum: null,
    });
    expect(factsOf(silence(0)).digitalSilenceShare).toBeNull();
    expect(factsOf(noise(2, -40))).toMatchObject({ speechLevelDb: null, snrDb: null, bandwidthHz: null });
  });
});

describe('clipping', () => {
  const peak = speech.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const cut = (ceiling: number): Float32Array =>
    speech.map((sample) => Math.max(-ceiling, Math.min(ceiling, sample)));

  it('is none in speech as it is', () => {
    expect(factsOf(speech).clippedShare).toBe(0);
  });

  it('is found at full scale and below it, the more the more is cut', () => {
    const shares = [0.5, 0.3].map((ceiling) => factsOf(cut(ceiling * peak)).clippedShare ?? 0);
    expect(shares[0]).toBeGreaterThan(0.005);
    expect(shares[1]).toBeGreaterThan(2 * (shares[0] ?? 0));
    const loud = cut(0.5 * peak).map((sample) => (sample / peak) * 2);
    expect(factsOf(loud).clippedShare).toBeCloseTo(shares[0] ?? NaN, 2);
  });
});

describe('bandwidth', () => {
  it('reaches up to half the sample rate in full sound', () => {
    expect(factsOf(speech).bandwidthHz).toBe(8000);
  });

  it('ends where the sound ends', () => {
    const dull = join(
      ...[130, 170].map((pitchHz) => vowel({ pitchHz, durationSec: 1, formantsHz: [500, 1500] })),
    );
    // Harmonics reach 7 kHz.
    expect(factsOf(dull).bandwidthHz).toBe(7000);
  });
});

function humming(mainsHz: number, levelDb: number): Float32Array {
  return mix(
    speech,
    noise(seconds, -65, 3),
    tone(seconds, mainsHz, levelDb),
    tone(seconds, 3 * mainsHz, levelDb - 6),
  );
}

describe('hum', () => {
  it.each([50, 60])('of %i Hz is found, with its level', (mainsHz) => {
    const { hum } = factsOf(humming(mainsHz, -50));
    expect(hum?.mainsHz).toBe(mainsHz);
    expect(Math.abs((hum?.levelDb ?? 0) + 50)).toBeLessThan(2.5);
  });

  it('is none without it, in noise alone, and in a voice that stays near 100 Hz', () => {
    expect(factsOf(mix(speech, noise(seconds, -65, 3))).hum).toBeNull();
    expect(factsOf(noise(10, -40)).hum).toBeNull();
    const monotone = Array.from({ length: 12 }, (_, index) =>
      join(vowel({ pitchHz: 97 + ((index * 5) % 7), durationSec: 0.6 }), noise(0.4, -65)),
    );
    expect(factsOf(join(...monotone)).hum).toBeNull();
  });
});
