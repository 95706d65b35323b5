import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSoundWindow } from './sound-window.ts';

/** Samples that are their own numbers. */
function numbered(from: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, index) => from + index);
}

describe('a sound window', () => {
  it('gives any part of what was taken in, across blocks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(7), { maxLength: 12 }), fc.nat(60), fc.nat(60), (lengths, one, other) => {
        const window = createSoundWindow();
        for (const length of lengths) {
          window.append(numbered(window.end, length));
        }
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const last = Math.min(to, window.end);
        expect(window.slice(from, to)).toEqual(numbered(from, Math.max(0, last - from)));
      }),
    );
  });

  it('leaves out what was let go, and keeps all that comes after it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.nat(60),
        (lengths, keepFrom) => {
          const window = createSoundWindow();
          for (const length of lengths) {
            window.append(numbered(window.end, length));
            window.dropBefore(Math.min(keepFrom, window.end));
          }
          const from = Math.min(keepFrom, window.end);
          const slice = window.slice(from, window.end);
          expect(slice).toEqual(numbered(from, window.end - from));
          expect(window.slice(0, window.end).length).toBeLessThan(slice.length + 7);
        },
      ),
    );
  });

  it('gives copies: a later change of a block is not seen in them', () => {
    const window = createSoundWindow();
    const block = numbered(0, 4);
    window.append(block);
    const slice = window.slice(0, 4);
    block.fill(9);
    expect(slice).toEqual(numbered(0, 4));
  });

  it('gives nothing before the beginning or after the end', () => {
    const window = createSoundWindow();
    expect(window.slice(0, 10)).toHaveLength(0);
    window.append(numbered(0, 4));
    expect(window.slice(-5, 2)).toEqual(numbered(0, 2));
    expect(window.slice(6, 9)).toHaveLength(0);
  });
});
