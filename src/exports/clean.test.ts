import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean.ts';

const ESC = '\u001B';

describe('cleanText', () => {
  it.each([
    ['a colour', `${ESC}[31mred${ESC}[0m`, 'red'],
    ['a cursor move', `one${ESC}[2A${ESC}[1;1Htwo`, 'onetwo'],
    ['a one-byte control sequence', '\u009B31mred', 'red'],
    ['a window title', `${ESC}]0;owned\u0007word`, 'word'],
    ['a link', `${ESC}]8;;https://example.org${ESC}\\word${ESC}]8;;${ESC}\\`, 'word'],
    ['an unfinished title', `${ESC}]0;word`, ''],
    ['a terminal reset', `${ESC}cword`, 'word'],
    ['a lone escape', `word${ESC}`, 'word'],
    ['line breaks and tabs', 'one\r\n\ttwo\u2028three', 'one two three'],
    ['backspaces', 'safe\b\b\b\bevil', 'safe evil'],
    ['a name that reads backwards', 'talk\u202Egpj.exe', 'talkgpj.exe'],
    ['half a surrogate pair', 'a\uD83D', 'a\uFFFD'],
  ])('takes out %s', (_name, dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  it('keeps words of any script, emoji, and the space that must not break', () => {
    const text = 'Ёлка, naïve café — 👩‍👩‍👧 “東京” 104\u00A0s';
    expect(cleanText(text)).toBe(text);
  });

  it('leaves one line without controls, whatever comes in, and changes nothing the second time', () => {
    const parts = fc.constantFrom(
      ESC,
      '[',
      ']',
      '\\',
      '\u0007',
      '\n',
      'm',
      '8;',
      '\u202E',
      ' ',
      'word',
      '\u009B',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(parts).map((list) => list.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const clean = cleanText(text);
          expect(clean).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
          expect(cleanText(clean)).toBe(clean);
        },
      ),
    );
  });

  it('takes linear time on sequences that never end', () => {
    expect(cleanText(`${ESC}]`.repeat(200_000))).toBe('');
    expect(cleanText(`${ESC}[`.repeat(200_000) + 'word')).toContain('ord');
  });
});
