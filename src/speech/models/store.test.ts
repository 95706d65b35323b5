import { copyFile, mkdir, mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCatalogue } from './catalogue.ts';
import { chooseModel, modelStatuses, openModel, verifyModel } from './store.ts';

const vad = chooseModel('vad');
const vadFile = vad.files[0]?.path ?? '';

let modelsFolder: string;

beforeEach(async () => {
  modelsFolder = await mkdtemp(join(tmpdir(), 'models-'));
});

afterEach(async () => {
  await rm(modelsFolder, { recursive: true });
});

/** Puts a file of the right size, and nothing but zeros, in the place of each file of a model. */
async function installZeros(name: string): Promise<void> {
  const entry = readCatalogue().find((candidate) => candidate.name === name);
  await mkdir(join(modelsFolder, name));
  for (const { path, bytes } of entry?.files ?? []) {
    await writeFile(join(modelsFolder, name, path), '');
    await truncate(join(modelsFolder, name, path), bytes);
  }
}

describe('choosing a model', () => {
  it('takes the recogniser that knows the language', () => {
    expect(chooseModel('recognizer', 'en').languages).toContain('en');
  });

  it('needs no language for voice activity', () => {
    expect(chooseModel('vad').role).toBe('vad');
  });

  it('says when there is none', () => {
    expect(() => chooseModel('recognizer', 'tlh')).toThrow(
      expect.objectContaining({
        code: 'model-missing',
        details: expect.objectContaining({ model: 'recognizer tlh' }),
      }),
    );
  });
});

describe('opening a model', () => {
  it('names the file that is missing', async () => {
    const path = join(modelsFolder, vad.name, vadFile);
    await expect(openModel(modelsFolder, vad.name)).rejects.toMatchObject({
      code: 'model-missing',
      details: { model: vad.name, path },
    });
    await mkdir(join(modelsFolder, vad.name));
    await expect(openModel(modelsFolder, vad.name)).rejects.toMatchObject({ details: { path } });
  });

  it('names the second file when only that is missing', async () => {
    const { name, files } = chooseModel('recognizer', 'en');
    await installZeros(name);
    await rm(join(modelsFolder, name, files[1]?.path ?? ''));
    await expect(openModel(modelsFolder, name)).rejects.toMatchObject({
      code: 'model-missing',
      details: { path: join(modelsFolder, name, files[1]?.path ?? '') },
    });
  });

  it('takes a file of the wrong size for damaged', async () => {
    await installZeros(vad.name);
    const path = join(modelsFolder, vad.name, vadFile);
    await truncate(path, 100);
    await expect(openModel(modelsFolder, vad.name)).rejects.toMatchObject({
      code: 'model-damaged',
      details: { model: vad.name, path },
    });
  });

  it('knows no model that the catalogue does not name', async () => {
    await expect(openModel(modelsFolder, '../elsewhere')).rejects.toMatchObject({ code: 'model-missing' });
  });

  it('does not read the files', async () => {
    await installZeros(vad.name);
    expect((await openModel(modelsFolder, vad.name)).folder).toBe(join(modelsFolder, vad.name));
  });
});

describe('verifying a model', () => {
  it('finds a file of the right size with other bytes', async () => {
    await installZeros(vad.name);
    await expect(verifyModel(await openModel(modelsFolder, vad.name))).rejects.toMatchObject({
      code: 'model-damaged',
      details: { model: vad.name, path: join(modelsFolder, vad.name, vadFile) },
    });
  });

  it('finds a file that went away since', async () => {
    await installZeros(vad.name);
    const model = await openModel(modelsFolder, vad.name);
    await rm(join(model.folder, vadFile));
    await expect(verifyModel(model)).rejects.toMatchObject({ code: 'model-missing' });
  });

  it('accepts the bytes that the hash is of', async () => {
    const path = join(modelsFolder, 'small');
    await writeFile(path, 'abc');
    // FIPS 180-2, appendix B.1.
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    const entry = { ...vad, files: [{ path: 'small', from: 'package/small', bytes: 3, sha256 }] };
    await expect(verifyModel({ entry, folder: modelsFolder })).resolves.toBeUndefined();
    await copyFile(path, join(modelsFolder, 'other'));
    const handle = await open(join(modelsFolder, 'other'), 'r+');
    await handle.write('x', 1);
    await handle.close();
    const other = { ...entry, files: [{ path: 'other', from: 'package/other', bytes: 3, sha256 }] };
    await expect(verifyModel({ entry: other, folder: modelsFolder })).rejects.toMatchObject({
      code: 'model-damaged',
    });
  });
});

describe('the state of all models', () => {
  it('tells missing and damaged ones apart', async () => {
    await installZeros(vad.name);
    const statuses = await modelStatuses(modelsFolder);
    expect(statuses.map(({ name }) => name)).toEqual(readCatalogue().map(({ name }) => name));
    expect(Object.fromEntries(statuses.map(({ name, state }) => [name, state]))).toEqual({
      'moonshine-tiny-en': 'missing',
      [vad.name]: 'damaged',
    });
    expect(statuses.find(({ name }) => name === vad.name)).toMatchObject({
      role: 'vad',
      licence: 'MIT',
      folder: join(modelsFolder, vad.name),
    });
  });

  it('is missing, not an error, when there is no folder at all', async () => {
    const statuses = await modelStatuses(join(modelsFolder, 'nowhere'));
    expect(new Set(statuses.map(({ state }) => state))).toEqual(new Set(['missing']));
  });
});
