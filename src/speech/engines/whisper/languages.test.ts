import { describe, expect, it } from 'vitest';
import { languageProbabilities, likeliest, standardCode } from './languages.ts';

const LANGUAGES = new Map([
  ['en', 1],
  ['ru', 2],
  ['de', 3],
]);
/** Other tokens are likelier than all languages, and do not count. */
const LOGITS = Float32Array.of(50, Math.log(6), Math.log(3), Math.log(1));

describe('languageProbabilities', () => {
  it('shares the probability among the languages alone, the likeliest first', () => {
    const probabilities = languageProbabilities(LOGITS, LANGUAGES);
    expect(Object.keys(probabilities)).toEqual(['en', 'ru', 'de']);
    expect(probabilities['en']).toBeCloseTo(0.6);
    expect(probabilities['ru']).toBeCloseTo(0.3);
    expect(probabilities['de']).toBeCloseTo(0.1);
  });

  it('leaves out what nobody speaks here', () => {
    const logits = Float32Array.of(0, 0, -1, -7);
    expect(Object.keys(languageProbabilities(logits, LANGUAGES))).toEqual(['en', 'ru']);
  });

  it('does not overflow', () => {
    expect(languageProbabilities(Float32Array.of(0, 800, 790, -800), LANGUAGES)['en']).toBeCloseTo(1);
  });
});

describe('likeliest', () => {
  it('chooses among those that are wished for', () => {
    expect(likeliest(LOGITS, LANGUAGES, ['de', 'ru'])).toBe('ru');
    expect(likeliest(LOGITS, LANGUAGES, ['de'])).toBe('de');
  });

  it('prefers a language that the model has to one that it does not have', () => {
    expect(likeliest(LOGITS, LANGUAGES, ['xx', 'de'])).toBe('de');
  });
});

it('names Javanese as everybody does', () => {
  expect([standardCode('jw'), standardCode('ru'), standardCode('haw')]).toEqual(['jv', 'ru', 'haw']);
});
