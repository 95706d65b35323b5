/** Speech in a language that the recogniser does not know: its words are not counted, its pauses are. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Speech } from '../../src/speech/index.ts';
import { createModels, createSpeech } from '../../src/speech/index.ts';
import { EXAMPLE_TALKS, cutSound, decodeSound, inBlocks } from '../support/audio.ts';
import { openSpeech } from '../support/models.ts';

const NOT_SUPPORTED = {
  transcript: { absent: 'language-not-supported' },
  notices: [{ code: 'language-not-supported', params: { known: 'en' } }],
} as const;

let speech: Speech;
let russian: Float32Array;

beforeAll(async () => {
  speech = openSpeech({ slots: 2 });
  russian = await decodeSound(EXAMPLE_TALKS.ru);
});

afterAll(() => speech.close());

function transcribe(samples: Float32Array, language: string) {
  return speech.transcribe(inBlocks(samples), { language, signal: new AbortController().signal });
}

describe('a Russian talk', () => {
  it('has no transcript when its language is to be found out, but its speech and pauses', async () => {
    const result = await transcribe(russian, 'auto');
    expect(result).toMatchObject(NOT_SUPPORTED);
    expect(result.speech.length).toBeGreaterThan(20);
    const spokenSec = result.speech.reduce((sum, { startSec, endSec }) => sum + endSec - startSec, 0);
    expect(spokenSec).toBeGreaterThan(80);
    expect(spokenSec).toBeLessThan(95);
  });

  it.each([
    // The recogniser falls into a loop, and is sure of what it repeats.
    [0, 30],
    // It hears no word in twelve seconds of speech.
    [100, 115],
  ])('is known for one by a part of it, from %d s to %d s', async (startSec, endSec) => {
    const result = await transcribe(cutSound(russian, startSec, endSec), 'auto');
    expect(result).toMatchObject(NOT_SUPPORTED);
    expect(result.speech.length).toBeGreaterThan(0);
  });

  it('has words of doubtful worth when the owner says that it is English', async () => {
    const result = await transcribe(cutSound(russian, 0, 30), 'en');
    expect(result.notices).toEqual([{ code: 'language-doubtful', params: { language: 'en' } }]);
    expect(result.transcript).toMatchObject({ language: 'en' });
    expect('words' in result.transcript && result.transcript.words.length).toBeGreaterThan(0);
  });

  it('cannot be asked for in a language that no model knows', async () => {
    await expect(transcribe(russian, 'ru')).rejects.toMatchObject({
      code: 'language-model-missing',
      details: { language: 'ru', model: 'whisper-base' },
    });
    expect(speech.load().active).toBe(0);
  });
});

describe('a model that is asked for by a name that is none', () => {
  it('is answered with the names that are, as nothing could be pulled', async () => {
    const asked = { language: 'auto', model: 'moonshine-tiny', signal: new AbortController().signal };
    await expect(speech.transcribe(inBlocks(russian), asked)).rejects.toMatchObject({
      code: 'model-unknown',
      details: { model: 'moonshine-tiny', known: expect.stringContaining('moonshine-tiny-en') },
    });
  });

  it('is told that the voice activity model recognises no words', async () => {
    const asked = { language: 'auto', model: 'silero-vad-6', signal: new AbortController().signal };
    await expect(speech.transcribe(inBlocks(russian), asked)).rejects.toMatchObject({
      code: 'model-not-recognizer',
    });
  });
});

describe('a recording where no model is installed', () => {
  it('is answered with the one that knows most languages', async () => {
    const modelsFolder = await mkdtemp(join(tmpdir(), 'no-models-'));
    const none = createSpeech(
      { models: createModels({ folder: modelsFolder, env: {} }) },
      { modelsFolder, slots: 1 },
    );
    const { signal } = new AbortController();
    await expect(none.transcribe(inBlocks(russian), { language: 'auto', signal })).rejects.toMatchObject({
      code: 'recognizer-missing',
      details: { model: 'whisper-base' },
    });
    await none.close();
    await rm(modelsFolder, { recursive: true });
  });
});
