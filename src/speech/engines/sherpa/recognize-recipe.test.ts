import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFakeCtc } from '../../../../test/support/fake-ctc.ts';
import { writeFakeOmnilingual } from '../../../../test/support/fake-omnilingual.ts';
import { writeFakeTransducer } from '../../../../test/support/fake-transducer.ts';
import { writeFakeWhisperExport } from '../../../../test/support/fake-whisper-export.ts';
import { graphBytes } from '../../../../test/support/sherpa-files.ts';
import { TONE_VOCABULARY } from '../../../../test/support/tones.ts';
import { createGraphBuilder } from '../../onnx/graph.ts';
import { recognizeRecipe } from './recognize-recipe.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'recipes-'));
});

afterAll(() => rm(root, { recursive: true }));

async function folderOf(write: (folder: string) => Promise<void>, name = 'model-'): Promise<string> {
  const folder = await mkdtemp(join(root, name));
  await write(folder);
  return folder;
}

describe('a recipe that is found out', () => {
  it('takes the graph in 8 bits, when there are two', async () => {
    const folder = await folderOf(writeFakeCtc);
    await rename(join(folder, 'model.onnx'), join(folder, 'model.int8.onnx'));
    await writeFakeCtc(folder);
    expect(await recognizeRecipe(folder)).toMatchObject({ files: { model: 'model.int8.onnx' } });
  });

  it('knows files that have a name before their role', async () => {
    const folder = await folderOf((path) => writeFakeTransducer(path));
    for (const [role, name] of [
      ['encoder.onnx', 'gigaam_v3_e2e_rnnt_encoder_int8.onnx'],
      ['decoder.onnx', 'gigaam_v3_e2e_rnnt_decoder.onnx'],
      ['joiner.onnx', 'gigaam_v3_e2e_rnnt_joint.onnx'],
      ['tokens.txt', 'gigaam_v3_e2e_rnnt_tokens.txt'],
    ] as const) {
      await rename(join(folder, role), join(folder, name));
    }
    expect(await recognizeRecipe(folder)).toMatchObject({
      kind: 'nemo-transducer',
      files: { joiner: 'gigaam_v3_e2e_rnnt_joint.onnx', tokens: 'gigaam_v3_e2e_rnnt_tokens.txt' },
    });
  });

  it('tells punctuation by the vocabulary', async () => {
    const tokens = [...TONE_VOCABULARY.slice(0, -3), ',', '.', '<blk>'];
    expect(await recognizeRecipe(await folderOf((path) => writeFakeCtc(path, { tokens })))).toMatchObject({
      punctuation: true,
    });
  });

  it.each([
    ['metadata', { language: 'English' }, 'model-', ['en']],
    ['the name of the folder', { language: undefined }, 'some-nemo-ctc-russian-2025-', ['ru']],
    ['the name of the folder, both', { language: undefined }, 'fast-conformer-de-en-ru-20k-', ['ru', 'en']],
    [
      'the address of the model',
      { url: 'nvidia/parakeet-tdt-0.6b-v3' },
      'model-',
      expect.arrayContaining(['ru', 'uk', 'en', 'de']),
    ],
  ])('tells languages by %s', async (_, metadata, name, languages) => {
    const folder = await folderOf((path) => writeFakeCtc(path, { metadata }), name);
    expect((await recognizeRecipe(folder)).languages).toEqual(languages);
  });

  it('has the languages and the kind that the owner names', async () => {
    const folder = await folderOf(writeFakeOmnilingual);
    expect(await recognizeRecipe(folder, { languages: ['kk', 'ru'] })).toMatchObject({
      kind: 'omnilingual',
      languages: ['kk', 'ru'],
    });
    await expect(recognizeRecipe(folder, { languages: ['ru'], kind: 'nemo-ctc' })).rejects.toMatchObject({
      code: 'model-unfit',
      details: { path: join(folder, 'model.int8.onnx') },
    });
  });

  it('lists the languages of a Whisper', async () => {
    expect((await recognizeRecipe(await folderOf(writeFakeWhisperExport))).languages).toEqual(['ru', 'en']);
    const english = await folderOf((path) => writeFakeWhisperExport(path, { is_multilingual: 0 }));
    expect((await recognizeRecipe(english)).languages).toEqual(['en']);
  });
});

describe('a folder that is no model', () => {
  it('asks for the language that nothing tells', async () => {
    const folder = await folderOf(writeFakeOmnilingual);
    await expect(recognizeRecipe(folder)).rejects.toMatchObject({
      code: 'model-language-unknown',
      details: { path: folder },
    });
  });

  it.each([
    ['nothing', async () => {}],
    ['no graph', (folder: string) => writeFile(join(folder, 'tokens.txt'), 'a 0\n')],
    [
      'no vocabulary',
      async (folder: string) => {
        await writeFakeCtc(folder);
        await rm(join(folder, 'tokens.txt'));
      },
    ],
    [
      'a joiner that is missing',
      async (folder: string) => {
        await writeFakeTransducer(folder);
        await rm(join(folder, 'joiner.onnx'));
      },
    ],
    [
      'a graph of something else',
      (folder: string) => writeFakeCtc(folder, { metadata: { model_type: 'wenet_ctc' } }),
    ],
    [
      'a decoder and joiner in one, as other programs have them',
      async (folder: string) => {
        await writeFakeTransducer(folder);
        await rename(join(folder, 'decoder.onnx'), join(folder, 'decoder_joint-model.onnx'));
        await rm(join(folder, 'joiner.onnx'));
      },
    ],
    [
      'a model for live captions, which takes in its own state',
      async (folder: string) => {
        await writeFakeTransducer(folder);
        const encoder = createGraphBuilder('streaming');
        for (const name of ['x', 'cached_key', 'cached_value']) {
          encoder.input(name, 'float32', [1, 1, 1]);
        }
        encoder.node('Identity', ['x'], {}, 'encoder_out');
        encoder.output('encoder_out', 'float32', [1, 1, 1]);
        await writeFile(join(folder, 'encoder.onnx'), await graphBytes(encoder));
      },
    ],
  ])('is refused with %s', async (_, write) => {
    const folder = await folderOf(write);
    await expect(recognizeRecipe(folder, { languages: ['ru'] })).rejects.toMatchObject({
      code: 'model-kind-unknown',
      details: { path: folder },
    });
  });

  it('is refused when it is not there', async () => {
    const folder = join(root, 'none');
    await expect(recognizeRecipe(folder)).rejects.toMatchObject({
      code: 'model-missing',
      details: { path: folder },
    });
  });

  it('is refused by the file that is damaged', async () => {
    const folder = await folderOf(writeFakeCtc);
    await writeFile(join(folder, 'model.onnx'), 'nothing');
    await expect(recognizeRecipe(folder)).rejects.toMatchObject({
      code: 'model-damaged',
      details: { path: join(folder, 'model.onnx') },
    });
  });
});
