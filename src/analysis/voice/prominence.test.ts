import { describe, expect, it } from 'vitest';
import { prominences } from './prominence.ts';
import type { WordSound } from './word-sounds.ts';

/** Words of 0.4 s in which nothing happens, but at one of them. */
function words(count: number, at: number, special: Partial<WordSound>): readonly WordSound[] {
  return Array.from({ length: count }, (_, word) => ({
    word,
    startMs: word * 400,
    endMs: word * 400 + 350,
    levelDb: -20 + (word % 3),
    peakSt: word % 2,
    syllableMs: 180,
    ...(word === at ? special : {}),
  }));
}

function prominenceAt(at: number, special: Partial<WordSound>): number {
  return prominences(words(60, at, special), 5000).find(({ word }) => word === at)?.prominence ?? NaN;
}

describe('prominence', () => {
  it('is high for a word that is higher, louder and longer', () => {
    expect(prominenceAt(30, { peakSt: 5, levelDb: -13, syllableMs: 320 })).toBeGreaterThan(1.5);
  });

  it('is not enough by loudness alone', () => {
    expect(prominenceAt(30, { levelDb: -12 })).toBeLessThan(1.5);
    expect(prominenceAt(30, { levelDb: -12 })).toBeGreaterThan(0.5);
  });

  it('is near zero where nothing happens, however even the words are', () => {
    for (const { prominence } of prominences(words(60, -1, {}), 5000)) {
      expect(Math.abs(prominence)).toBeLessThan(0.6);
    }
  });

  it('does not depend on how loud the recording is', () => {
    const louder = words(60, 30, { peakSt: 5 }).map((word) => ({ ...word, levelDb: word.levelDb + 12 }));
    const before = prominences(words(60, 30, { peakSt: 5 }), 5000).map(({ prominence }) => prominence);
    prominences(louder, 5000).forEach(({ prominence }, index) => {
      expect(prominence).toBeCloseTo(before[index] ?? NaN);
    });
  });

  it('is unknown for a word that is all alone', () => {
    expect(prominences(words(3, 1, {}), 5000)).toEqual([]);
  });
});
