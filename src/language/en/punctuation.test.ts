import { describe, expect, it } from 'vitest';
import { endsClause, endsSentence } from './punctuation.ts';

describe('endsSentence', () => {
  it.each(['there.', 'why?', 'go!', 'and…', 'wait...', 'him."', 'so?)', 'I.', 'No.', '1984.', 'etc.'])(
    'ends with %s',
    (text) => {
      expect([endsSentence(text), endsClause(text)]).toEqual([true, true]);
    },
  );

  it.each(['Mr.', 'Dr.', '(Mrs.', 'J.', 'U.S.', 'a.m.', 'e.g.', 'there', 'Um.', 'hmm...'])(
    'goes on after %s',
    (text) => {
      expect([endsSentence(text), endsClause(text)]).toEqual([false, false]);
    },
  );
});

describe('endsClause', () => {
  it.each(['here,', 'that;', 'this:', 'so—', '—', '-', 'then,"'])('ends with %s', (text) => {
    expect([endsSentence(text), endsClause(text)]).toEqual([false, true]);
  });

  it.each(['well-known', "dogs'", '$5', 'um,'])('goes on after %s', (text) => {
    expect(endsClause(text)).toBe(false);
  });
});
