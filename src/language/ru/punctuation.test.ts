import { describe, expect, it } from 'vitest';
import { endsClause, endsSentence } from './punctuation.ts';

describe('endsSentence', () => {
  it.each([
    'там.',
    'зачем?',
    'да!',
    'и…',
    'стой...',
    'что?!',
    'двор».',
    'двор.»',
    '(там.)',
    'я.',
    'Я.',
    'им.',
    '1984.',
    'МГУ.',
  ])('ends with %s', (text) => {
    expect([endsSentence(text), endsClause(text)]).toEqual([true, true]);
  });

  it.each(['г.', 'т.е.', 'ул.', 'проф.', 'А.', 'И.И.', 'н.э.', 'тыс.', 'там', 'Э-э.', 'м-м...', 'эм,'])(
    'goes on after %s',
    (text) => {
      expect([endsSentence(text), endsClause(text)]).toEqual([false, false]);
    },
  );
});

describe('endsClause', () => {
  it.each(['вот,', 'то;', 'так:', 'двор»,', '—', '–', '-', 'да,»', 'т.д.', 'т.п.', 'др.'])(
    'ends with %s',
    (text) => {
      expect([endsSentence(text), endsClause(text)]).toEqual([false, true]);
    },
  );

  it.each(['кто-то', '$5', '2,5', '«Тихий', '10:30', 'двор»'])('goes on after %s', (text) => {
    expect(endsClause(text)).toBe(false);
  });
});
