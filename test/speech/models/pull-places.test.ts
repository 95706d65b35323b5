/** Pulling a model from a place of the owner's: a mirror, a folder, a stick. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ModelSource } from '../../../src/speech/models/model-entry.ts';
import { openModel } from '../../../src/speech/models/store.ts';
import {
  CONTENT,
  HUB_SOURCE,
  NAME,
  createPullBench,
  hubPath,
  modelFrom,
  pin,
  temporary,
  stateOf,
  wholeWith,
} from './pull-setup.ts';

/** The same model as another source has it. */
const OTHER_WEIGHTS = Buffer.from('another conversion');
const PIP: ModelSource = {
  kind: 'pip',
  packages: ['tiny-model-1==1.0.0'],
  bytes: 1,
  files: [
    { ...pin('weights.onnx', OTHER_WEIGHTS), from: ['a'] },
    { ...pin('vocabulary.json', Buffer.from('[]')), from: ['b'] },
  ],
};
const ENTRY = modelFrom([HUB_SOURCE, PIP]);

async function folderWith(files: Readonly<Record<string, Buffer>>, inside = ''): Promise<string> {
  const folder = await temporary();
  await mkdir(join(folder, inside), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, inside, name), content);
  }
  return folder;
}

describe('a mirror', () => {
  it.each(['', '/'])(
    'is asked for the files under the name of the model, at an address ending with “%s”',
    async (end) => {
      const bench = await createPullBench();
      for (const [path, content] of Object.entries(CONTENT)) {
        bench.server.put(`/our/models/${NAME}/${path}`, content);
      }
      await bench.pull({ from: `${bench.server.url}/our/models${end}` }, ENTRY);
      expect(await stateOf(bench)).toEqual(wholeWith());
      expect(bench.server.requests.every(({ path }) => path.startsWith(`/our/models/${NAME}/`))).toBe(true);
    },
  );

  it('may have the files of any source', async () => {
    const bench = await createPullBench();
    bench.server.put(`/${NAME}/weights.onnx`, OTHER_WEIGHTS);
    bench.server.put(`/${NAME}/vocabulary.json`, Buffer.from('[]'));
    await bench.pull({ from: bench.server.url }, ENTRY);
    expect(await stateOf(bench)).toEqual(wholeWith(OTHER_WEIGHTS));
  });

  it('that is named for this pull is the only one that is asked', async () => {
    const bench = await createPullBench();
    await expect(bench.pull({ from: `${bench.server.url}/nothing` }, ENTRY)).rejects.toMatchObject({
      code: 'model-pull-failed',
    });
    expect(bench.server.requests.some(({ path }) => path === hubPath('tokens.txt'))).toBe(false);
  });

  it('of the settings is asked first, and the public sources when it has nothing', async () => {
    const mirror = await createPullBench();
    const bench = await createPullBench({ mirror: `${mirror.server.url}/mirror` });
    await bench.pull({}, ENTRY);
    expect(mirror.server.requests.length).toBeGreaterThan(0);
    expect(await stateOf(bench)).toEqual(wholeWith());

    const full = await createPullBench({ mirror: await folderWith(CONTENT, NAME) });
    await full.pull({}, ENTRY);
    expect(full.server.requests).toEqual([]);
    expect(await stateOf(full)).toEqual(wholeWith());
  });
});

describe('a folder', () => {
  it.each([
    ['holds a folder for each model', NAME],
    ['holds the files of this one model', ''],
  ])('will do when it %s', async (_, inside) => {
    const bench = await createPullBench();
    const from = await folderWith(CONTENT, inside);
    const model = await bench.pull({ from }, ENTRY);
    expect(model.source).toBe(join(from, inside));
    expect(await stateOf(bench)).toEqual(wholeWith());
    expect(bench.server.requests).toEqual([]);
  });

  it.each([
    ['lacks a file', { 'tokens.txt': CONTENT['tokens.txt'] }, 'weights.onnx: ENOENT'],
    [
      'has a file that is cut off',
      { ...CONTENT, 'weights.onnx': OTHER_WEIGHTS },
      'weights.onnx: 18 bytes, not 600000',
    ],
    [
      'has a file that was changed',
      { ...CONTENT, 'weights.onnx': Buffer.alloc(600_000) },
      'weights.onnx: wrong sha256',
    ],
  ])('that %s is refused with the file', async (_, files, reason) => {
    const bench = await createPullBench();
    const from = await folderWith(files, NAME);
    await expect(bench.pull({ from }, ENTRY)).rejects.toMatchObject({
      code: 'model-pull-failed',
      details: { reasons: expect.stringContaining(reason) },
    });
    await expect(openModel(bench.modelsFolder, NAME)).rejects.toMatchObject({ code: 'model-missing' });
  });
});

describe('a model that is damaged', () => {
  it.each([
    ['cut off', Buffer.from('cut off')],
    ['changed within', Buffer.alloc(CONTENT['weights.onnx'].length)],
  ])('since it was %s is replaced by a pull', async (_, content) => {
    const bench = await createPullBench();
    await bench.pull({}, ENTRY);
    await writeFile(join(bench.home, 'weights.onnx'), content);
    await bench.pull({}, ENTRY);
    expect(await stateOf(bench)).toEqual(wholeWith());
  });
});
