/**
 * The likeliest way through the pitch candidates of all frames (Viterbi), handed out while it is found: what all
 * surviving ways share is settled, and what is not settled after some seconds is decided for the best of them.
 */
import type { Candidates } from './candidates.ts';
import { MAX_CANDIDATES } from './candidates.ts';

/** Takes frames; hands out the pitch of each, in order, some frames later. */
export interface PitchPath {
  push(candidates: Candidates): void;
  /** Hands out the rest. */
  end(): void;
}

/** What is likelier. */
export interface PathOptions {
  /** The highest pitch that a candidate can have. */
  readonly maxHz: number;
  /** A frame is unvoiced rather than voiced with a strength below this. */
  readonly voicingThreshold: number;
  /** What a pitch costs for every octave below the highest. */
  readonly octaveCost: number;
  /** What a jump of an octave from frame to frame costs. */
  readonly octaveJumpCost: number;
  /** What a change between voiced and unvoiced costs. */
  readonly voicedUnvoicedCost: number;
  /** Frames after which a pitch is decided at the latest. Default 300: three seconds. */
  readonly maxDelayFrames?: number;
}

/** Candidates of a frame, and that it is unvoiced, which is state 0. */
const STATES = MAX_CANDIDATES + 1;

/** How often, in frames, it is looked at what is settled. */
const SETTLE_EVERY = 20;

/** See {@link PitchPath}. `onPitch` gets Hz, or 0 for unvoiced. */
export function createPitchPath(options: PathOptions, onPitch: (hz: number) => void): PitchPath {
  const { maxHz, voicingThreshold, octaveCost, octaveJumpCost, voicedUnvoicedCost } = options;
  const capacity = (options.maxDelayFrames ?? 300) + SETTLE_EVERY;
  // Of frame f the states lie at (f % capacity) * STATES.
  const hz = new Float64Array(capacity * STATES);
  const cameFrom = new Uint8Array(capacity * STATES);
  const chosen = new Uint8Array(capacity);
  let scores = new Float64Array(STATES);
  let nextScores = new Float64Array(STATES);
  const octaves = new Float64Array(STATES);
  const previousOctaves = new Float64Array(STATES);
  let states = 0;
  /** Frames taken, and frames handed out. */
  let frames = 0;
  let settled = 0;

  const enter = (state: number, base: number, pitchHz: number, strength: number): void => {
    let best = -Infinity;
    let from = 0;
    const octave = state === 0 ? 0 : Math.log2(pitchHz);
    for (let previous = 0; previous < states; previous += 1) {
      let cost = 0;
      if (state === 0 || previous === 0) {
        cost = state === previous ? 0 : voicedUnvoicedCost;
      } else {
        cost = octaveJumpCost * Math.abs(octave - (previousOctaves[previous] ?? 0));
      }
      const score = (scores[previous] ?? 0) - cost;
      if (score > best) {
        best = score;
        from = previous;
      }
    }
    nextScores[state] = (states === 0 ? 0 : best) + strength;
    octaves[state] = octave;
    hz[base + state] = pitchHz;
    cameFrom[base + state] = from;
  };

  const bestState = (): number => {
    let best = 0;
    for (let state = 1; state < states; state += 1) {
      if ((scores[state] ?? 0) > (scores[best] ?? 0)) {
        best = state;
      }
    }
    return best;
  };

  /** Hands out the frames up to `frame`, on the way that ends in its `state`. */
  const handOut = (frame: number, state: number): void => {
    let at = state;
    for (let back = frame; back >= settled; back -= 1) {
      const slot = back % capacity;
      chosen[slot] = at;
      at = cameFrom[slot * STATES + at] ?? 0;
    }
    for (; settled <= frame; settled += 1) {
      const slot = settled % capacity;
      onPitch(hz[slot * STATES + (chosen[slot] ?? 0)] ?? 0);
    }
  };

  const survivors = new Uint8Array(STATES);
  /** Follows all ways back until they meet, and hands out what lies before. */
  const settle = (): void => {
    for (let state = 0; state < states; state += 1) {
      survivors[state] = state;
    }
    for (let frame = frames - 1; frame > settled; frame -= 1) {
      const base = (frame % capacity) * STATES;
      let same = true;
      for (let way = 0; way < states; way += 1) {
        survivors[way] = cameFrom[base + (survivors[way] ?? 0)] ?? 0;
        same &&= survivors[way] === survivors[0];
      }
      if (same) {
        handOut(frame - 1, survivors[0] ?? 0);
        return;
      }
    }
    if (frames - settled > capacity - SETTLE_EVERY) {
      const decided = settled + SETTLE_EVERY - 1;
      let state = bestState();
      for (let frame = frames - 1; frame > decided; frame -= 1) {
        state = cameFrom[(frame % capacity) * STATES + state] ?? 0;
      }
      handOut(decided, state);
    }
  };

  return {
    push(candidates) {
      const base = (frames % capacity) * STATES;
      enter(0, base, 0, voicingThreshold);
      for (let index = 0; index < candidates.count; index += 1) {
        const pitchHz = candidates.hz[index] ?? 0;
        const strength = candidates.strength[index] ?? 0;
        enter(index + 1, base, pitchHz, strength - octaveCost * Math.log2(maxHz / pitchHz));
      }
      states = candidates.count + 1;
      [scores, nextScores] = [nextScores, scores];
      previousOctaves.set(octaves);
      frames += 1;
      if (frames % SETTLE_EVERY === 0) {
        settle();
      }
    },
    end() {
      if (settled < frames) {
        handOut(frames - 1, bestState());
      }
    },
  };
}
