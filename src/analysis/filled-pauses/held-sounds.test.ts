import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeldSounds } from './held-sounds.ts';
import type { Stretch } from './tracks.fixture.ts';
import { makeTracks, withGain } from './tracks.fixture.ts';

function found(...stretches: readonly Stretch[]): ReturnType<typeof findHeldSounds> {
  return findHeldSounds(makeTracks(stretches));
}

const SPEECH = { is: 'speech', sec: 1 } as const;
const SILENCE = { is: 'silence', sec: 0.4 } as const;

describe('findHeldSounds', () => {
  it('finds a held vowel between silences, its borders right to 30 ms', () => {
    const [sound, ...others] = found(SPEECH, SILENCE, { is: 'held', sec: 0.5 }, SILENCE, SPEECH);
    expect(others).toEqual([]);
    expect(sound).toMatchObject({ kind: 'vowel', silenceBeforeMs: 250, silenceAfterMs: 250 });
    expect(Math.abs((sound?.startMs ?? 0) - 1400)).toBeLessThanOrEqual(30);
    expect(Math.abs((sound?.endMs ?? 0) - 1900)).toBeLessThanOrEqual(30);
  });

  it('finds one that touches speech on both sides', () => {
    const [sound] = found(SPEECH, { is: 'held', sec: 0.4 }, SPEECH);
    expect(Math.abs((sound?.startMs ?? 0) - 1000)).toBeLessThanOrEqual(30);
    expect(Math.abs((sound?.endMs ?? 0) - 1400)).toBeLessThanOrEqual(30);
    expect(sound).toMatchObject({ silenceBeforeMs: 0, silenceAfterMs: 0 });
  });

  it('finds nothing in speech', () => {
    expect(found(SPEECH, SILENCE, SPEECH)).toEqual([]);
  });

  it('tells a hum from a vowel, and takes a vowel that closes into a hum as one sound', () => {
    const hum = { is: 'held', sec: 0.4, kind: 'nasal' } as const;
    const vowel = { is: 'held', sec: 0.3 } as const;
    expect(found(SILENCE, hum, SILENCE).map(({ kind }) => kind)).toEqual(['nasal']);
    const um = found(SILENCE, vowel, hum, SILENCE);
    expect(um.map(({ kind }) => kind)).toEqual(['vowel-nasal']);
    expect((um[0]?.endMs ?? 0) - (um[0]?.startMs ?? 0)).toBeCloseTo(700, -2);
  });

  it('leaves out what is short, what glides in pitch, and what moves in timbre', () => {
    expect(found(SPEECH, { is: 'held', sec: 0.12 }, SPEECH)).toEqual([]);
    expect(found(SILENCE, { is: 'held', sec: 0.5, glideStPerSec: 40 }, SILENCE)).toEqual([]);
    expect(found(SILENCE, { is: 'held', sec: 0.5, changeDb: 5 }, SILENCE)).toEqual([]);
  });

  it('leaves out what is hardly over the noise', () => {
    expect(found(SPEECH, { is: 'held', sec: 0.5, louderDb: -40 }, SPEECH)).toEqual([]);
  });

  it('takes the shortest length as a parameter', () => {
    const tracks = makeTracks([SPEECH, { is: 'held', sec: 0.3 }, SPEECH]);
    expect(findHeldSounds(tracks, { minSec: 0.5 })).toEqual([]);
    expect(findHeldSounds(tracks, { minSec: 0.25 })).toHaveLength(1);
  });

  it('finds nothing without sound', () => {
    expect(found()).toEqual([]);
    expect(found({ is: 'silence', sec: 3 })).toEqual([]);
  });
});

const stretch: fc.Arbitrary<Stretch> = fc.oneof(
  fc.record({
    is: fc.constant('speech' as const),
    sec: fc.integer({ min: 20, max: 100 }).map((n) => n / 100),
  }),
  fc.record({
    is: fc.constant('silence' as const),
    sec: fc.integer({ min: 10, max: 60 }).map((n) => n / 100),
  }),
  fc.record({
    is: fc.constant('held' as const),
    sec: fc.integer({ min: 10, max: 90 }).map((n) => n / 100),
    kind: fc.constantFrom('vowel' as const, 'nasal' as const),
  }),
);
const talk = fc.array(stretch, { maxLength: 12 });
const PAD = { is: 'silence', sec: 0.3 } as const;

describe('whatever the talk', () => {
  it('a later start moves the sounds and changes nothing else', () => {
    fc.assert(
      fc.property(talk, fc.integer({ min: 1, max: 300 }), (stretches, frames) => {
        const moved = found({ is: 'silence', sec: frames / 100 }, PAD, ...stretches, PAD);
        const shifted = found(PAD, ...stretches, PAD).map((sound) => ({
          ...sound,
          startMs: sound.startMs + frames * 10,
          endMs: sound.endMs + frames * 10,
        }));
        expect(moved).toEqual(shifted);
      }),
    );
  });

  it('a louder recording has the same sounds', () => {
    fc.assert(
      fc.property(talk, fc.integer({ min: -20, max: 20 }), (stretches, db) => {
        const tracks = makeTracks(stretches);
        expect(findHeldSounds(withGain(tracks, db))).toEqual(findHeldSounds(tracks));
      }),
    );
  });

  it('two talks with silence between them have the sounds of both', () => {
    fc.assert(
      fc.property(talk, talk, (first, second) => {
        const all = found(PAD, ...first, PAD, ...second, PAD);
        const apart = found(PAD, ...first, PAD).length + found(PAD, ...second, PAD).length;
        expect(all).toHaveLength(apart);
      }),
    );
  });

  it('sounds are in order and never overlap', () => {
    fc.assert(
      fc.property(talk, (stretches) => {
        const sounds = found(...stretches);
        for (const [index, sound] of sounds.entries()) {
          expect(sound.endMs).toBeGreaterThan(sound.startMs);
          expect(sound.startMs).toBeGreaterThanOrEqual(sounds[index - 1]?.endMs ?? 0);
        }
      }),
    );
  });
});
