/** Steady parts: where the voice goes on and neither its spectrum nor its pitch moves; and those that make one sound. */
import type { Tracks } from '../../report/index.ts';
import { quantile } from '../statistics.ts';

/** A steady stretch, in frames, with its sound; levels are medians over its steady frames. */
export interface SteadyPart {
  readonly from: number;
  /** The first frame after it. */
  readonly to: number;
  /** Those of its frames in which nothing moves. */
  readonly steady: readonly number[];
  readonly levelDb: number;
  readonly lowBandDb: number;
  /** 0 where none stands out. */
  readonly formant1Hz: number;
}

/** A frame is steady up to this change of the spectrum: one in ten of the voiced frames of ordinary speech is. */
const STEADY_CHANGE_DB = 3;
/** Between steady frames of one part the change stays under this. */
export const UNBROKEN_CHANGE_DB = 4.5;
/** Pitch that moves further from 20 ms before to 20 ms after is melody. */
const MAX_PITCH_STEP_ST = 1;
const PITCH_REACH_FRAMES = 2;
/** A part has at least so many steady frames. */
const MIN_STEADY_FRAMES = 4;
/** A voiced frame has at least this voicing; the pitch track is silent at low levels, where hums are. */
const MIN_VOICING = 0.5;
/** Two parts are one sound when the voice goes on between them for at most this long. */
const MAX_TURN_FRAMES = 10;
/** Low band over the rest, in dB: a hum has at least this. */
const HUM_LOW_BAND_DB = 4;
/** A mouth that is open at all has its first formant here. */
const VOWEL_FORMANT1_HZ = { min: 380, max: 1000 } as const;

/**
 * The steady parts, in order; those that make one sound together, as a vowel after a flutter, or one that turns into a hum.
 *
 * @param leastDb softer frames are no voice
 */
export function findSteadyParts(tracks: Tracks, leastDb: number): readonly (readonly SteadyPart[])[] {
  const sounds: SteadyPart[][] = [];
  for (const part of partsOf(tracks, leastDb)) {
    const sound = sounds.at(-1);
    const previous = sound?.at(-1);
    if (sound !== undefined && previous !== undefined && isOneSound(tracks, previous, part, leastDb)) {
      sound.push(part);
    } else {
      sounds.push([part]);
    }
  }
  return sounds;
}

/** Whether the mouth is shut. */
export function isHum({ lowBandDb, formant1Hz }: SteadyPart): boolean {
  const isOpen = formant1Hz >= VOWEL_FORMANT1_HZ.min && formant1Hz <= VOWEL_FORMANT1_HZ.max;
  return lowBandDb >= HUM_LOW_BAND_DB && !isOpen;
}

/** The median of a track over some frames, those left out in which it is not known; 0 when it is known in none. */
export function medianOf(track: Float32Array, frames: readonly number[]): number {
  const values = frames.map((frame) => track[frame] ?? NaN).filter((value) => !Number.isNaN(value));
  return values.length === 0 ? 0 : quantile(values, 0.5);
}

/** Voiced stretches without a turn that hold enough steady frames. */
function partsOf(tracks: Tracks, leastDb: number): readonly SteadyPart[] {
  const parts: SteadyPart[] = [];
  let from = 0;
  let steady: number[] = [];
  const close = (to: number): void => {
    if (steady.length >= MIN_STEADY_FRAMES) {
      parts.push(toPart(tracks, from, to, steady));
    }
    steady = [];
    from = to + 1;
  };
  for (let frame = 0; frame < tracks.frames; frame += 1) {
    const changeDb = tracks.changeDb[frame] ?? NaN;
    const isUnbroken =
      isVoiced(tracks, frame, leastDb) &&
      changeDb <= UNBROKEN_CHANGE_DB &&
      pitchStepSt(tracks, frame) <= MAX_PITCH_STEP_ST;
    if (!isUnbroken) {
      close(frame);
    } else if (changeDb <= STEADY_CHANGE_DB) {
      steady.push(frame);
    }
  }
  close(tracks.frames);
  return parts;
}

function toPart(tracks: Tracks, from: number, to: number, steady: readonly number[]): SteadyPart {
  return {
    from,
    to,
    steady,
    levelDb: medianOf(tracks.levelDb, steady),
    lowBandDb: medianOf(tracks.lowBandDb, steady),
    formant1Hz: medianOf(tracks.formant1Hz, steady),
  };
}

function isOneSound(tracks: Tracks, first: SteadyPart, second: SteadyPart, leastDb: number): boolean {
  if (second.from - first.to > MAX_TURN_FRAMES) {
    return false;
  }
  for (let frame = first.to; frame < second.from; frame += 1) {
    // An uneven pulse hides the pitch in a few frames, but moves nothing.
    const isStill = (tracks.changeDb[frame] ?? NaN) <= UNBROKEN_CHANGE_DB && isHeard(tracks, frame, leastDb);
    if (!isStill && !isVoiced(tracks, frame, leastDb)) {
      return false;
    }
  }
  // A shut mouth that opens begins another sound: "mm, uh".
  return !isHum(first) || isHum(second);
}

function isVoiced(tracks: Tracks, frame: number, leastDb: number): boolean {
  const hasPitch = (tracks.pitchHz[frame] ?? 0) > 0 || (tracks.voicing[frame] ?? 0) >= MIN_VOICING;
  return hasPitch && isHeard(tracks, frame, leastDb);
}

function isHeard({ levelDb }: Tracks, frame: number, leastDb: number): boolean {
  return (levelDb[frame] ?? -Infinity) >= leastDb;
}

/** How far the pitch moves around a frame, in semitones; 0 where it is not known on both sides. */
function pitchStepSt({ pitchHz }: Tracks, frame: number): number {
  const before = pitchHz[frame - PITCH_REACH_FRAMES] ?? 0;
  const after = pitchHz[frame + PITCH_REACH_FRAMES] ?? 0;
  return before > 0 && after > 0 ? Math.abs(12 * Math.log2(after / before)) : 0;
}
