import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFrames } from './alignment.ts';

/** Rows of attention, drawn: a token a line, a frame a mark, `#` where the token attends. */
function drawn(...rows: readonly string[]): readonly Float32Array[] {
  return rows.map((row) => Float32Array.from(row, (mark) => (mark === '#' ? 0.8 : 0.01)));
}

describe('firstFrames', () => {
  it('gives each token the first frame that it attends to', () => {
    const attention = drawn(
      '###.......', //
      '...##.....',
      '.....####.',
      '.........#',
    );
    expect([...firstFrames(attention, 10)]).toEqual([0, 3, 5, 9]);
  });

  it('is not led astray by a token that looks back', () => {
    const attention = drawn(
      '###.......', //
      '#..###....',
      '##....####',
    );
    expect([...firstFrames(attention, 10)]).toEqual([0, 3, 6]);
  });

  it('gives tokens that share a frame that frame', () => {
    const attention = drawn(
      '####....', //
      '....#...',
      '....#...',
      '....####',
    );
    expect([...firstFrames(attention, 8)]).toEqual([0, 4, 4, 4]);
  });

  it('takes more tokens than there are frames', () => {
    expect([...firstFrames(drawn('#.', '#.', '.#', '.#', '.#'), 2)]).toEqual([0, 0, 1, 1, 1]);
  });

  it('has nothing to say about no tokens or no frames', () => {
    expect([...firstFrames([], 10)]).toEqual([]);
    expect([...firstFrames([new Float32Array(0), new Float32Array(0)], 0)]).toEqual([0, 0]);
  });

  it('never goes back, begins at the first frame, and stays within the sound, whatever the attention', () => {
    const rows = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 40 }))
      .chain(([tokens, frames]) =>
        fc.array(
          fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: frames, maxLength: frames }),
          { minLength: tokens, maxLength: tokens },
        ),
      );
    fc.assert(
      fc.property(rows, (attention) => {
        const frames = attention[0]?.length ?? 0;
        const first = [
          ...firstFrames(
            attention.map((row) => Float32Array.from(row)),
            frames,
          ),
        ];
        expect(first).toHaveLength(attention.length);
        expect(first[0]).toBe(0);
        expect(first).toEqual(first.toSorted((one, other) => one - other));
        expect(first.at(-1)).toBeLessThan(frames);
      }),
      { numRuns: 300 },
    );
  });
});
