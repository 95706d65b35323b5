import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSuppressed } from './generation-config.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generation-config-'));
});

afterEach(() => rm(folder, { recursive: true }));

const write = (content: string): Promise<void> => writeFile(join(folder, 'config.json'), content);

describe('readSuppressed', () => {
  it('gives both lists', async () => {
    await write('{"suppress_ids": [1, 7], "suppress_ids_begin": [9], "lang_ids": [2]}');
    expect(await readSuppressed(folder, 10)).toEqual({ always: [1, 7], atStart: [9] });
  });

  it.each(['{}', '{"suppress_ids": null, "suppress_ids_begin": []}'])(
    'takes a model that suppresses nothing: %s',
    async (content) => {
      await write(content);
      expect(await readSuppressed(folder, 10)).toEqual({ always: [], atStart: [] });
    },
  );

  it.each([
    ['a file that is cut off', '{"suppress_ids": [1', 'model-damaged'],
    ['a token that the model does not have', '{"suppress_ids": [10]}', 'model-unfit'],
    ['a token that is no number', '{"suppress_ids_begin": ["a"]}', 'model-unfit'],
    ['a token below 0', '{"suppress_ids": [-1]}', 'model-unfit'],
    ['something else', '[]', 'model-unfit'],
  ])('tells %s, by the file', async (_name, content, code) => {
    await write(content);
    await expect(readSuppressed(folder, 10)).rejects.toMatchObject({
      code,
      details: { model: basename(folder), path: join(folder, 'config.json') },
    });
  });

  it('tells a missing file', async () => {
    await expect(readSuppressed(folder, 10)).rejects.toMatchObject({
      code: 'model-missing',
      details: { path: join(folder, 'config.json') },
    });
  });
});
