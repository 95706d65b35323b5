import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from './index.ts';

describe('languageOf', () => {
  it('knows English and Russian, and says so when it does not know a language', () => {
    expect(['en', 'ru'].map((code) => languageOf(code)?.code)).toEqual(['en', 'ru']);
    expect(languageOf('xx')).toBeUndefined();
    expect(languageOf('')).toBeUndefined();
  });
});

describe.each(['en', 'ru'])('the language %s', (code) => {
  const language = languageOf(code);

  it('takes whatever a recogniser may print', () => {
    const token = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[-$£#+'№]?[\d.,:/%a-zа-я°\u00a0-]{1,12}[.,?!]*$/),
      fc.constantFrom('so,', 'you', 'know', 'Um.', 'I', 'mean,', 'like'),
      fc.constantFrom('Ну,', 'вот', 'как', 'бы', 'Э-э.', 'значит,', 'т. е.', 'в', '2,5', '40 000', 'МГУ'),
    );
    fc.assert(
      fc.property(
        fc.array(token),
        fc.array(fc.option(fc.double({ min: 0, max: 3, noNaN: true }))),
        (texts, gaps) => {
          const words = texts.map((text, index) => ({ text, gapAfterSec: gaps[index] ?? null }));
          for (const text of texts) {
            const said = language?.spokenWords(text) ?? [];
            expect(said.every((word) => word !== '' && !/\s/.test(word))).toBe(true);
            expect(said.every((word) => Number.isInteger(language?.syllables(word)))).toBe(true);
          }
          let next = 0;
          for (const { first, last } of language?.findFillers(words) ?? []) {
            expect(first).toBeGreaterThanOrEqual(next);
            expect(last).toBeGreaterThanOrEqual(first);
            next = last + 1;
          }
          expect(next).toBeLessThanOrEqual(words.length);
        },
      ),
    );
  });

  it('ends a clause wherever it ends a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('.', '?', '…', '!»', ''), (text, mark) => {
        const shown = text + mark;
        expect(language?.endsSentence(shown) === true && !language.endsClause(shown)).toBe(false);
      }),
    );
  });
});
