import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { join, madeSpeech, silence } from '../../test/support/made-voice.ts';
import type { Tracks } from '../report/index.ts';
import { FRAME_TRACKS, packTracks } from '../report/index.ts';
import { createVoiceTracker } from './tracker.ts';

const HOP = 160;
const RUNS = 10;

function tracksOf(...blocks: readonly Float32Array[]): Tracks {
  const tracker = createVoiceTracker();
  for (const block of blocks) {
    tracker.push(block);
  }
  return tracker.end();
}

/** Stands for a sound of some syllables. */
const seed = fc.nat({ max: 10_000 });

/** Frames where all of the windows that matter lie inside the sound. */
function inner(track: Float32Array, offset: number, frames: number): readonly number[] {
  return [...track.subarray(offset + 6, offset + frames - 6)];
}

describe('tracks', () => {
  it('are the same to the last bit, however the sound is cut into blocks', () => {
    fc.assert(
      fc.property(seed, fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 12 }), (from, lengths) => {
        const sound = madeSpeech(from, 4);
        let at = 0;
        const blocks = lengths.map((length) => sound.subarray(at, (at += length)));
        expect(packTracks(tracksOf(...blocks, sound.subarray(at)))).toEqual(packTracks(tracksOf(sound)));
      }),
      { numRuns: RUNS },
    );
  });

  it('have a value for every begun hop, in range', () => {
    fc.assert(
      fc.property(seed, fc.nat({ max: 3000 }), (from, cut) => {
        const sound = madeSpeech(from, 4);
        const part = sound.subarray(0, sound.length - cut);
        const tracks = tracksOf(part);
        expect(tracks.frames).toBe(Math.ceil(part.length / HOP));
        for (const name of FRAME_TRACKS) {
          expect(tracks[name]).toHaveLength(tracks.frames);
        }
        expect(tracks.pitchHz.every((hz) => hz === 0 || (hz >= 65 && hz <= 500))).toBe(true);
        expect(tracks.voicing.every((strength) => strength >= 0 && strength <= 1)).toBe(true);
        expect(tracks.levelDb.every((level) => level >= -120 && level <= 0)).toBe(true);
        expect(tracks.nuclei.every((frame, index) => frame > (tracks.nuclei[index - 1] ?? -1))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it('move with the sound: silence before it shifts them and changes nothing else', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 200 }), fc.nat({ max: 200 }), (from, before, after) => {
        const sound = madeSpeech(from, 4);
        const plain = tracksOf(sound);
        const padded = tracksOf(silence(before / 100), sound, silence(after / 100));
        for (const name of FRAME_TRACKS) {
          expect(inner(padded[name], before, plain.frames)).toEqual(inner(plain[name], 0, plain.frames));
        }
        expect([...padded.nuclei]).toEqual([...plain.nuclei].map((frame) => frame + before));
        // But for the frames that are half in the silence.
        expect(Math.abs((padded.sound.noiseFloorDb ?? 0) - (plain.sound.noiseFloorDb ?? 0))).toBeLessThan(1);
        expect(padded.sound.clippedShare).toBe(plain.sound.clippedShare);
        expect(padded.sound.bandwidthHz).toBe(plain.sound.bandwidthHz);
      }),
      { numRuns: RUNS },
    );
  });

  it('shifted by less than a hop, tell the same but for how far the pitch moves in that time', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: HOP - 1 }), (from, shift) => {
        const sound = madeSpeech(from, 4);
        const plain = tracksOf(sound);
        const shifted = tracksOf(new Float32Array(shift), sound);
        const both = [...plain.pitchHz.entries()].filter(
          ([frame, hz]) => hz > 0 && (shifted.pitchHz[frame] ?? 0) > 0,
        );
        const voiced = plain.pitchHz.filter((hz) => hz > 0).length;
        expect(both.length).toBeGreaterThan(0.9 * voiced);
        const off = both.map(([frame, hz]) => 12 * Math.abs(Math.log2((shifted.pitchHz[frame] ?? 0) / hz)));
        expect(off.filter((semitones) => semitones > 1).length).toBeLessThan(0.05 * both.length);
        expect(Math.abs(shifted.nuclei.length - plain.nuclei.length)).toBeLessThanOrEqual(1);
      }),
      { numRuns: RUNS },
    );
  });

  it('of a louder or softer recording differ by the level and nothing else', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: -5, max: 1 }), (from, doublings) => {
        const sound = madeSpeech(from, 4);
        const plain = tracksOf(sound);
        // Powers of two, so that samples lose nothing.
        const gained = tracksOf(sound.map((sample) => sample * 2 ** doublings));
        expect([...gained.pitchHz]).toEqual([...plain.pitchHz]);
        expect([...gained.nuclei]).toEqual([...plain.nuclei]);
        for (const name of [
          'changeDb',
          'formant1Hz',
          'formant2Hz',
          'lowBandDb',
          'tiltDb',
          'highBandDb',
        ] as const) {
          expect([...gained[name]]).toEqual([...plain[name]]);
        }
        const shiftDb = 20 * Math.log10(2 ** doublings);
        for (const [frame, level] of plain.levelDb.entries()) {
          expect(gained.levelDb[frame]).toBeCloseTo(Math.max(-120, level + shiftDb), 3);
        }
        expect(gained.sound.snrDb).toBeCloseTo(plain.sound.snrDb ?? NaN, 3);
        expect(gained.sound.bandwidthHz).toBe(plain.sound.bandwidthHz);
      }),
      { numRuns: RUNS },
    );
  });

  it('of joined recordings are those of the parts, away from the joint', () => {
    fc.assert(
      fc.property(seed, seed, (oneSeed, otherSeed) => {
        const [one, other] = [madeSpeech(oneSeed, 4), madeSpeech(otherSeed, 4)];
        const first = tracksOf(one);
        // A whole number of hops, so that the grid of the second part is its own.
        const padded = join(one, new Float32Array(first.frames * HOP - one.length), other);
        const joined = tracksOf(padded);
        const second = tracksOf(other);
        for (const name of ['levelDb', 'voicing', 'changeDb', 'tiltDb'] as const) {
          expect(inner(joined[name], first.frames, second.frames)).toEqual(
            inner(second[name], 0, second.frames),
          );
          expect(inner(joined[name], 0, first.frames)).toEqual(inner(first[name], 0, first.frames));
        }
        expect(joined.frames).toBe(first.frames + second.frames);
      }),
      { numRuns: RUNS },
    );
  });
});
