/** Tracks for tests, put together of silence, speech and held sounds. */
import type { Tracks } from '../../report/index.ts';
import { TRACK_HOP_SEC } from '../../report/index.ts';

/** A stretch of sound. */
export type Stretch =
  | { readonly is: 'silence'; readonly sec: number }
  /** Five syllables a second, the spectrum always on the move. */
  | { readonly is: 'speech'; readonly sec: number }
  | {
      readonly is: 'held';
      readonly sec: number;
      /** Default: 'vowel'. */
      readonly kind?: 'vowel' | 'nasal';
      /** Default: 0. */
      readonly glideStPerSec?: number;
      readonly changeDb?: number;
      /** Over the usual level. Default: 0. */
      readonly louderDb?: number;
    };

const SPEECH_DB = -25;
const SILENCE_DB = -70;
const PITCH_HZ = 120;
const SYLLABLE_FRAMES = 20;

/** One value of each frame track. */
interface Frame {
  readonly pitchHz: number;
  readonly voicing: number;
  readonly levelDb: number;
  readonly changeDb: number;
  readonly formant1Hz: number;
  readonly formant2Hz: number;
  readonly lowBandDb: number;
}

const SILENT: Frame = {
  pitchHz: 0,
  voicing: 0.1,
  levelDb: SILENCE_DB,
  changeDb: 3,
  formant1Hz: 0,
  formant2Hz: 0,
  lowBandDb: 0,
};

/** The tracks of the stretches one after the other. */
export function makeTracks(stretches: readonly Stretch[]): Tracks {
  const frames: Frame[] = [];
  const nuclei: number[] = [];
  for (const stretch of stretches) {
    const count = Math.round(stretch.sec / TRACK_HOP_SEC);
    for (let at = 0; at < count; at += 1) {
      if (stretch.is === 'speech' && at % SYLLABLE_FRAMES === SYLLABLE_FRAMES / 2) {
        nuclei.push(frames.length);
      }
      frames.push(frameOf(stretch, at, count));
    }
    if (stretch.is === 'held') {
      nuclei.push(frames.length - Math.round(count / 2));
    }
  }
  const track = (pick: (frame: Frame) => number): Float32Array => Float32Array.from(frames, pick);
  return {
    hopSec: TRACK_HOP_SEC,
    frames: frames.length,
    pitchHz: track(({ pitchHz }) => pitchHz),
    voicing: track(({ voicing }) => voicing),
    levelDb: track(({ levelDb }) => levelDb),
    changeDb: track(({ changeDb }) => changeDb),
    formant1Hz: track(({ formant1Hz }) => formant1Hz),
    formant2Hz: track(({ formant2Hz }) => formant2Hz),
    lowBandDb: track(({ lowBandDb }) => lowBandDb),
    tiltDb: track(() => -10),
    highBandDb: track(() => -30),
    nuclei: Uint32Array.from(nuclei),
    sound: {
      noiseFloorDb: SILENCE_DB,
      speechLevelDb: SPEECH_DB,
      snrDb: SPEECH_DB - SILENCE_DB,
      digitalSilenceShare: 0,
      clippedShare: 0,
      bandwidthHz: 8000,
      hum: null,
    },
  };
}

/** The same tracks as of a louder or softer recording. */
export function withGain(tracks: Tracks, db: number): Tracks {
  return {
    ...tracks,
    levelDb: tracks.levelDb.map((level) => level + db),
    sound: { ...tracks.sound, noiseFloorDb: SILENCE_DB + db, speechLevelDb: SPEECH_DB + db },
  };
}

function frameOf(stretch: Stretch, at: number, count: number): Frame {
  switch (stretch.is) {
    case 'silence':
      return SILENT;
    case 'speech':
      return {
        pitchHz: PITCH_HZ * (1 + 0.1 * Math.sin(at / 7)),
        voicing: 0.9,
        levelDb: SPEECH_DB,
        changeDb: 7,
        formant1Hz: 450 + 200 * Math.sin(at / 5),
        formant2Hz: 1500 + 500 * Math.sin(at / 9),
        lowBandDb: 3,
      };
    case 'held': {
      const { kind = 'vowel', glideStPerSec = 0, changeDb = 1, louderDb = 0 } = stretch;
      // As the track does: within 30 ms of its ends the spectrum differs from what is beyond.
      const isEdge = at < 3 || at >= count - 3;
      return {
        pitchHz: PITCH_HZ * 2 ** ((glideStPerSec * at * TRACK_HOP_SEC) / 12),
        voicing: 0.95,
        levelDb: SPEECH_DB + louderDb,
        changeDb: isEdge ? 8 : changeDb,
        formant1Hz: kind === 'vowel' ? 560 : 250,
        formant2Hz: kind === 'vowel' ? 1400 : 1100,
        lowBandDb: kind === 'vowel' ? -8 : 8,
      };
    }
    default:
      return stretch satisfies never;
  }
}
