/**
 * The same voice with another pitch: periods of the sound are cut out and laid down again at other distances (TD-PSOLA,
 * Moulines & Charpentier 1990). Length, loudness and the sounds of speech stay; what has no pitch stays as it is.
 */
import type { Tracks } from '../../../src/report/index.ts';

const SAMPLE_RATE_HZ = 16_000;
const HOP = 160;
/** From frame to frame a voice goes no further than this; beyond, another run of periods begins. */
const MAX_STEP = 1.25;

/** Voiced frames without a jump: the end is exclusive. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * @param newHz the pitch that a voiced frame gets, from its index and its pitch
 */
export function withPitch(
  sound: Float32Array,
  { pitchHz }: Tracks,
  newHz: (frame: number, hz: number) => number,
): Float32Array {
  const changed = Float32Array.from(sound);
  for (const run of runsOf(pitchHz)) {
    layDown(sound, changed, run, pitchHz, newHz);
  }
  return changed;
}

function runsOf(pitchHz: Float32Array): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (let frame = 1; frame <= pitchHz.length; frame += 1) {
    const [before, hz] = [pitchHz[frame - 1] ?? 0, pitchHz[frame] ?? 0];
    const goesOn = before > 0 && hz > 0 && Math.max(hz / before, before / hz) < MAX_STEP;
    if (!goesOn) {
      if (before > 0 && frame - from >= 4) {
        runs.push({ from, to: frame });
      }
      from = frame;
    }
  }
  return runs;
}

function layDown(
  sound: Float32Array,
  changed: Float32Array,
  { from, to }: Run,
  pitchHz: Float32Array,
  newHz: (frame: number, hz: number) => number,
): void {
  const [start, end] = [from * HOP, Math.min(sound.length, to * HOP)];
  const frameAt = (sample: number): number => Math.min(to - 1, Math.max(from, Math.floor(sample / HOP)));
  const periodAt = (sample: number): number => SAMPLE_RATE_HZ / (pitchHz[frameAt(sample)] ?? 100);
  const marks = periodMarks(sound, start, end, periodAt);
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined || marks.length < 3) {
    return;
  }
  const [low, high] = [Math.max(0, Math.round(first - periodAt(first))), Math.round(last + periodAt(last))];
  const sum = new Float64Array(high - low + 1);
  const weight = new Float64Array(high - low + 1);
  let nearest = 0;
  for (let at = first; at <= last;) {
    while (Math.abs((marks[nearest + 1] ?? Infinity) - at) < Math.abs((marks[nearest] ?? 0) - at)) {
      nearest += 1;
    }
    const mark = marks[nearest] ?? first;
    const half = Math.round(periodAt(mark));
    for (let offset = -half; offset <= half; offset += 1) {
      const into = Math.round(at) + offset - low;
      if (into >= 0 && into < sum.length) {
        const taper = 0.5 + 0.5 * Math.cos((Math.PI * offset) / (half + 1));
        sum[into] = (sum[into] ?? 0) + taper * (sound[mark + offset] ?? 0);
        weight[into] = (weight[into] ?? 0) + taper;
      }
    }
    const frame = frameAt(at);
    at += SAMPLE_RATE_HZ / newHz(frame, pitchHz[frame] ?? 100);
  }
  for (let index = 0; index < sum.length; index += 1) {
    // Towards the ends of a run one period alone fades into the sound as it was.
    const share = Math.min(1, weight[index] ?? 0);
    const laid = share === 0 ? 0 : (sum[index] ?? 0) / Math.max(1, weight[index] ?? 1);
    changed[low + index] = laid + (1 - share) * (sound[low + index] ?? 0);
  }
}

/** One mark a period, at its highest peak. */
function periodMarks(
  sound: Float32Array,
  start: number,
  end: number,
  periodAt: (sample: number) => number,
): readonly number[] {
  const peakIn = (from: number, to: number): number => {
    let best = Math.round(from);
    for (let sample = best; sample < Math.min(end, to); sample += 1) {
      if ((sound[sample] ?? 0) > (sound[best] ?? 0)) {
        best = sample;
      }
    }
    return best;
  };
  const marks = [peakIn(start, start + periodAt(start))];
  for (;;) {
    const mark = marks.at(-1) ?? start;
    const period = periodAt(mark);
    if (mark + 1.25 * period >= end) {
      return marks;
    }
    marks.push(peakIn(mark + 0.8 * period, mark + 1.2 * period));
  }
}
