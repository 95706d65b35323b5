import { describe, expect, it } from 'vitest';
import { quoted, toPrintable } from './printable.ts';

describe('toPrintable', () => {
  it.each([
    ['a line end', 'a\nb\u2028c', String.raw`a\u000ab\u2028c`],
    ['what moves a cursor', '\u001b[2J\u009b1A', String.raw`\u001b[2J\u009b1A`],
    ['what turns text around', 'gpj\u202e.exe', String.raw`gpj\u202e.exe`],
    ['half a letter', 'a\ud83d', String.raw`a\ud83d`],
  ])('writes %s as an escape', (_, text, shown) => {
    expect(toPrintable(text)).toBe(shown);
  });

  it('leaves letters, marks and emoji as they are', () => {
    const text = 'Доклад é 日本 👩‍🏫 "a" \\ b.mp4';
    expect(toPrintable(text)).toBe(text);
  });
});

describe('quoted', () => {
  it('shows the beginning of a long value', () => {
    expect(quoted('x'.repeat(61))).toBe(`"${'x'.repeat(60)}…"`);
    expect(quoted('x'.repeat(60))).toBe(`"${'x'.repeat(60)}"`);
  });

  it('lets no value break out of its line', () => {
    expect(quoted('a\u0007b')).toBe(String.raw`"a\u0007b"`);
  });
});
