/** Held sounds: stretches of the voice in which neither the spectrum nor the pitch moves, as in "uh", "um", "hmm". */
import type { FilledPause, Tracks } from '../../report/index.ts';
import type { Span } from '../span.ts';
import { lengthMs } from '../span.ts';
import { quantile } from '../statistics.ts';
import type { SteadyPart } from './steady-parts.ts';
import { UNBROKEN_CHANGE_DB, findSteadyParts, isHum, medianOf } from './steady-parts.ts';

/** What is looked for. */
export interface HeldSoundOptions {
  /** Shorter sounds are left out. Default 0.2 s: ordinary syllables seldom stand still for as long. */
  readonly minSec: number;
}

/** See {@link HeldSoundOptions}. */
export const HELD_SOUND_DEFAULTS: HeldSoundOptions = Object.freeze({ minSec: 0.2 });

/** A held sound with what is measured of it. */
export interface HeldSound extends Span {
  readonly kind: FilledPause['kind'];
  /** Median change of the spectrum's shape, in dB, as the track has it, its edges left out but not its turns. */
  readonly changeDb: number;
  /** How far apart the lowest and the highest pitch are, in semitones, the outermost tenths left out. */
  readonly pitchRangeSt: number;
  /** Median formants of its vowel's steady frames, in Hz; 0 for a hum, and where none stands out. */
  readonly formant1Hz: number;
  readonly formant2Hz: number;
  /** How much of the 250 ms before it, and of those after it, is silent. */
  readonly silenceBeforeMs: number;
  readonly silenceAfterMs: number;
}

/** The voice is at least so far over the noise floor, and not further under the level of the speech. */
const OVER_FLOOR_DB = 8;
const UNDER_SPEECH_DB = 32;
/** The change track looks 30 ms to both sides, so a sound reaches up to twice that beyond its steady parts. */
const EDGE_FRAMES = 6;
/** The change does not peak before its second frame. */
const MIN_EDGE_FRAMES = 2;
/** A sound ends where its level has fallen so far. */
const EDGE_DROP_DB = 14;
/** How far silence is looked for. */
const NEXT_FRAMES = 25;

/** Every held sound, in order, not overlapping. Takes time linear in the length of the recording. */
export function findHeldSounds(
  tracks: Tracks,
  options: HeldSoundOptions = HELD_SOUND_DEFAULTS,
): readonly HeldSound[] {
  const leastDb = silenceBelowDb(tracks);
  const sounds = findSteadyParts(tracks, leastDb);
  return sounds
    .map((parts, index) => {
      const first = middleBetween(sounds[index - 1], parts) ?? 0;
      const end = middleBetween(parts, sounds[index + 1]) ?? tracks.frames;
      return describe(tracks, parts, leastDb, { first, end });
    })
    .filter((sound) => lengthMs(sound) >= Math.round(options.minSec * 1000));
}

/** The level in dBFS below which the recording counts as silent. */
export function silenceBelowDb({ sound }: Tracks): number {
  return Math.max(
    (sound.noiseFloorDb ?? -Infinity) + OVER_FLOOR_DB,
    (sound.speechLevelDb ?? -Infinity) - UNDER_SPEECH_DB,
  );
}

/** The frame that two sounds share as a border, should their edges meet. */
function middleBetween(
  before: readonly SteadyPart[] | undefined,
  after: readonly SteadyPart[] | undefined,
): number | undefined {
  const [end, start] = [before?.at(-1)?.to, after?.[0]?.from];
  return end === undefined || start === undefined ? undefined : Math.ceil((end + start) / 2);
}

/** Frames from `first` up to, but not including, `end`. */
interface Limits {
  readonly first: number;
  readonly end: number;
}

function describe(tracks: Tracks, parts: readonly SteadyPart[], leastDb: number, limits: Limits): HeldSound {
  const steady = parts.flatMap((part) => part.steady);
  const vowel = parts.filter((part) => !isHum(part)).flatMap((part) => part.steady);
  const [firstPart, lastPart] = [parts[0], parts.at(-1)];
  const from = findEdge(tracks, firstPart, firstPart?.from ?? 0, -1, limits);
  const to = findEdge(tracks, lastPart, (lastPart?.to ?? 1) - 1, 1, limits) + 1;
  const toMs = (frame: number): number => Math.round(frame * tracks.hopSec * 1000);
  return {
    startMs: toMs(from),
    endMs: toMs(to),
    kind: vowel.length === 0 ? 'nasal' : vowel.length === steady.length ? 'vowel' : 'vowel-nasal',
    changeDb: medianOf(tracks.changeDb, framesBetween(firstPart?.from ?? 0, lastPart?.to ?? 0)),
    pitchRangeSt: pitchRangeSt(tracks, steady),
    formant1Hz: medianFormant(tracks.formant1Hz, vowel),
    formant2Hz: medianFormant(tracks.formant2Hz, vowel),
    silenceBeforeMs: toMs(silentFrames(tracks, from - 1, -1, leastDb)),
    silenceAfterMs: toMs(silentFrames(tracks, to, 1, leastDb)),
  };
}

/** From the outermost frame of a part on to where the change of the spectrum has peaked, or the voice has faded. */
function findEdge(
  { levelDb, changeDb }: Tracks,
  part: SteadyPart | undefined,
  start: number,
  step: 1 | -1,
  { first, end }: Limits,
): number {
  const leastDb = (part?.levelDb ?? -Infinity) - EDGE_DROP_DB;
  let edge = start;
  for (let count = 1; count <= EDGE_FRAMES; count += 1) {
    const frame = start + step * count;
    const changeBefore = changeDb[edge] ?? 0;
    const hasPeaked =
      count > MIN_EDGE_FRAMES && changeBefore > UNBROKEN_CHANGE_DB && (changeDb[frame] ?? 0) < changeBefore;
    if (frame < first || frame >= end || (levelDb[frame] ?? -Infinity) < leastDb || hasPeaked) {
      break;
    }
    edge = frame;
  }
  return edge;
}

function silentFrames({ levelDb }: Tracks, start: number, step: 1 | -1, leastDb: number): number {
  let silent = 0;
  for (let count = 0; count < NEXT_FRAMES; count += 1) {
    silent += (levelDb[start + step * count] ?? -Infinity) < leastDb ? 1 : 0;
  }
  return silent;
}

function framesBetween(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function pitchRangeSt({ pitchHz }: Tracks, frames: readonly number[]): number {
  const pitches = frames.map((frame) => pitchHz[frame] ?? 0).filter((hz) => hz > 0);
  return pitches.length === 0 ? 0 : 12 * Math.log2(quantile(pitches, 0.9) / quantile(pitches, 0.1));
}

function medianFormant(track: Float32Array, frames: readonly number[]): number {
  return medianOf(
    track,
    frames.filter((frame) => (track[frame] ?? 0) > 0),
  );
}
