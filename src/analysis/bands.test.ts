import { describe, expect, it } from 'vitest';
import { NORMS, bandSource, distanceOutside, normOf, toBand } from './bands.ts';

const norm = { min: 120, max: 165, grade: 'B', source: 'a source' } as const;

describe('bands', () => {
  it('hold both their limits', () => {
    expect([119.9, 120, 165, 165.1].map((value) => toBand(norm, value).verdict)).toEqual([
      'below',
      'inside',
      'inside',
      'above',
    ]);
  });

  it('leave an open end out, and never judge against it', () => {
    expect(toBand({ max: 3, grade: 'C', source: 'a source' }, 0)).toEqual({
      max: 3,
      verdict: 'inside',
      grade: 'C',
      source: 'a source',
    });
  });

  it('measure how far a value is outside as a share of the limit', () => {
    expect([60, 120, 165, 330].map((value) => distanceOutside(norm, value))).toEqual([0.5, 0, 0, 1]);
  });

  it('judge the pace by syllables, each language by its own band, and leave words unjudged', () => {
    expect(normOf('speech-rate-syllables', 'en')).toMatchObject({ min: 2.8, max: 4.1, grade: 'C' });
    expect(normOf('speech-rate-syllables', 'ru')).toMatchObject({ min: 3.7, max: 4.9, grade: 'C' });
    expect(normOf('speech-rate-syllables', 'xx')).toBeUndefined();
    expect(normOf('speech-rate-words', 'en')).toBeUndefined();
    expect(normOf('pause-share', undefined)).toMatchObject({ min: 0.12, max: 0.3 });
    expect(normOf('duration', 'en')).toBeUndefined();
  });

  it('name their source in the language of the reader', () => {
    for (const { metric, source } of NORMS) {
      expect(bandSource(metric, source, 'en')).toBe(source);
      expect(bandSource(metric, source, 'ru')).toMatch(/[а-яё]/);
    }
    expect(bandSource('pause-share', 'a source of another version', 'ru')).toBe(
      'a source of another version',
    );
  });

  it('judge a metric once per language: one scale for one thing', () => {
    const keys = NORMS.map(({ metric, language }) => `${metric} ${language ?? 'all'}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
