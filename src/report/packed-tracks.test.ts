import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SoundFacts } from './sound-facts.ts';
import { packTracks, unpackTracks } from './packed-tracks.ts';
import type { Tracks } from './tracks.ts';
import { FRAME_TRACKS, TRACK_HOP_SEC } from './tracks.ts';

/** JSON knows no -0. */
const decibels = fc.double({ min: -120, max: 0, noNaN: true }).map((level) => level + 0);
const level = fc.option(decibels, { nil: null });
const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
const sound: fc.Arbitrary<SoundFacts> = fc.record({
  noiseFloorDb: level,
  speechLevelDb: level,
  snrDb: level,
  digitalSilenceShare: share,
  clippedShare: share,
  bandwidthHz: fc.option(fc.integer({ min: 0, max: 8000 }), { nil: null }),
  hum: fc.option(
    fc.record({
      mainsHz: fc.constantFrom(50 as const, 60 as const),
      levelDb: decibels,
    }),
    { nil: null },
  ),
});

const tracks: fc.Arbitrary<Tracks> = fc.nat({ max: 40 }).chain((frames) => {
  const track = fc.float32Array({ minLength: frames, maxLength: frames });
  return fc.record({
    hopSec: fc.constant(TRACK_HOP_SEC),
    frames: fc.constant(frames),
    pitchHz: track,
    voicing: track,
    levelDb: track,
    changeDb: track,
    formant1Hz: track,
    formant2Hz: track,
    lowBandDb: track,
    tiltDb: track,
    highBandDb: track,
    nuclei: fc.uint32Array({ maxLength: 10 }),
    sound,
  });
});

const example: Tracks = {
  hopSec: TRACK_HOP_SEC,
  frames: 1,
  pitchHz: Float32Array.of(1),
  voicing: Float32Array.of(2),
  levelDb: Float32Array.of(3),
  changeDb: Float32Array.of(4),
  formant1Hz: Float32Array.of(5),
  formant2Hz: Float32Array.of(6),
  lowBandDb: Float32Array.of(7),
  tiltDb: Float32Array.of(8),
  highBandDb: Float32Array.of(9),
  nuclei: Uint32Array.of(258),
  sound: {
    noiseFloorDb: null,
    speechLevelDb: null,
    snrDb: null,
    digitalSilenceShare: null,
    clippedShare: null,
    bandwidthHz: null,
    hum: null,
  },
};

describe('packed tracks', () => {
  it('come back as they were, not numbers included', () => {
    fc.assert(
      fc.property(tracks, (made) => {
        expect(unpackTracks(packTracks(made))).toEqual(made);
      }),
    );
  });

  it('come back from the midst of other bytes', () => {
    fc.assert(
      fc.property(tracks, fc.integer({ min: 1, max: 9 }), (made, offset) => {
        const packed = packTracks(made);
        const larger = new Uint8Array(packed.length + 20).fill(7);
        larger.set(packed, offset);
        expect(unpackTracks(larger.subarray(offset, offset + packed.length))).toEqual(made);
      }),
    );
  });

  it('are null when cut, lengthened, of another version, or something else', () => {
    const packed = packTracks(example);
    for (const length of [0, 4, 19, 20, packed.length - 1]) {
      expect(unpackTracks(packed.subarray(0, length))).toBeNull();
    }
    expect(unpackTracks(Uint8Array.from([...packed, 0]))).toBeNull();
    expect(unpackTracks(packed.with(0, 0))).toBeNull();
    expect(unpackTracks(packed.with(4, 99))).toBeNull();
    // The first letter of the facts.
    expect(unpackTracks(packed.with(20, 0x58))).toBeNull();
    expect(unpackTracks(new Uint8Array(1000))).toBeNull();
  });

  it('have a form that stays: header, facts, then every track in turn, little-endian', () => {
    const packed = packTracks(example);
    const view = new DataView(packed.buffer);
    expect(new TextDecoder().decode(packed.subarray(0, 4))).toBe('SCTR');
    expect([4, 8, 12].map((at) => view.getUint32(at, true))).toEqual([1, 1, 1]);
    const start = 20 + view.getUint32(16, true);
    expect(FRAME_TRACKS.map((_, index) => view.getFloat32(start + 4 * index, true))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(packed.subarray(-4)).toEqual(Uint8Array.of(2, 1, 0, 0));
  });
});
