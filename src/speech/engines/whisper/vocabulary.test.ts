import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHARACTER_OF_BYTE } from './byte-characters.ts';
import { readVocabulary } from './vocabulary.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vocabulary-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** A text as vocabulary files spell it. */
const spelt = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => CHARACTER_OF_BYTE[byte] ?? '').join('');
const half = (text: string, from: number, to: number): string =>
  Array.from(spelt(text)).slice(from, to).join('');

/** Bytes first, as in the real ones; a Cyrillic letter is cut in two. */
const TEXTS = [
  ...CHARACTER_OF_BYTE,
  ...[' t', ' th', ' the', 'he', ' при', 'вет', ' мир'].map(spelt),
  half(' ж', 0, 2),
  half(' ж', 2, 3),
  spelt('—'),
];
const MARKS = [
  '<|endoftext|>',
  '<|startoftranscript|>',
  '<|en|>',
  '<|ru|>',
  '<|jw|>',
  '<|haw|>',
  '<|translate|>',
  '<|transcribe|>',
  '<|startoflm|>',
  '<|startofprev|>',
  '<|nospeech|>',
  '<|notimestamps|>',
  '<|0.00|>',
];
const MULTILINGUAL = [...TEXTS, '', ...MARKS];

const ids = (...texts: readonly string[]): readonly number[] =>
  texts.map((text) => MULTILINGUAL.indexOf(text));

async function read(tokens: readonly string[], size = tokens.length) {
  await writeFile(join(folder, 'vocabulary.json'), JSON.stringify(tokens));
  return readVocabulary(folder, size);
}

describe('readVocabulary', () => {
  it('knows marks and languages by their names', async () => {
    const { marks, languages, size } = await read(MULTILINGUAL);
    const id = (name: string): number => MULTILINGUAL.indexOf(`<|${name}|>`);
    expect(size).toBe(MULTILINGUAL.length);
    expect(marks).toEqual({
      end: id('endoftext'),
      start: id('startoftranscript'),
      transcribe: id('transcribe'),
      previous: id('startofprev'),
      noSpeech: id('nospeech'),
      noTimestamps: id('notimestamps'),
    });
    expect([...languages]).toEqual([
      ['en', id('en')],
      ['ru', id('ru')],
      ['jv', id('jw')],
      ['haw', id('haw')],
    ]);
  });

  it('knows the older name of a mark', async () => {
    const older = MULTILINGUAL.map((token) => (token === '<|nospeech|>' ? '<|nocaptions|>' : token));
    expect((await read(older)).marks.noSpeech).toBe(older.indexOf('<|nocaptions|>'));
  });

  it('takes a vocabulary without the empty token for English alone, whatever languages it names', async () => {
    expect((await read([...TEXTS, ...MARKS])).languages.size).toBe(0);
  });

  it.each(['\n', '\r\n'])('reads the older file, with its empty line (%j)', async (newline) => {
    await writeFile(join(folder, 'vocabulary.txt'), MULTILINGUAL.map((token) => token + newline).join(''));
    const vocabulary = await readVocabulary(folder, MULTILINGUAL.length);
    expect(vocabulary.marks.end).toBe(TEXTS.length + 1);
    expect(vocabulary.languages.size).toBe(4);
  });

  it('tells a model without a vocabulary by the file that is missing', async () => {
    await expect(readVocabulary(folder, 10)).rejects.toMatchObject({
      code: 'model-missing',
      details: { model: basename(folder), path: join(folder, 'vocabulary.json') },
    });
  });

  it.each([
    ['is cut off', '["a", "b', 'model-damaged'],
    ['is something else', '{"a": 1}', 'model-unfit'],
    ['holds other things', '["a", 2]', 'model-unfit'],
    ['has no marks', '["a", "b"]', 'model-unfit'],
  ])('tells a file that %s', async (_name, content, code) => {
    await writeFile(join(folder, 'vocabulary.json'), content);
    await expect(readVocabulary(folder, 2)).rejects.toMatchObject({
      code,
      details: { path: join(folder, 'vocabulary.json') },
    });
  });

  it.each([
    ['too short', MULTILINGUAL.length + 1],
    ['too long', MULTILINGUAL.length - 1],
  ])('tells a vocabulary that is %s for the model', async (_name, size) => {
    await expect(read(MULTILINGUAL, size)).rejects.toMatchObject({ code: 'model-unfit' });
  });

  it('tells a vocabulary with a mark among the text', async () => {
    const [end = '', ...others] = MARKS;
    await expect(read([...TEXTS, '', ...others, end])).rejects.toMatchObject({ code: 'model-unfit' });
  });
});

describe('reading a text token by token', () => {
  it('opens a word at a blank', async () => {
    const next = (await read(MULTILINGUAL)).createReader();
    expect(ids(spelt(' при'), spelt('вет'), ',', spelt(' мир'), spelt('—')).map(next)).toEqual([
      { text: 'при', opensWord: true },
      { text: 'вет', opensWord: false },
      { text: ',', opensWord: false },
      { text: 'мир', opensWord: true },
      { text: '—', opensWord: false },
    ]);
  });

  it('gives a letter that is cut in two on its second half', async () => {
    const next = (await read(MULTILINGUAL)).createReader();
    expect(ids(half(' ж', 0, 2), half(' ж', 2, 3)).map(next)).toEqual([
      { text: '', opensWord: true },
      { text: 'ж', opensWord: false },
    ]);
  });

  it('gives marks no text', async () => {
    const vocabulary = await read(MULTILINGUAL);
    const next = vocabulary.createReader();
    expect([vocabulary.marks.end, vocabulary.size - 1, 1_000_000].map(next)).toEqual(
      Array.from({ length: 3 }, () => ({ text: '', opensWord: false })),
    );
  });
});

describe('encode', () => {
  it('joins what makes the lowest token first, word by word', async () => {
    const vocabulary = await read(MULTILINGUAL);
    const tokens = (text: string): readonly string[] =>
      vocabulary.encode(text).map((id) => MULTILINGUAL[id] ?? '');
    // The blank and the t are joined before the h and the e are.
    expect(tokens(' the')).toEqual([spelt(' the')]);
    expect(tokens(' he')).toEqual([spelt(' '), 'he']);
    // Words and signs are cut apart first; no pair of the bytes of a dash is a token.
    expect(tokens(' the—,')).toEqual([spelt(' the'), ...Array.from(spelt('—')), ',']);
  });

  it('keeps every byte of a text that it has no tokens for', async () => {
    const vocabulary = await read(MULTILINGUAL);
    const text = ' 👋 naïve — the\n2nd';
    const next = vocabulary.createReader();
    const back = vocabulary.encode(text).map(next);
    expect(back.map(({ text: one, opensWord }) => (opensWord ? ` ${one}` : one)).join('')).toBe(
      ' 👋 naïve — the 2nd',
    );
  });
});
