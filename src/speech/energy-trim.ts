/** Trims a word's time to where there is sound: a word next to a pause is often placed too far into it. */
import { SAMPLE_RATE_HZ } from './recognizer.ts';

/** How finely sound is told from silence. */
export const FRAME_SEC = 0.01;
const FRAME_SAMPLES = SAMPLE_RATE_HZ * FRAME_SEC;
/** Default of {@link EnergyTrimOptions.minEdgeSec}: a plosive's closure lasts up to this long. */
const MIN_EDGE_SEC = 0.08;
/** Silence of this length inside a word splits it: the louder side is the word. */
const MIN_SPLIT_SEC = 0.2;

/** How words are trimmed. */
export interface EnergyTrimOptions {
  /** Shorter silence at a word's edge belongs to the word. Default 0.08 s. */
  readonly minEdgeSec?: number;
}

/** A word's time after trimming, never longer than before. */
export interface TrimmedTime {
  readonly startSec: number;
  readonly endSec: number;
}

/** Measures a chunk's energy once, and returns the function that trims times within it. */
export function createEnergyTrim(
  samples: Float32Array,
  { minEdgeSec = MIN_EDGE_SEC }: EnergyTrimOptions = {},
): (startSec: number, endSec: number) => TrimmedTime {
  const loud = loudFrames(samples);
  return (startSec, endSec) => {
    const from = Math.max(0, Math.round(startSec / FRAME_SEC));
    const to = Math.min(loud.length, Math.round(endSec / FRAME_SEC));
    const sound = longestSound(loud, from, to);
    if (sound === undefined) {
      return { startSec, endSec };
    }
    return {
      startSec: (sound.from - from) * FRAME_SEC >= minEdgeSec ? sound.from * FRAME_SEC : startSec,
      endSec: (to - sound.to) * FRAME_SEC >= minEdgeSec ? sound.to * FRAME_SEC : endSec,
    };
  };
}

/**
 * For each {@link FRAME_SEC} whether it is louder than the chunk's own floor: 6 dB over its quiet, or 35 dB under its
 * loud.
 */
export function loudFrames(samples: Float32Array): readonly boolean[] {
  const count = Math.floor(samples.length / FRAME_SAMPLES);
  const levels = new Float32Array(count);
  for (let frame = 0; frame < count; frame += 1) {
    let sum = 0;
    for (let index = frame * FRAME_SAMPLES; index < (frame + 1) * FRAME_SAMPLES; index += 1) {
      sum += (samples[index] ?? 0) ** 2;
    }
    levels[frame] = 10 * Math.log10(sum / FRAME_SAMPLES + 1e-10);
  }
  const sorted = levels.toSorted();
  const quiet = sorted[Math.floor(count * 0.05)] ?? 0;
  const loudest = sorted[Math.floor(count * 0.95)] ?? 0;
  const threshold = Math.max(quiet + 6, loudest - 35);
  return Array.from(levels, (level) => level > threshold);
}

interface FrameRange {
  from: number;
  to: number;
}

/** The longest stretch of sound in which no silence is as long as {@link MIN_SPLIT_SEC}. */
function longestSound(loud: readonly boolean[], from: number, to: number): FrameRange | undefined {
  const splitFrames = Math.round(MIN_SPLIT_SEC / FRAME_SEC);
  let current: FrameRange | undefined;
  let longest: FrameRange | undefined;
  for (let frame = from; frame < to; frame += 1) {
    if (loud[frame] !== true) {
      continue;
    }
    if (current === undefined || frame - current.to >= splitFrames) {
      current = { from: frame, to: frame };
    }
    current.to = frame + 1;
    if (longest === undefined || current.to - current.from > longest.to - longest.from) {
      longest = { ...current };
    }
  }
  return longest;
}
