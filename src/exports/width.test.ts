import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutWord, displayWidth, wrapText } from './width.ts';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['Hello', 5],
    ['Ёжик', 4],
    ['е\u0308ж', 2],
    ['東京', 4],
    ['👩‍👩‍👧', 2],
    ['“so” — … →', 10],
  ])('%j takes %i', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

describe('wrapText', () => {
  it('breaks at spaces but not between a number and its unit', () => {
    expect(wrapText('It lasts for about 3.2\u00A0s here', 22)).toEqual([
      'It lasts for about',
      '3.2\u00A0s here',
    ]);
  });

  it('cuts a word that is wider than a line', () => {
    expect(wrapText('a abcdefghij b', 4)).toEqual(['a', 'abcd', 'efgh', 'ij b']);
  });

  it('gives an empty line for an empty text', () => {
    expect(wrapText('', 10)).toEqual(['']);
  });

  it('keeps every letter, in lines that fit', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => !/\s/u.test(text));
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 2, max: 60 }), (words, columns) => {
        const lines = wrapText(words.join(' '), columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe('cutWord', () => {
  it('never parts a letter from its accent', () => {
    expect(cutWord('e\u0301'.repeat(5), 2)).toEqual(['e\u0301e\u0301', 'e\u0301e\u0301', 'e\u0301']);
  });
});
