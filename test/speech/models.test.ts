/** Model files that are missing or damaged: the error names the file, and once it is mended the next call works. */
import { copyFile, open, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Speech } from '../../src/speech/index.ts';
import { EXAMPLE_TALKS, cutSound, decodeSound, inBlocks } from '../support/audio.ts';
import type { CopiedModels } from '../support/models.ts';
import { copyModels, modelsFolder, openModels, openSpeech } from '../support/models.ts';

const FILES = [
  'silero-vad-6/silero_vad.onnx',
  'moonshine-tiny-en/encoder_model.onnx',
  'moonshine-tiny-en/decoder_model_merged.onnx',
] as const;

let models: CopiedModels;
let speech: Speech;
let samples: Float32Array;

beforeAll(async () => {
  models = await copyModels();
  samples = cutSound(await decodeSound(EXAMPLE_TALKS.en), 3, 6);
});

afterAll(() => models.dispose());

beforeEach(() => {
  speech = openSpeech({ slots: 1 }, models.folder);
});

afterEach(async () => {
  await speech.close();
  for (const file of FILES) {
    await copyFile(join(modelsFolder(), file), join(models.folder, file));
  }
});

function transcribe() {
  return speech.transcribe(inBlocks(samples), { language: 'auto', signal: new AbortController().signal });
}

const HEARD = { transcript: { words: expect.arrayContaining([expect.objectContaining({ text: 'Alice' })]) } };

describe.each(FILES)('%s', (file) => {
  it('that is missing is named before any sound is asked for, and found once it is there', async () => {
    const path = join(models.folder, file);
    await rm(path);
    let asked = false;
    async function* blocks(): AsyncGenerator<Float32Array, void, undefined> {
      asked = true;
      yield* inBlocks(samples);
    }
    await expect(
      speech.transcribe(blocks(), { language: 'auto', signal: new AbortController().signal }),
    ).rejects.toMatchObject({ code: 'model-missing', details: { path } });
    expect(asked).toBe(false);
    await copyFile(join(modelsFolder(), file), path);
    expect(await transcribe()).toMatchObject(HEARD);
  });

  it('that was cut off is named', async () => {
    const path = join(models.folder, file);
    await truncate(path, 1_000_000);
    await expect(transcribe()).rejects.toMatchObject({ code: 'model-damaged', details: { path } });
  });

  it('with one wrong byte is named, and works once it is mended', async () => {
    const path = join(models.folder, file);
    await flipByte(path, 1_500_000);
    await expect(transcribe()).rejects.toMatchObject({ code: 'model-damaged', details: { path } });
    expect(await openModels(models.folder).verify()).toContainEqual(
      expect.objectContaining({ name: file.split('/')[0], state: 'damaged' }),
    );
    await copyFile(join(modelsFolder(), file), path);
    expect(await transcribe()).toMatchObject(HEARD);
    expect((await openModels(models.folder).verify()).map(({ state }) => state)).toEqual([
      'installed',
      'installed',
    ]);
  });
});

async function flipByte(path: string, at: number): Promise<void> {
  const handle = await open(path, 'r+');
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at);
  await handle.write(Uint8Array.of((buffer[0] ?? 0) ^ 0xff), 0, 1, at);
  await handle.close();
}
