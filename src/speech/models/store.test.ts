import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findEntry, voiceDetector } from './catalogue.ts';
import { MANIFEST, writeManifest } from './manifest.ts';
import { openModel, verifyModel } from './store.ts';

const vad = voiceDetector();
const vadFile = vad.sources[0]?.files[0]?.path ?? '';

let modelsFolder: string;

beforeEach(async () => {
  modelsFolder = await mkdtemp(join(tmpdir(), 'models-'));
});

afterEach(async () => {
  await rm(modelsFolder, { recursive: true });
});

/** Puts a file of the right size, and nothing but holes, in the place of each file that a source has. */
async function installHoles(name: string, source = 0): Promise<void> {
  await mkdir(join(modelsFolder, name));
  for (const { path, bytes } of findEntry(name)?.sources[source]?.files ?? []) {
    await writeFile(join(modelsFolder, name, path), '');
    await truncate(join(modelsFolder, name, path), bytes);
  }
}

/** A model of one file, as a pull or `add` leaves it. */
async function installOwn(name = 'own', content = 'weights'): Promise<void> {
  const folder = join(modelsFolder, name);
  await mkdir(folder);
  await writeFile(join(folder, 'model.onnx'), content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  await writeManifest(folder, {
    name,
    role: 'vad',
    engine: 'silero',
    languages: [],
    licence: 'MIT',
    source: 'somewhere',
    unverified: true,
    identity: { name, version: '7', sha256 },
    files: [{ path: 'model.onnx', bytes: content.length, sha256 }],
  });
}

describe('opening a model that lies there as the catalogue says', () => {
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
    const path = join(modelsFolder, 'moonshine-tiny-en', 'decoder_model_merged.onnx');
    await installHoles('moonshine-tiny-en');
    await rm(path);
    await expect(openModel(modelsFolder, 'moonshine-tiny-en')).rejects.toMatchObject({
      code: 'model-missing',
      details: { path },
    });
  });

  it('takes a file of the wrong size for damaged', async () => {
    await installHoles(vad.name);
    const path = join(modelsFolder, vad.name, vadFile);
    await truncate(path, 100);
    await expect(openModel(modelsFolder, vad.name)).rejects.toMatchObject({
      code: 'model-damaged',
      details: { model: vad.name, path },
    });
  });

  it('does not read the files, and knows all of it from the catalogue', async () => {
    await installHoles(vad.name);
    expect(await openModel(modelsFolder, vad.name)).toMatchObject({
      name: vad.name,
      role: 'vad',
      engine: 'silero',
      licence: 'MIT',
      folder: join(modelsFolder, vad.name),
      files: [{ path: vadFile }],
      identity: { version: '1.0.3' },
      unverified: false,
    });
  });

  it('takes the files of whichever source are there, for the same model', async () => {
    await installHoles('whisper-base', 2);
    const model = await openModel(modelsFolder, 'whisper-base');
    expect(model.files.map(({ path }) => path)).toEqual(['config.json', 'model.bin', 'vocabulary.json']);
    expect(model.identity.sha256).toMatch(/^d56ccc42/);
  });

  it.each(['nothing', '../elsewhere', '.pulling', ''])('knows no model “%s”', async (name) => {
    await expect(openModel(modelsFolder, name)).rejects.toMatchObject({ code: 'model-missing' });
  });
});

describe('opening a model that has a manifest', () => {
  it('takes it for what the manifest says', async () => {
    await installOwn();
    expect(await openModel(modelsFolder, 'own')).toMatchObject({
      name: 'own',
      folder: join(modelsFolder, 'own'),
      identity: { version: '7' },
      source: 'somewhere',
      unverified: true,
    });
  });

  it.each([
    ['is cut off', '{"manifestVersion":1,'],
    ['lacks something', '{"manifestVersion":1}'],
    ['is of a later version', '{"manifestVersion":2}'],
  ])('that %s names the manifest', async (_, text) => {
    await installOwn();
    const path = join(modelsFolder, 'own', MANIFEST);
    await writeFile(path, text);
    await expect(openModel(modelsFolder, 'own')).rejects.toMatchObject({
      code: 'model-damaged',
      details: { model: 'own', path },
    });
  });

  it('of another model is refused: its folder was renamed by hand', async () => {
    await installOwn();
    await mkdir(join(modelsFolder, 'other'));
    await writeFile(join(modelsFolder, 'other', MANIFEST), '');
    await expect(openModel(modelsFolder, 'other')).rejects.toMatchObject({ code: 'model-damaged' });
  });

  it('names a file that went away', async () => {
    await installOwn();
    await rm(join(modelsFolder, 'own', 'model.onnx'));
    await expect(openModel(modelsFolder, 'own')).rejects.toMatchObject({
      code: 'model-missing',
      details: { path: join(modelsFolder, 'own', 'model.onnx') },
    });
  });
});

describe('verifying a model', () => {
  it('finds a file of the right size with other bytes', async () => {
    await installHoles(vad.name);
    await expect(verifyModel(await openModel(modelsFolder, vad.name))).rejects.toMatchObject({
      code: 'model-damaged',
      details: { model: vad.name, path: join(modelsFolder, vad.name, vadFile) },
    });
  });

  it('finds a file that went away since', async () => {
    await installHoles(vad.name);
    const model = await openModel(modelsFolder, vad.name);
    await rm(join(model.folder, vadFile));
    await expect(verifyModel(model)).rejects.toMatchObject({ code: 'model-missing' });
  });

  it('accepts the bytes that the hash is of', async () => {
    await writeFile(join(modelsFolder, 'small'), 'abc');
    // FIPS 180-2, appendix B.1.
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    const model = { name: 'small', folder: modelsFolder, files: [{ path: 'small', bytes: 3, sha256 }] };
    await expect(verifyModel(model)).resolves.toBeUndefined();
    await writeFile(join(modelsFolder, 'small'), 'abd');
    await expect(verifyModel(model)).rejects.toMatchObject({ code: 'model-damaged' });
  });

  it('ends with the reason of the signal', async () => {
    await installHoles('whisper-base');
    const model = await openModel(modelsFolder, 'whisper-base');
    await expect(verifyModel(model, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});
