import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreeing,
  cardinalWords,
  compoundPrefix,
  digitWords,
  obliqueWords,
  ordinalWords,
} from './number-words.ts';

const VALUES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    (
      'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать ' +
      'пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'
    )
      .split(' ')
      .map((word, value) => [word, value]),
  ),
  ...Object.fromEntries(
    'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'
      .split(' ')
      .map((word, index) => [word, (index + 2) * 10]),
  ),
  ...Object.fromEntries(
    'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот'
      .split(' ')
      .map((word, index) => [word, (index + 1) * 100]),
  ),
  одна: 1,
  две: 2,
};
const SCALES = [
  [/^тысяч/, 1e3],
  [/^миллион/, 1e6],
  [/^миллиард/, 1e9],
  [/^триллион/, 1e12],
] as const;

/** Reads number words back, in a way of its own. */
function readBack(words: readonly string[]): number {
  let total = 0;
  let group = 0;
  for (const word of words) {
    const scale = SCALES.find(([name]) => name.test(word))?.[1];
    if (scale === undefined) {
      group += VALUES[word] ?? Number.NaN;
    } else {
      total += (group === 0 ? 1 : group) * scale;
      group = 0;
    }
  }
  return total + group;
}

describe('cardinalWords', () => {
  it('reads back as the same number, for every size', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 15 }), (value, digits) => {
        const shortened = value % 10 ** digits;
        expect(readBack(cardinalWords(shortened))).toBe(shortened);
        expect(readBack(cardinalWords(shortened, 'feminine'))).toBe(shortened);
      }),
    );
  });

  it('agrees with what is counted, thousands with themselves', () => {
    expect(cardinalWords(22_002, 'feminine').join(' ')).toBe('двадцать две тысячи две');
    expect(cardinalWords(1_001).join(' ')).toBe('тысяча один');
    expect(cardinalWords(21_000_000).join(' ')).toBe('двадцать один миллион');
  });
});

describe('agreeing', () => {
  it('takes the form that the last digits ask for', () => {
    const forms = ['рубль', 'рубля', 'рублей'] as const;
    expect([1, 2, 4, 5, 0, 11, 12, 14, 21, 22, 25, 111, 121].map((count) => agreeing(count, forms))).toEqual(
      'рубль рубля рубля рублей рублей рублей рублей рублей рубль рубля рублей рублей рубль'.split(' '),
    );
  });
});

describe('ordinalWords', () => {
  it.each([
    [0, 'й', 'нулевой'],
    [1, 'й', 'первый'],
    [2, 'ой', 'второй'],
    [2, 'й', 'второй'],
    [3, 'й', 'третий'],
    [3, 'го', 'третьего'],
    [3, 'я', 'третья'],
    [7, 'ю', 'седьмую'],
    [10, 'й', 'десятый'],
    [15, 'му', 'пятнадцатому'],
    [21, 'й', 'двадцать первый'],
    [40, 'й', 'сороковой'],
    [90, 'х', 'девяностых'],
    [100, 'й', 'сотый'],
    [115, 'й', 'сто пятнадцатый'],
    [250, 'м', 'двести пятидесятом'],
    [300, 'й', 'трёхсотый'],
    [1000, 'й', 'тысячный'],
    [1990, 'е', 'тысяча девятьсот девяностое'],
    [2000, 'х', 'двухтысячных'],
    [2010, 'го', 'две тысячи десятого'],
    [1_025_000, 'й', 'миллион двадцатипятитысячный'],
    [2_000_000, 'й', 'двухмиллионный'],
  ])('says %i-%s as: %s', (value, ending, said) => {
    expect(ordinalWords(value, ending)?.join(' ')).toBe(said);
  });

  it('has as many words as the cardinal, but for round thousands', () => {
    for (let value = 1; value <= 999; value += 1) {
      expect(ordinalWords(value, 'й')).toHaveLength(cardinalWords(value).length);
    }
  });

  it('knows no other endings', () => {
    expect(ordinalWords(5, 'км')).toBeUndefined();
  });
});

describe('other forms', () => {
  it('joins a number with a noun or adjective', () => {
    expect([1, 3, 25, 40, 90, 100, 1000, 2000].map((value) => compoundPrefix(value))).toEqual(
      'одно трёх двадцатипяти сорока девяносто сто тысяче двухтысяче'.split(' '),
    );
  });

  it('declines what is printed as declined', () => {
    expect(obliqueWords(25).join(' ')).toBe('двадцати пяти');
  });

  it('says a row of digits one by one', () => {
    expect(digitWords('042').join(' ')).toBe('ноль четыре два');
  });
});
