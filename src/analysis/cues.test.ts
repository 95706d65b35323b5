import { describe, expect, it } from 'vitest';
import type { Language } from '../language/index.ts';
import { languageOf } from '../language/index.ts';
import { cuesOf } from './cues.ts';

function cues(code: 'en' | 'ru') {
  const language: Language | undefined = languageOf(code);
  if (language === undefined) {
    throw new TypeError('unknown language');
  }
  return cuesOf(language);
}

const split = (text: string): readonly string[] => text.split(' ');

describe('cues', () => {
  it.each([
    [
      'en',
      'two ninety forty thousand, millions 1984 $84,000 B2B',
      'one often tent foremost hundredfold went',
    ],
    [
      'ru',
      'два двух пятьюдесятью три трёх четырнадцать двадцати сорока, девяносто двести тысячи миллионов 1984 5%',
      'один двор трудно стол пятница семья сотрудник миллионер',
    ],
  ] as const)('tell numbers from other words: %s', (code, numbers, others) => {
    const { isNumber } = cues(code);
    // A compound of cases is rare in speech, and no harm is done where it is missed.
    expect(split(numbers).filter((word) => !isNumber(word))).toEqual(code === 'ru' ? ['пятьюдесятью'] : []);
    expect(split(others).filter(isNumber)).toEqual([]);
  });

  it('find what a clause or a phrase may begin with, whatever the capitals', () => {
    expect(split('And because which the bridge').map(cues('en').opensClause)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(split('Of into the').map(cues('en').opensPhrase)).toEqual([true, true, false]);
    expect(split('Но причём которых мост').map(cues('ru').opensClause)).toEqual([true, true, true, false]);
    expect(split('В из-за мост').map(cues('ru').opensPhrase)).toEqual([true, true, false]);
  });

  it('find key points anywhere in a sentence, and new parts at its start', () => {
    const { marksKeyPoint, opensPart } = cues('en');
    expect(marksKeyPoint(split('And the main thing is time.'))).toBe(true);
    expect(marksKeyPoint(split('The remembered thing.'))).toBe(false);
    expect(opensPart(split('First, the bridge.'))).toBe(true);
    expect(opensPart(split('The first bridge.'))).toBe(false);
    expect(cues('ru').marksKeyPoint(split('Но главное — люди.'))).toBe(true);
    expect(cues('ru').opensPart(split('Во-первых, мост.'))).toBe(true);
    expect(cues('ru').opensPart(split('Мост во-первых.'))).toBe(false);
  });

  it('call words long from three syllables in English and four in Russian', () => {
    expect(split('bridges library').map(cues('en').isLong)).toEqual([false, true]);
    expect(split('дорога библиотека').map(cues('ru').isLong)).toEqual([false, true]);
  });
});
