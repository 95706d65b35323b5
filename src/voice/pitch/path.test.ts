import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidates } from './candidates.ts';
import type { PathOptions } from './path.ts';
import { createPitchPath } from './path.ts';

const COSTS = {
  maxHz: 500,
  voicingThreshold: 0.45,
  octaveCost: 0.01,
  octaveJumpCost: 0.35,
  voicedUnvoicedCost: 0.14,
};

interface Candidate {
  readonly hz: number;
  readonly strength: number;
}

type Frame = readonly Candidate[];

function pathOf(frames: readonly Frame[], options: Partial<PathOptions> = {}): readonly number[] {
  const pitches: number[] = [];
  const path = createPitchPath({ ...COSTS, ...options }, (hz) => pitches.push(hz));
  for (const frame of frames) {
    const candidates: Candidates = {
      count: frame.length,
      hz: Float64Array.from(frame, ({ hz }) => hz),
      strength: Float64Array.from(frame, ({ strength }) => strength),
    };
    path.push(candidates);
  }
  path.end();
  return pitches;
}

/** What a way is worth. */
function scoreOf(frames: readonly Frame[], pitches: readonly number[]): number {
  return frames.reduce((score, frame, index) => {
    const here = pitches[index] ?? 0;
    const before = pitches[index - 1] ?? here;
    const strength = frame.find(({ hz }) => hz === here)?.strength ?? 0;
    const worth = here === 0 ? COSTS.voicingThreshold : strength - COSTS.octaveCost * Math.log2(500 / here);
    const change =
      here > 0 && before > 0
        ? COSTS.octaveJumpCost * Math.abs(Math.log2(here / before))
        : here === before
          ? 0
          : COSTS.voicedUnvoicedCost;
    return score + worth - change;
  }, 0);
}

/** The best way, of all there are. */
function bestScore(frames: readonly Frame[]): number {
  const ways = (index: number, pitches: readonly number[]): number => {
    const frame = frames[index];
    if (frame === undefined) {
      return scoreOf(frames, pitches);
    }
    return Math.max(...[0, ...frame.map(({ hz }) => hz)].map((hz) => ways(index + 1, [...pitches, hz])));
  };
  return ways(0, []);
}

const frame = fc.uniqueArray(
  fc.record({
    hz: fc.integer({ min: 65, max: 500 }),
    strength: fc.double({ min: 0.2, max: 1, noNaN: true }),
  }),
  { maxLength: 3, selector: ({ hz }) => hz },
);

describe('the way through pitch candidates', () => {
  it('is the best of all there are', () => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 6 }), (frames) => {
        const pitches = pathOf(frames);
        expect(pitches).toHaveLength(frames.length);
        expect(scoreOf(frames, pitches)).toBeCloseTo(bestScore(frames), 9);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same whether it is decided early or late, where the ways meet in time', () => {
    fc.assert(
      fc.property(fc.array(frame, { minLength: 200, maxLength: 400 }), (frames) => {
        // With candidates so different the ways meet within some frames.
        expect(pathOf(frames, { maxDelayFrames: 100 })).toEqual(pathOf(frames, { maxDelayFrames: 10_000 }));
      }),
      { numRuns: 20 },
    );
  });

  it('hands out every frame, in bounded time, where ways never meet', () => {
    // Two pitches of equal worth that never change: nothing says which is right.
    const twins: Frame = [
      { hz: 100, strength: 0.9 },
      { hz: 200, strength: 0.89 },
    ];
    const pitches: number[] = [];
    const path = createPitchPath({ ...COSTS, maxDelayFrames: 60 }, (hz) => pitches.push(hz));
    const candidates = { count: 2, hz: Float64Array.of(100, 200), strength: Float64Array.of(0.9, 0.89) };
    for (let pushed = 1; pushed <= 500; pushed += 1) {
      path.push(candidates);
      expect(pushed - pitches.length).toBeLessThanOrEqual(80);
    }
    path.end();
    expect(pitches).toHaveLength(500);
    expect(new Set(pitches).size).toBe(1);
    expect(pathOf(Array.from({ length: 500 }, () => twins))).toEqual(pitches);
  });

  it('goes on at an octave rather than jump for one frame', () => {
    const steady: Frame = [{ hz: 120, strength: 0.8 }];
    const trap: Frame = [
      { hz: 240, strength: 0.9 },
      { hz: 120, strength: 0.75 },
    ];
    expect(pathOf([steady, steady, trap, steady])).toEqual([120, 120, 120, 120]);
  });
});
