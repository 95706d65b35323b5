import { describe, expect, it } from 'vitest';
import { normalize, sumErrors, wordErrors } from './word-errors.ts';

describe('wordErrors', () => {
  it('finds no error in the same words written otherwise', () => {
    expect(
      wordErrors(
        'Um, eighty four thousand dollars — well-known, uh, one hundred and thirty!',
        '$84,000 well known 130.',
      ).differences,
    ).toEqual([]);
  });

  it('finds none in Russian either, with a yo or without', () => {
    const options = { language: 'ru' };
    expect(wordErrors('Нажмите два, потом пять!', '«Нажмите 2 потом 5»', options).differences).toEqual([]);
    expect(wordErrors('всё', 'Все.', options).differences).toEqual([]);
  });

  it('takes a long number as it was said: as one, or digit by digit', () => {
    const options = { language: 'ru' };
    expect(wordErrors('с номером 1234', 'с номером 1, 2, 3, 4', options).differences).toEqual([]);
    expect(wordErrors('четыре два четыре два', '4242', options).differences).toEqual([]);
    expect(wordErrors('наберите 8500', 'наберите восемь тысяч пятьсот', options).differences).toEqual([]);
    expect(wordErrors('nineteen eighty four', '1984').differences).toEqual([]);
  });

  it('compares numbers as they are written when asked to', () => {
    const options = { language: 'ru', numbers: 'as-written' } as const;
    expect(wordErrors('Нажмите два, кто-то', 'нажмите 2: «кто то»', options).differences).toEqual([
      'два → 2',
    ]);
  });

  it.each([
    ['a b c', 'a x c', ['b → x']],
    ['a b c', 'a c', ['b → –']],
    ['a c', 'a b c', ['– → b']],
    ['a b', '', ['a → –', 'b → –']],
    ['', 'a', ['– → a']],
    ['a b c d', 'b c d e', ['a → –', '– → e']],
  ])('counts each change once: %j heard as %j', (said, heard, differences) => {
    expect(wordErrors(said, heard)).toMatchObject({ errors: differences.length, differences });
  });

  it('is a share of the words that were said', () => {
    expect(wordErrors('one two three four', 'one two three').rate).toBe(0.25);
    expect(wordErrors('', 'one two').rate).toBe(2);
  });

  it('adds up over texts, by words and not by texts', () => {
    const sum = sumErrors([wordErrors('a b c', 'a b c'), wordErrors('a', 'b')]);
    expect(sum).toMatchObject({ errors: 1, words: 4, rate: 0.25 });
  });
});

describe('normalize', () => {
  it('keeps an "and" that is no part of a number', () => {
    expect(normalize('Two hundred and fifty, you and I')).toEqual([
      'two',
      'hundred',
      'fifty',
      'you',
      'and',
      'i',
    ]);
  });
});
