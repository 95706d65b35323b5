/** The models of an installation: what is listed, chosen, checked, added and removed. */
import { mkdir, readFile, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Models } from '../../../src/speech/index.ts';
import { createModels } from '../../../src/speech/index.ts';
import { findEntry } from '../../../src/speech/models/catalogue.ts';
import { openModel, verifyModel } from '../../../src/speech/models/store.ts';
import { writeFakeCtc } from '../../support/fake-ctc.ts';
import { writeTinyWhisper } from '../../support/tiny-whisper.ts';
import { temporary } from './pull-setup.ts';

const { signal } = new AbortController();

let folder: string;
let models: Models;

beforeEach(async () => {
  folder = join(await temporary(), 'models');
  models = createModels({ folder, env: {} });
});

/** A model of the catalogue with holes for files: enough for all that does not read them. */
async function installHoles(name: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  for (const { path, bytes } of findEntry(name)?.sources[0]?.files ?? []) {
    await writeFile(join(folder, name, path), '');
    await truncate(join(folder, name, path), bytes);
  }
}

async function ownCtc(): Promise<string> {
  const own = join(await temporary(), 'Our Model (v1)');
  await mkdir(own);
  await writeFakeCtc(own);
  await writeFile(join(own, 'README.md'), 'not a part of it');
  return own;
}

describe('a name', () => {
  it('stands for itself', () => {
    expect(models.resolve('whisper-small').map(({ name }) => name)).toEqual(['whisper-small']);
  });

  it('of a language stands for what it needs, of models that were run by the makers', () => {
    for (const [language, recogniser] of [
      ['en', 'moonshine-tiny-en'],
      ['ru', 'whisper-base'],
    ] as const) {
      const wanted = models.resolve(language);
      expect(wanted.map(({ name }) => name)).toEqual(['silero-vad-6', recogniser]);
      expect(wanted.every(({ unverified }) => unverified !== true)).toBe(true);
    }
  });

  it('“best” stands for the most exact of each language', () => {
    expect(models.resolve('best').map(({ name }) => name)).toEqual([
      'silero-vad-6',
      'gigaam-v3-rnnt',
      'parakeet-tdt-0.6b-v3',
    ]);
  });

  it('that is none is answered with those that are', async () => {
    const unknown = {
      code: 'model-unknown',
      details: { model: 'whisper-huge', known: expect.stringContaining('best') },
    };
    expect(() => models.resolve('whisper-huge')).toThrow(expect.objectContaining(unknown));
    await expect(models.pull('whisper-huge', { signal })).rejects.toMatchObject(unknown);
    await models.add(await ownCtc(), { signal, name: 'own' });
    // What stands for several models is no name of one.
    await expect(models.verify('ru')).rejects.toMatchObject({
      code: 'model-unknown',
      details: { model: 'ru', known: expect.stringMatching(/^moonshine.*, own$/) },
    });
    await expect(models.remove('../models')).rejects.toMatchObject({ code: 'model-unknown' });
    await expect(models.path('..')).rejects.toMatchObject({ code: 'model-unknown' });
    expect(await models.path('whisper-small')).toBe(join(folder, 'whisper-small'));
  });
});

describe('the list', () => {
  it('has every model with what there is to know, before anything is installed', async () => {
    const list = await models.list();
    expect(new Set(list.map(({ state }) => state))).toEqual(new Set(['missing']));
    expect(list.find(({ name }) => name === 'whisper-base')).toMatchObject({
      engine: 'whisper',
      licence: 'MIT',
      sizeBytes: 145_679_702,
      folder: join(folder, 'whisper-base'),
      isKnown: true,
      unverified: false,
      wordErrors: expect.arrayContaining([expect.objectContaining({ language: 'ru', by: 'us' })]),
    });
  });

  it('tells installed, damaged and added models apart', async () => {
    await installHoles('silero-vad-6');
    await installHoles('moonshine-tiny-en');
    await truncate(join(folder, 'moonshine-tiny-en', 'encoder_model.onnx'), 10);
    await models.add(await ownCtc(), { signal });
    await mkdir(join(folder, 'something-else'));
    const states = Object.fromEntries((await models.list()).map(({ name, state }) => [name, state]));
    expect(states).toMatchObject({
      'silero-vad-6': 'installed',
      'moonshine-tiny-en': 'damaged',
      'whisper-base': 'missing',
      'our-model-v1': 'installed',
    });
    expect(Object.keys(states)).not.toContain('something-else');
  });

  it('names an added model even when nothing more can be read of it', async () => {
    const { name } = await models.add(await ownCtc(), { signal });
    await writeFile(join(folder, name, 'model.json'), 'no');
    expect((await models.list()).at(-1)).toMatchObject({ name, state: 'damaged', isKnown: false });
  });
});

describe('verifying', () => {
  it('reads the files of all that is there, and of nothing else', async () => {
    await installHoles('silero-vad-6');
    await models.add(await ownCtc(), { signal, name: 'own' });
    expect((await models.verify()).map(({ name, state }) => [name, state])).toEqual([
      ['silero-vad-6', 'damaged'],
      ['own', 'installed'],
    ]);
    expect(await models.verify('whisper-base')).toMatchObject([{ state: 'missing' }]);
    const reason = new Error('enough');
    await expect(models.verify(undefined, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('the best model for a language', () => {
  it('is the first of the table that is installed, with the reason', async () => {
    expect(await models.best('ru')).toBeUndefined();
    await installHoles('whisper-tiny');
    expect((await models.best('ru'))?.model.name).toBe('whisper-tiny');
    await installHoles('whisper-base');
    expect(await models.best('ru')).toMatchObject({
      model: { name: 'whisper-base', folder: join(folder, 'whisper-base') },
      reason: { en: expect.stringContaining('measured'), ru: expect.stringContaining('Проверена') },
    });
    await installHoles('gigaam-v3-ctc');
    expect((await models.best('ru'))?.model.name).toBe('gigaam-v3-ctc');
    expect((await models.best('en'))?.model.name).toBe('whisper-base');
    expect((await models.best('de'))?.model.name).toBe('whisper-base');
    expect(await models.best('tlh')).toBeUndefined();
  });

  it('is one that is whole, and only without any is the broken one told', async () => {
    await installHoles('moonshine-tiny-en');
    const broken = join(folder, 'moonshine-tiny-en', 'encoder_model.onnx');
    await rm(broken);
    await expect(models.best('en')).rejects.toMatchObject({
      code: 'model-missing',
      details: { path: broken },
    });
    await installHoles('whisper-tiny');
    expect((await models.best('en'))?.model.name).toBe('whisper-tiny');
  });

  it('may be an added one where no known model is installed', async () => {
    await models.add(await ownCtc(), { signal, name: 'own' });
    expect((await models.best('ru'))?.model.name).toBe('own');
    await installHoles('whisper-tiny');
    expect((await models.best('ru'))?.model.name).toBe('whisper-tiny');
  });

  it('to pull is never one that the makers could not run', () => {
    expect(models.bestToPull('ru')?.model.name).toBe('whisper-base');
    expect(models.bestToPull('en')?.model.name).toBe('moonshine-tiny-en');
    expect(models.bestToPull('fr')?.model.name).toBe('whisper-base');
    expect(models.bestToPull('tlh')).toBeUndefined();
  });
});

describe('adding a model', () => {
  it('for sherpa-onnx takes its files alone, and names it after its folder', async () => {
    const own = await ownCtc();
    const model = await models.add(own, { signal });
    expect(model).toMatchObject({
      name: 'our-model-v1',
      engine: 'sherpa',
      recipe: { kind: 'nemo-ctc', files: { model: 'model.onnx', tokens: 'tokens.txt' } },
      languages: ['ru'],
      licence: 'unknown',
      source: own,
      unverified: true,
    });
    await verifyModel(model);
    expect((await readdir(model.folder)).toSorted()).toEqual(['model.json', 'model.onnx', 'tokens.txt']);
    expect(await readdir(folder)).toEqual(['our-model-v1']);
    // The owner's own files are left alone.
    expect(await readdir(own)).toContain('README.md');
  });

  it('takes one of its files for the model', async () => {
    const own = await ownCtc();
    const model = await models.add(join(own, 'model.onnx'), { signal, name: 'one', languages: ['en'] });
    expect(model).toMatchObject({ name: 'one', languages: ['en'], recipe: { languages: ['en'] } });
  });

  it('takes the weights along that lie beside a graph', async () => {
    const own = await temporary();
    await writeFakeCtc(own, { weightsBeside: true });
    const { files, folder: place } = await models.add(own, { signal, name: 'large' });
    expect(files.map(({ path }) => path)).toEqual(['fake_ctc.onnx', 'tokens.txt', 'fake_ctc.weights']);
    expect(await readdir(place)).toContain('fake_ctc.weights');
  });

  it('takes files of any name', async () => {
    const own = await ownCtc();
    await rename(join(own, 'model.onnx'), join(own, 'наша модель (1).onnx'));
    await models.add(own, { signal, name: 'own' });
    expect(await openModel(folder, 'own')).toMatchObject({
      recipe: { files: { model: 'наша модель (1).onnx' } },
    });
  });

  it.each([
    ['json', ['en', 'ru']],
    ['txt', ['en', 'ru']],
  ] as const)('of CTranslate2 makes it ready to run (vocabulary.%s)', async (vocabulary, languages) => {
    const own = join(await temporary(), 'tiny-whisper');
    await writeTinyWhisper(own, { vocabulary });
    const model = await models.add(own, { signal });
    expect(model).toMatchObject({ name: 'tiny-whisper', engine: 'whisper', languages });
    expect(model.files.map(({ path }) => path)).toEqual([
      'config.json',
      'model.bin',
      `vocabulary.${vocabulary}`,
    ]);
    const [graphs] = await readdir(join(model.folder, 'graphs'));
    expect(graphs).toMatch(new RegExp(`^int8-v\\d+-${model.identity.sha256.slice(0, 16)}$`));
    expect(await readdir(own)).not.toContain('graphs');
  });

  it('of CTranslate2 without marks of languages knows English', async () => {
    const own = join(await temporary(), 'tiny.en');
    await writeTinyWhisper(own, { englishOnly: true });
    // A language that it does not have would be found out in the middle of a talk.
    await expect(models.add(own, { signal, languages: ['en', 'ru'] })).rejects.toMatchObject({
      code: 'usage-invalid',
      details: { problem: '--language ru: en' },
    });
    expect(await models.add(own, { signal })).toMatchObject({ name: 'tiny.en', languages: ['en'] });
  });

  it.each([
    ['truncated', 'model-damaged', 'model.bin'],
    ['other-architecture', 'model-unfit', 'model.bin'],
    ['short-vocabulary', 'model-unfit', 'vocabulary.json'],
    ['no-config', 'model-missing', 'config.json'],
    ['no-vocabulary', 'model-missing', 'vocabulary.txt'],
  ] as const)('that is broken (%s) names the file, and leaves nothing', async (broken, code, file) => {
    const own = join(await temporary(), 'tiny-whisper');
    await writeTinyWhisper(own, { broken });
    await expect(models.add(own, { signal })).rejects.toMatchObject({
      code,
      details: { model: 'tiny-whisper', path: join(own, file) },
    });
    expect(await readdir(folder).catch(() => [])).toEqual([]);
  });

  it('of a kind that is not known is refused, and so is a place with nothing', async () => {
    const own = await temporary();
    await writeFile(join(own, 'model.onnx'), 'no model');
    await expect(models.add(own, { signal })).rejects.toMatchObject({ code: 'model-kind-unknown' });
    await expect(models.add(own, { signal, kind: 'kaldi' })).rejects.toMatchObject({ code: 'usage-invalid' });
    await expect(models.add(join(own, 'nothing'), { signal })).rejects.toMatchObject({
      code: 'file-not-found',
    });
    expect(await readdir(folder).catch(() => [])).toEqual([]);
  });

  it('needs a name of its own', async () => {
    const own = await ownCtc();
    await models.add(own, { signal, name: 'own' });
    await expect(models.add(own, { signal, name: 'own' })).rejects.toMatchObject({
      code: 'model-name-taken',
    });
    await expect(models.add(own, { signal, name: 'whisper-base' })).rejects.toMatchObject({
      code: 'model-name-taken',
    });
    await expect(models.add(own, { signal, name: 'Our Own' })).rejects.toMatchObject({
      code: 'model-name-invalid',
    });
  });

  it('gets none from a folder that is named in other letters: it has to be given', async () => {
    const own = join(await temporary(), 'Модель 1');
    await rename(await ownCtc(), own);
    await expect(models.add(own, { signal })).rejects.toMatchObject({
      code: 'model-name-invalid',
      details: { name: 'Модель 1' },
    });
    expect((await models.add(own, { signal, name: 'own' })).name).toBe('own');
  });
});

describe('removing a model', () => {
  it('takes all of it away, with what cut pulls have left', async () => {
    const { name } = await models.add(await ownCtc(), { signal });
    const before = (await readFile(join(folder, name, 'model.onnx'))).length;
    const left = join(folder, '.pulling', 'whisper-base', 'hub-1', 'whisper-base');
    await mkdir(left, { recursive: true });
    await writeFile(join(left, 'model.bin.part'), 'half');
    expect(await models.remove(name)).toBeGreaterThan(before);
    await expect(openModel(folder, name)).rejects.toMatchObject({ code: 'model-missing' });
    expect(await models.remove('whisper-base')).toBe(4);
    expect(await readdir(folder)).toEqual([]);
  });

  it('that is not there says so', async () => {
    await expect(models.remove('whisper-small')).rejects.toMatchObject({
      code: 'model-missing',
      details: { path: join(folder, 'whisper-small') },
    });
  });
});
