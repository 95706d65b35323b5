/** The voiced frames of a talk with a pitch that can be trusted, and what any stretch of them is like. */
import type { Absent, Tracks } from '../../report/index.ts';
import { TRACK_HOP_SEC } from '../../report/index.ts';
import type { Span } from '../span.ts';
import { quantile } from '../statistics.ts';

/** Length of a frame of the tracks. */
export const FRAME_MS = TRACK_HOP_SEC * 1000;

/** Less voiced sound than this has no pitch or loudness of its own: two seconds. */
const MIN_FRAMES = 200;

/** From frame to frame a voice does not move further than this: beyond lies another piece of it, or an error. */
const MAX_STEP_ST = 4;
/** Shorter pieces are noise that happens to be periodic. */
const MIN_PIECE_FRAMES = 4;
/** What a piece is compared with: the pitch of so much time on both sides of it. */
const NEIGHBOUR_FRAMES = 150;
/** So far from its neighbours a piece is an error of an octave (12), or creak; livelier speakers stay nearer. */
const OCTAVE_ERROR_ST = 9.5;

/** What a stretch is like. */
export interface VoicedPart {
  /** How many voiced frames it has. */
  readonly frames: number;
  /** Mean pitch in semitones over the speaker's median; NaN without frames. */
  readonly meanSt: number;
  /** Standard deviation of the pitch in semitones; NaN without frames. */
  readonly sdSt: number;
  /** Level of their mean power in dBFS, the noise taken out; NaN without frames. */
  readonly levelDb: number;
  /** Mean of their levels in dBFS, in which a loud frame weighs no more than a soft one; NaN without frames. */
  readonly meanDb: number;
}

/** See {@link deriveVoiced}. */
export interface VoicedFrames {
  /** Indices of the frames, rising. */
  readonly frames: Uint32Array;
  /** Pitch of each of them in semitones over {@link medianHz}. */
  readonly semitones: Float32Array;
  /** The speaker's median pitch: 0 semitones. */
  readonly medianHz: number;
  /** From which to which of the arrays' items a stretch reaches, the end exclusive: frames with their middle inside. */
  indices(span: Span): readonly [from: number, to: number];
  /** What a stretch is like, in the time of a binary search. */
  part(span: Span): VoicedPart;
}

/**
 * Frames inside speech that have a pitch, without errors of the tracker: pieces of the pitch curve between jumps of more
 * than 4 semitones are left out when they are shorter than 40 ms, or 9.5 semitones or more from the median pitch of the
 * 1.5 seconds on both sides. They are left out, not moved by an octave: a guess is no measurement.
 *
 * @param speech in order, not overlapping
 */
export function deriveVoiced(tracks: Tracks, speech: readonly Span[]): VoicedFrames | Absent {
  const pitched = framesWithPitch(tracks, speech);
  const octaves = new Float64Array(pitched.length);
  for (const [index, frame] of pitched.entries()) {
    octaves[index] = 12 * Math.log2(tracks.pitchHz[frame] ?? 1);
  }
  const frames = pitched.filter(trusted(pitched, octaves));
  if (frames.length < MIN_FRAMES) {
    return { absent: 'too-little-speech' };
  }
  const pitchHz = new Float32Array(frames.length);
  const levelDb = new Float32Array(frames.length);
  for (const [index, frame] of frames.entries()) {
    pitchHz[index] = tracks.pitchHz[frame] ?? 0;
    levelDb[index] = tracks.levelDb[frame] ?? 0;
  }
  const medianHz = quantile(pitchHz, 0.5);
  const semitones = pitchHz.map((hz) => 12 * Math.log2(hz / medianHz));
  const noise = tracks.sound.noiseFloorDb === null ? 0 : power(tracks.sound.noiseFloorDb);
  const sums = runningSums(semitones);
  const squares = runningSums(semitones.map((value) => value ** 2));
  const levels = runningSums(levelDb);
  const powers = runningSums(levelDb.map(power));
  const indices = (span: Span): readonly [number, number] => [
    firstFrom(frames, Math.ceil((span.startMs - FRAME_MS / 2) / FRAME_MS)),
    firstFrom(frames, Math.ceil((span.endMs - FRAME_MS / 2) / FRAME_MS)),
  ];
  return Object.freeze({
    frames,
    semitones,
    medianHz,
    indices,
    part(span: Span): VoicedPart {
      const [from, to] = indices(span);
      const count = to - from;
      const between = (before: Float64Array): number => ((before[to] ?? 0) - (before[from] ?? 0)) / count;
      const meanSt = between(sums);
      return {
        frames: Math.max(0, count),
        meanSt,
        sdSt: Math.sqrt(Math.max(0, between(squares) - meanSt ** 2)),
        levelDb: withoutNoise(between(powers), noise),
        meanDb: between(levels),
      };
    },
  });
}

/** Power of a level in dB. */
function power(db: number): number {
  return 10 ** (db / 10);
}

/** Near the noise little is left after subtracting it, and its level is a guess: a tenth stays at least. */
function withoutNoise(mean: number, noise: number): number {
  return 10 * Math.log10(Math.max(mean - noise, mean / 10));
}

function framesWithPitch({ frames, pitchHz }: Tracks, speech: readonly Span[]): Uint32Array {
  const found: number[] = [];
  for (const { startMs, endMs } of speech) {
    const end = Math.min(frames, Math.ceil((endMs - FRAME_MS / 2) / FRAME_MS));
    for (let frame = Math.max(0, Math.ceil((startMs - FRAME_MS / 2) / FRAME_MS)); frame < end; frame += 1) {
      if ((pitchHz[frame] ?? 0) > 0) {
        found.push(frame);
      }
    }
  }
  return Uint32Array.from(found);
}

/** Whether each of the frames is trusted: for `filter`, by index. */
function trusted(frames: Uint32Array, semitones: Float64Array): (frame: number, index: number) => boolean {
  const keep = new Uint8Array(frames.length);
  let from = 0;
  for (let at = 1; at <= frames.length; at += 1) {
    const goesOn =
      at < frames.length &&
      (frames[at] ?? 0) - (frames[at - 1] ?? 0) === 1 &&
      Math.abs((semitones[at] ?? 0) - (semitones[at - 1] ?? 0)) <= MAX_STEP_ST;
    if (goesOn) {
      continue;
    }
    const around = semitones.subarray(
      firstFrom(frames, (frames[from] ?? 0) - NEIGHBOUR_FRAMES),
      firstFrom(frames, (frames[at - 1] ?? 0) + NEIGHBOUR_FRAMES + 1),
    );
    const distance = Math.abs(median(semitones.subarray(from, at)) - median(around));
    if (at - from >= MIN_PIECE_FRAMES && distance < OCTAVE_ERROR_ST) {
      keep.fill(1, from, at);
    }
    from = at;
  }
  return (_, index) => keep[index] === 1;
}

function median(values: Float64Array): number {
  return values.toSorted()[Math.floor(values.length / 2)] ?? NaN;
}

/** The index of the first frame that is not before `frame`; the length when all are. */
function firstFrom(frames: Uint32Array, frame: number): number {
  let low = 0;
  let high = frames.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((frames[middle] ?? 0) < frame) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** What lies before each item; one value more than there are items. */
function runningSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let index = 0; index < values.length; index += 1) {
    sums[index + 1] = (sums[index] ?? 0) + (values[index] ?? 0);
  }
  return sums;
}
