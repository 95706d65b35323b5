import llamaTokenizer from 'llama-tokenizer-js';
import { describe, expect, it } from 'vitest';
import { toPieces } from './vocabulary.ts';

const encode = (text: string): readonly number[] => llamaTokenizer.encode(text, false, true);

/** Pieces as one line: a bar before each that opens a word. */
function shown(tokens: readonly number[]): string {
  return toPieces(tokens)
    .map(({ text, opensWord }) => (opensWord ? `|${text}` : text))
    .join('');
}

describe('toPieces', () => {
  it.each([
    ['Hello, world.', '|Hello,|world.'],
    ['extraordinarily', '|extraordinarily'],
    ["it's 84,000", "|it's|84,000"],
    ['naïve café', '|naïve|café'],
  ])('opens a word where one begins: %s', (text, pieces) => {
    expect(shown(encode(text))).toBe(pieces);
  });

  it('spells characters that have no piece of their own from their bytes, on the last of them', () => {
    const tokens = encode('ok 👋');
    const pieces = toPieces(tokens);
    expect(pieces.at(-1)).toEqual({ text: '👋', opensWord: false });
    expect(pieces.slice(2, -1).every(({ text }) => text === '')).toBe(true);
    expect(shown(tokens)).toBe('|ok|👋');
  });

  it('does not mix up the bytes of one call with those of the next', () => {
    toPieces(encode('👋').slice(0, -1));
    expect(shown(encode('ok'))).toBe('|ok');
  });

  it('gives marks and numbers that are no token no text', () => {
    expect(toPieces([0, 1, 2, 32_000, 32_767, -1, 1_000_000])).toEqual(
      Array.from({ length: 7 }, () => ({ text: '', opensWord: false })),
    );
  });

  it('takes a line break for the end of a word', () => {
    expect(shown(encode('one\ntwo'))).toBe('|one|two');
  });
});
