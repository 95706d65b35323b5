import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWindowCutter } from './windows.ts';

const LENGTH = 738;

function windowsOf(blocks: readonly Float32Array[]): readonly (readonly number[])[] {
  const windows: (readonly number[])[] = [];
  const cutter = createWindowCutter(LENGTH, (window) => windows.push([...window]));
  for (const block of blocks) {
    cutter.push(block);
  }
  cutter.end();
  return windows;
}

/** Samples that tell their place. */
function ramp(length: number): Float32Array {
  return Float32Array.from({ length }, (_, at) => at + 1);
}

describe('windows', () => {
  it('lie around the middle of each hop, with silence beyond both ends', () => {
    const windows = windowsOf([ramp(1600)]);
    expect(windows).toHaveLength(10);
    for (const [index, window] of windows.entries()) {
      const first = index * 160 + 80 - LENGTH / 2;
      expect(window).toEqual(
        Array.from({ length: LENGTH }, (_, at) => {
          const place = first + at;
          return place < 0 || place >= 1600 ? 0 : place + 1;
        }),
      );
    }
  });

  it('count a hop that is cut short, and none where there is no sound', () => {
    expect([0, 1, 159, 160, 161, 320].map((length) => windowsOf([ramp(length)]).length)).toEqual([
      0, 1, 1, 1, 2, 2,
    ]);
  });

  it('are the same however the sound is cut into blocks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 700 }), { maxLength: 8 }), (lengths) => {
        const whole = ramp(lengths.reduce((sum, length) => sum + length, 0));
        let at = 0;
        const blocks = lengths.map((length) => whole.subarray(at, (at += length)));
        expect(windowsOf(blocks)).toEqual(windowsOf([whole]));
      }),
      { numRuns: 50 },
    );
  });
});
