import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignLetters, lettersOf } from './align-letters.ts';

function align(text: string, other: string): readonly number[] {
  return Array.from(alignLetters(lettersOfWords(text), lettersOfWords(other)));
}

function lettersOfWords(text: string): readonly (readonly string[])[] {
  return text.split(' ').map(lettersOf);
}

describe('aligning letters', () => {
  it('goes by letters alone: case, blanks and punctuation do not matter', () => {
    expect(align('Well-known, Ёж!', 'well known ёж')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('leaves out what the other does not have, and what has become something else', () => {
    expect(align('axbc', 'abc')).toEqual([0, -1, 1, 2]);
    expect(align('abc', 'axbc')).toEqual([0, 2, 3]);
    expect(align('we had 84 visits', 'we had 72 visits').slice(4, 9)).toEqual([4, -1, -1, 7, 8]);
  });

  it('does not take the beginning of the next word for a word that is missing', () => {
    expect(align('this is it', 'this it')).toEqual([0, 1, 2, 3, -1, -1, 4, 5]);
    expect(align('it is this', 'it this')).toEqual([0, 1, -1, -1, 2, 3, 4, 5]);
  });

  it('finds nothing in nothing', () => {
    expect(align('abc', '')).toEqual([-1, -1, -1]);
    expect(align('', 'abc')).toEqual([]);
    expect(align('abc', 'xyz')).toEqual([-1, -1, -1]);
  });

  it('does not compare texts that are too different and too long', () => {
    const found = align(
      `${'a'.repeat(20)}${'xy'.repeat(1_000)}${'b'.repeat(20)}`,
      `${'a'.repeat(20)}${'zw'.repeat(1_000)}${'b'.repeat(20)}`,
    );
    expect(found.slice(0, 8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(found.at(-1)).toBe(2_039);
    expect(found.slice(20, -20).every((index) => index === -1)).toBe(true);
  });

  it('pairs equal letters only, in order, and each once', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const pairs = align(one, other).flatMap((at, index) => (at < 0 ? [] : [{ index, at }]));
        const [letters, others] = [one, other].map((words) => words.replaceAll(' ', ''));
        expect(pairs.map(({ at }) => others?.[at])).toEqual(pairs.map(({ index }) => letters?.[index]));
        const indices = pairs.map(({ at }) => at);
        expect(indices).toEqual([...new Set(indices)].toSorted((a, b) => a - b));
      }),
    );
  });
});
