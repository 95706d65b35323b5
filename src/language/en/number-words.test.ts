import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardinalWords, integerWords, ordinalWords, yearWords } from './number-words.ts';

const VALUES: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value] as const)
    .concat(
      'twenty thirty forty fifty sixty seventy eighty ninety'
        .split(' ')
        .map((word, index) => [word, (index + 2) * 10] as const),
    ),
);
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** Reads number words back, in a way of its own. */
function readBack(words: readonly string[]): number {
  let total = 0;
  let group = 0;
  for (const word of words) {
    const scale = SCALES[word];
    if (scale !== undefined) {
      total += group * scale;
      group = 0;
    } else {
      group = word === 'hundred' ? group * 100 : group + (VALUES[word] ?? Number.NaN);
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
      }),
    );
  });
});

describe('other forms', () => {
  it('says an ordinal with only its last word changed', () => {
    for (let value = 1; value <= 1000; value += 1) {
      expect(ordinalWords(value).slice(0, -1)).toEqual(cardinalWords(value).slice(0, -1));
    }
    expect([1, 2, 3, 5, 8, 9, 12, 20, 40, 1000].map((value) => ordinalWords(value).at(-1))).toEqual(
      'first second third fifth eighth ninth twelfth twentieth fortieth thousandth'.split(' '),
    );
  });

  it('says a year in two halves', () => {
    expect(yearWords(1066).join(' ')).toBe('ten sixty six');
    expect(yearWords(2010).join(' ')).toBe('twenty ten');
  });

  it('says a row of digits that is no number digit by digit', () => {
    expect(integerWords('1234567890123456')).toHaveLength(16);
    expect(integerWords('05').join(' ')).toBe('zero five');
  });
});
