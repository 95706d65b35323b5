import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from './index.ts';

describe('languageOf', () => {
  it('knows English, and says so when it does not know a language', () => {
    expect(languageOf('en')?.code).toBe('en');
    expect(languageOf('xx')).toBeUndefined();
    expect(languageOf('')).toBeUndefined();
  });
});

describe('a language', () => {
  const english = languageOf('en');

  it('takes whatever a recogniser may print', () => {
    const token = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[-$£#+']?[\d.,:/%a-zé°-]{1,12}[.,?!]*$/),
      fc.constantFrom('so,', 'you', 'know', 'Um.', 'I', 'mean,', 'like'),
    );
    fc.assert(
      fc.property(
        fc.array(token),
        fc.array(fc.option(fc.double({ min: 0, max: 3, noNaN: true }))),
        (texts, gaps) => {
          const words = texts.map((text, index) => ({ text, gapAfterSec: gaps[index] ?? null }));
          for (const text of texts) {
            const said = english?.spokenWords(text) ?? [];
            expect(said.every((word) => word !== '' && !/\s/.test(word))).toBe(true);
          }
          let next = 0;
          for (const { first, last } of english?.findFillers(words) ?? []) {
            expect(first).toBeGreaterThanOrEqual(next);
            expect(last).toBeGreaterThanOrEqual(first);
            next = last + 1;
          }
          expect(next).toBeLessThanOrEqual(words.length);
        },
      ),
    );
  });
});
