import { describe, expect, it } from 'vitest';
import { isHesitation, plainWords, spokenWords } from './spoken-words.ts';

describe('spokenWords', () => {
  it.each([
    // Money.
    ['$84,000', 'eighty four thousand dollars'],
    ['$1', 'one dollar'],
    ['$1.50', 'one dollar fifty'],
    ['$0.99', 'ninety nine cents'],
    ['$1.5m', 'one point five million dollars'],
    ['£20,', 'twenty pounds'],
    ['€5k', 'five thousand euros'],
    // Shares, decimals, large and odd numbers.
    ['50%', 'fifty percent'],
    ['2.5%', 'two point five percent'],
    ['3.14', 'three point one four'],
    ['1,000,000', 'one million'],
    ['1,984', 'one thousand nine hundred eighty four'],
    ['0', 'zero'],
    ['007', 'zero zero seven'],
    ['-5', 'minus five'],
    ['#1', 'number one'],
    // Years and decades.
    ['1984,', 'nineteen eighty four'],
    ['1905', 'nineteen oh five'],
    ['1900', 'nineteen hundred'],
    ['2000', 'two thousand'],
    ['2007', 'two thousand seven'],
    ['2026', 'twenty twenty six'],
    ['1990s', 'nineteen nineties'],
    ["'90s", 'nineties'],
    // Times of day.
    ['9:30', 'nine thirty'],
    ['9:05', 'nine oh five'],
    ['9:00', "nine o'clock"],
    ['10:15am', 'ten fifteen AM'],
    ['10am', 'ten AM'],
    // Ordinals, fractions, ranges, units.
    ['1st', 'first'],
    ['22nd', 'twenty second'],
    ['12th', 'twelfth'],
    ['20th', 'twentieth'],
    ['100th', 'one hundredth'],
    ['1/2', 'one half'],
    ['3/4', 'three quarters'],
    ['9/11', 'nine eleven'],
    ['3-4', 'three to four'],
    ['1914–1918', 'nineteen fourteen to nineteen eighteen'],
    ['5-10%', 'five to ten percent'],
    ['10km', 'ten kilometers'],
    ['20°C', 'twenty degrees C'],
    // Mixes of letters and digits.
    ['COVID-19', 'COVID nineteen'],
    ['mp3', 'mp three'],
    ['B2B', 'b two b'],
    ['v2.0', 'v two zero'],
    // Words.
    ['well-known', 'well known'],
    ['“Well-known,”', 'well known'],
    ['and/or', 'and or'],
    ['don’t', "don't"],
    ['Mr.', 'mister'],
    ['etc.', 'et cetera'],
    ['e.g.', 'for example'],
    ['U.S.', 'US'],
    ['a.m.', 'AM'],
    ['R&D', 'r and d'],
    ['&', 'and'],
    ['NASA', 'NASA'],
    // A name that every object has is a word like any other.
    ['constructor', 'constructor'],
    ['привет,', 'привет'],
  ])('says %s as: %s', (text, said) => {
    expect(spokenWords(text).join(' ')).toBe(said);
  });

  it.each(['', '—', '...', '-', '"', '👍', 'um,', 'Uh.', 'Ah,', 'Hmm…', 'mm', 'uhm', 'er', 'Erm,'])(
    'finds no word in %j',
    (text) => {
      expect(spokenWords(text)).toEqual([]);
    },
  );
});

describe('isHesitation', () => {
  it.each(['mother', 'umbrella', 'her', 'err', 'I', 'm', 'uh-huh', 'there', 'number'])(
    'takes the word %s for no hesitation',
    (text) => {
      expect(isHesitation(text)).toBe(false);
    },
  );
});

describe('plainWords', () => {
  it('parts at blanks and hyphens, without case and punctuation', () => {
    expect(plainWords('You-know,')).toEqual(['you', 'know']);
    expect(plainWords('I mean')).toEqual(['i', 'mean']);
  });
});
