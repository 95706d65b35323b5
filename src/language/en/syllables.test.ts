import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenWords } from './spoken-words.ts';
import { syllables } from './syllables.ts';

describe('syllables', () => {
  it.each([
    [1, 'a the large else queen walked helped charged prove'],
    [
      2,
      'going doing being evening classes horses wishes million science nineteen ninety thirty hundred eighty',
    ],
    [3, 'everything basically library idea ideas entire familiar twentieth'],
    [4, 'everybody society experience automatic'],
    [5, 'association automatically university'],
  ])('counts %i in: %s', (count, words) => {
    expect(words.split(' ').map((word) => [word, syllables(word)])).toEqual(
      words.split(' ').map((word) => [word, count]),
    );
  });

  it('counts contractions', () => {
    expect(["I'm", "don't", "it's", "didn't", "we'll"].map((word) => syllables(word))).toEqual([
      1, 1, 1, 2, 1,
    ]);
  });

  it('spells initials, and says others as words', () => {
    expect(['BBC', 'USA', 'US', 'TV', 'WWW', 'NASA', 'us'].map((word) => syllables(word))).toEqual([
      3, 3, 2, 2, 9, 2, 1,
    ]);
  });

  it('is at least one for whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of spokenWords(text)) {
          expect(syllables(word)).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});
