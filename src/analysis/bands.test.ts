import { describe, expect, it } from 'vitest';
import { normsOverride } from '../report/index.ts';
import { bandSource, distanceOutside, normOf, toBand } from './bands.ts';
import { NORMS } from './norms/norms.ts';

const free = (language: string | undefined) => ({ language, scenario: 'free' }) as const;

const russianPace = (scenario: 'pitch' | 'interview') =>
  normOf('speech-rate-syllables', { language: 'ru', scenario });

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
    expect(normOf('speech-rate-syllables', free('en'))).toMatchObject({ min: 2.8, max: 4.1, grade: 'C' });
    expect(normOf('speech-rate-syllables', free('ru'))).toMatchObject({ min: 3.7, max: 4.9, grade: 'C' });
    expect(normOf('speech-rate-syllables', free('xx'))).toBeUndefined();
    expect(normOf('speech-rate-words', free('en'))).toBeUndefined();
    expect(normOf('pause-share', free(undefined))).toMatchObject({ min: 0.12, max: 0.3 });
    expect(normOf('duration', free('en'))).toBeUndefined();
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

  it('take the closest: a scenario of its own, else that of any talk', () => {
    expect(russianPace('pitch')).toMatchObject({ min: 4.3, max: 5.4 });
    expect(russianPace('interview')).toEqual(normOf('speech-rate-syllables', free('ru')));
    expect(normOf('pause-share', { language: 'ru', scenario: 'pitch' })).toMatchObject({ max: 0.3 });
  });

  it('give way to those of the owner, where these are for the talk', () => {
    const own = normsOverride.parse({
      bands: [
        { metric: 'pause-share', max: 0.4 },
        { metric: 'pause-share', scenario: 'pitch', max: 0.2, source: 'Our coach' },
        { metric: 'duration', max: 600 },
      ],
    });
    const of = (metric: string, scenario: 'pitch' | 'free') =>
      normOf(metric, { language: 'en', scenario, own });
    expect(of('pause-share', 'free')).toMatchObject({ max: 0.4, grade: 'own' });
    expect(of('pause-share', 'free')?.min).toBeUndefined();
    expect(of('pause-share', 'pitch')).toMatchObject({ max: 0.2, source: 'Our coach' });
    expect(of('duration', 'free')).toMatchObject({ max: 600, grade: 'own' });
    expect(of('filled-pauses', 'free')).toMatchObject({ max: 5, grade: 'A' });
    expect(bandSource('duration', of('duration', 'free')?.source ?? '', 'ru')).toBe('Ваши собственные нормы');
  });

  it('refuse an owner’s band that says nothing, or is empty', () => {
    for (const limits of [{}, { min: 3, max: 2 }, { most: 3 }]) {
      expect(normsOverride.safeParse({ bands: [{ metric: 'duration', ...limits }] }).success).toBe(false);
    }
  });

  it('hold the rate of articulation to that of speech, by the share of pauses', () => {
    const rates = NORMS.filter(({ metric }) => metric === 'speech-rate-syllables');
    for (const { language, scenario = 'free', min = NaN, max = NaN } of rates) {
      const articulation = normOf('articulation-rate', { language, scenario });
      expect(Math.abs((articulation?.min ?? NaN) - min / 0.77)).toBeLessThan(0.1);
      expect(Math.abs((articulation?.max ?? NaN) - max / 0.77)).toBeLessThan(0.1);
    }
    expect(rates).toHaveLength(12);
  });

  it('judge a metric once per language and scenario: one scale for one thing', () => {
    const keys = NORMS.map(
      ({ metric, language, scenario }) => `${metric} ${language ?? 'all'} ${scenario ?? 'all'}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
