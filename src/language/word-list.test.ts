import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { WORD_LISTS_VERSION, listedPhrase, readWordList } from './word-list.ts';

const LANGUAGES = ['en', 'ru'] as const;

function listFiles(language: (typeof LANGUAGES)[number]): readonly string[] {
  const folder = join(import.meta.dirname, language, 'lists');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => join(folder, name));
}

describe('the word lists', () => {
  it('are those of their version: whoever changes an item raises WORD_LISTS_VERSION', () => {
    const hash = createHash('sha256');
    for (const file of LANGUAGES.flatMap(listFiles)) {
      hash.update(JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
    }
    expect({ version: WORD_LISTS_VERSION, hash: hash.digest('hex').slice(0, 16) }).toMatchInlineSnapshot(`
      {
        "hash": "2ec86cf5ce2710c1",
        "version": 1,
      }
    `);
  });

  it.each(LANGUAGES)('are the same subjects in each language (%s)', (language) => {
    const names = listFiles(language).map((file) => file.split('/').at(-1));
    expect(names).toEqual(listFiles('en').map((file) => file.split('/').at(-1)));
  });
});

describe('a list file', () => {
  const head = { version: 1, source: 'a test' };

  it('is read as it stands', () => {
    expect(readWordList({ ...head, items: ['um', 'you know'] }, listedPhrase).items).toEqual([
      'um',
      'you know',
    ]);
  });

  it.each([
    ['no version', { source: 'a test', items: ['um'] }],
    ['no source', { version: 1, source: '', items: ['um'] }],
    ['no items', { ...head, items: [] }],
    ['an item with blanks around it', { ...head, items: [' um'] }],
    ['a field that nobody knows', { ...head, items: ['um'], note: 'x' }],
  ])('is refused with %s', (_what, file) => {
    expect(() => readWordList(file, listedPhrase)).toThrow(z.ZodError);
  });
});
