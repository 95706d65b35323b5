/** Tracks of a voice that never was: pitch and loudness as a test wants them, frame by frame. */
import type { SoundFacts, Tracks } from '../../src/report/index.ts';
import { MIN_LEVEL_DB, TRACK_HOP_SEC } from '../../src/report/index.ts';

/** One frame; what is left out is unvoiced silence. */
export interface MadeFrame {
  readonly pitchHz?: number;
  readonly levelDb?: number;
}

/** What differs from a clean recording. */
export interface MadeTracksOptions {
  readonly sound?: Partial<SoundFacts>;
  /** Times of syllable nuclei in seconds, rising. */
  readonly nucleiSec?: readonly number[];
}

/** A recording in which nothing is wrong. */
const CLEAN: SoundFacts = {
  noiseFloorDb: -80,
  speechLevelDb: -20,
  snrDb: 60,
  digitalSilenceShare: 0,
  clippedShare: 0,
  bandwidthHz: 8000,
  hum: null,
};

/** Tracks of so many seconds; `frameAt` is asked for the middle of every frame. */
export function makeTracks(
  durationSec: number,
  frameAt: (sec: number) => MadeFrame,
  { sound = {}, nucleiSec = [] }: MadeTracksOptions = {},
): Tracks {
  const frames = Math.round(durationSec / TRACK_HOP_SEC);
  const made = Array.from({ length: frames }, (_, frame) => frameAt((frame + 0.5) * TRACK_HOP_SEC));
  const pitchHz = Float32Array.from(made, (frame) => frame.pitchHz ?? 0);
  const empty = (): Float32Array => new Float32Array(frames);
  return {
    hopSec: TRACK_HOP_SEC,
    frames,
    pitchHz,
    voicing: pitchHz.map((hz) => (hz > 0 ? 0.9 : 0)),
    levelDb: Float32Array.from(made, (frame) => frame.levelDb ?? MIN_LEVEL_DB),
    changeDb: empty(),
    formant1Hz: empty(),
    formant2Hz: empty(),
    lowBandDb: empty(),
    tiltDb: empty(),
    highBandDb: empty(),
    nuclei: Uint32Array.from(nucleiSec, (sec) => Math.floor(sec / TRACK_HOP_SEC)),
    sound: { ...CLEAN, ...sound },
  };
}
