import { describe, expect, it } from 'vitest';
import { isCapitalsOnly, isPunctuated, parseTokenTable } from './token-table.ts';

function table(...tokens: readonly string[]) {
  const parsed = parseTokenTable(tokens.map((token, number) => `${token} ${number}\n`).join(''));
  if ('line' in parsed) {
    throw new TypeError(`line ${parsed.line}`);
  }
  return parsed;
}

describe('a vocabulary file', () => {
  it('gives the tokens by their numbers, in whichever order', () => {
    expect(parseTokenTable('▁да 1\n<blk> 2\n▁нет 0\n')).toEqual({
      tokens: ['▁нет', '▁да', '<blk>'],
      blank: 2,
    });
  });

  it('may hold the blank itself, digits, and lines that end as on Windows', () => {
    expect(parseTokenTable('  0\r\n5 1\r\n<blk> 2\r\n')).toMatchObject({ tokens: [' ', '5', '<blk>'] });
    expect(parseTokenTable('0\na 1\n')).toMatchObject({ tokens: [' ', 'a'], blank: undefined });
  });

  it.each(['<blk>', '<eps>', '<blank>'])('knows the blank by the name %s', (name) => {
    expect(table('a', name)).toMatchObject({ blank: 1 });
  });

  it.each([
    ['a line without a number', 'a 0\nhello world\n', 2],
    ['a number twice', 'a 0\nb 0\n', 2],
    ['a gap', 'a 0\nb 2\n', 2],
    ['an empty line', 'a 0\n\nb 1\n', 2],
    ['nothing', '', 1],
    ['a page', '<!doctype html>\n<title>Not found</title>\n', 1],
  ])('is none with %s', (_, text, line) => {
    expect(parseTokenTable(text)).toEqual({ line });
  });
});

describe('what a vocabulary tells', () => {
  it('is punctuated with full stops and commas', () => {
    expect(isPunctuated(table('▁да', ',', '.', '<blk>'))).toBe(true);
    expect(isPunctuated(table('▁да', '▁,', '▁.'))).toBe(true);
    expect(isPunctuated(table('▁да', '.', '<blk>'))).toBe(false);
  });

  it('knows capitals only, marks aside', () => {
    expect(isCapitalsOnly(table('<blk>', '▁HELLO', "'S"))).toBe(true);
    expect(isCapitalsOnly(table('<blk>', '▁Hello'))).toBe(false);
    expect(isCapitalsOnly(table('<blk>', '1'))).toBe(false);
  });
});
