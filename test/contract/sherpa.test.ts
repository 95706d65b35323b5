/** Every kind of model that sherpa-onnx gives token times for, against the contract of recognisers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { SherpaRecipe } from '../../src/speech/engines/sherpa/recipe.ts';
import { recognizeRecipe } from '../../src/speech/engines/sherpa/recognize-recipe.ts';
import { createSherpa } from '../../src/speech/engines/sherpa/sherpa.ts';
import type { Recognizer } from '../../src/speech/recognizer.ts';
import { SAMPLE_RATE_HZ } from '../../src/speech/recognizer.ts';
import { FAKE_CTC_RECIPE, writeFakeCtc } from '../support/fake-ctc.ts';
import { FAKE_ICEFALL_RECIPE, writeFakeIcefall } from '../support/fake-icefall.ts';
import {
  FAKE_RNNT_RECIPE,
  FAKE_TDT_RECIPE,
  TOKEN_FRAMES,
  writeFakeTransducer,
} from '../support/fake-transducer.ts';
import { FAKE_WHISPER_RECIPE, writeFakeWhisperExport } from '../support/fake-whisper-export.ts';
import { TONE_SUBSAMPLING, TONE_TOKENS, playTones, sayTones } from '../support/tones.ts';
import { describeRecognizer } from './recognizer.ts';

const folders: string[] = [];

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
});

async function make(write: (folder: string) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sherpa-'));
  folders.push(folder);
  await write(folder);
  return folder;
}

async function open(write: (folder: string) => Promise<void>, recipe: SherpaRecipe): Promise<Recognizer> {
  const model = { name: 'fake', version: '1', sha256: 'f'.repeat(64) };
  return createSherpa(await make(write), { model, recipe });
}

const KINDS = [
  { name: 'CTC', recipe: FAKE_CTC_RECIPE, write: writeFakeCtc, tellsSureness: false },
  { name: 'RNNT', recipe: FAKE_RNNT_RECIPE, write: writeFakeTransducer },
  {
    name: 'TDT',
    recipe: FAKE_TDT_RECIPE,
    write: (folder: string) => writeFakeTransducer(folder, { hasDurations: true }),
  },
  { name: 'icefall', recipe: FAKE_ICEFALL_RECIPE, write: writeFakeIcefall },
];

describe.each(KINDS)('sherpa-onnx, $name', ({ recipe, write, tellsSureness = true }) => {
  describeRecognizer('sherpa-onnx', {
    open: () => open(write, recipe),
    sentence: () =>
      Promise.resolve(
        sayTones(['▁раз', '▁два', '▁три', 'на', 'дцать', '▁сто', '▁всё'], {
          startSec: 0.5,
          eachSec: 0.4,
          durationSec: 3.8,
        }),
      ),
    passage: () =>
      Promise.resolve(
        sayTones(
          Array.from({ length: 60 }, (_, index) => TONE_TOKENS[index % TONE_TOKENS.length] ?? '▁раз'),
          { startSec: 0.5, eachSec: 0.32, durationSec: recipe.maxChunkSec },
        ),
      ),
    expected: ['раз', 'два', 'тринадцать', 'сто', 'всё'],
    tellsSureness,
  });

  it('is known by its files', async () => {
    expect(await recognizeRecipe(await make(write), { languages: ['ru'] })).toEqual(recipe);
  });
});

/** Whether it is clearly outside of the two tones below. */
function isInSilence(sec: number): boolean {
  return sec < 0.98 || (sec > 1.52 && sec < 2.58) || sec > 3.12;
}

describe('the times of words', () => {
  /** "раз" for 0.5 s, then silence, then "два" for 0.5 s. */
  const sound = playTones(4, [
    { token: '▁раз', startSec: 1, endSec: 1.5 },
    { token: '▁два', startSec: 2.6, endSec: 3.1 },
  ]);

  it.each([
    { name: 'CTC', recipe: FAKE_CTC_RECIPE, write: writeFakeCtc },
    { name: 'RNNT', recipe: FAKE_RNNT_RECIPE, write: writeFakeTransducer },
  ])('begin where the model says and end where the sound does, $name', async ({ recipe, write }) => {
    const recognizer = await open(write, recipe);
    const { words } = await recognizer.recognize(sound);
    expect(words.map(({ text }) => text)).toEqual(['раз', 'два']);
    for (const [index, [startSec, endSec]] of [[1, 1.5] as const, [2.6, 3.1] as const].entries()) {
      expect(Math.abs((words[index]?.startSec ?? 0) - startSec)).toBeLessThanOrEqual(0.04);
      expect(Math.abs((words[index]?.endSec ?? 0) - endSec)).toBeLessThanOrEqual(0.02);
    }
    await recognizer.close();
  });

  it('end where the model says, if it does', async () => {
    const recognizer = await open(
      (folder) => writeFakeTransducer(folder, { hasDurations: true }),
      FAKE_TDT_RECIPE,
    );
    const { words } = await recognizer.recognize(sound);
    for (const { startSec, endSec } of words) {
      expect(endSec - startSec).toBeCloseTo((TOKEN_FRAMES * TONE_SUBSAMPLING) / 100);
    }
    await recognizer.close();
  });

  it('are laid over the voice when the model gives none, and called an estimate', async () => {
    const recognizer = await open((folder) => writeFakeWhisperExport(folder), FAKE_WHISPER_RECIPE);
    expect(recognizer.abilities.wordTimes).toBe('estimated');
    const { words } = await recognizer.recognize(sound, { language: 'ru' });
    expect(words.map(({ text }) => text)).toEqual(['Раз,', 'два —', 'тринадцать.']);
    expect(words[0]?.startSec).toBeCloseTo(1, 1);
    expect(words.at(-1)?.endSec).toBeCloseTo(3.1, 1);
    for (const { startSec, endSec } of words) {
      expect([startSec, endSec].filter(isInSilence)).toEqual([]);
    }
    await recognizer.close();
  });
});

describe('a model of sherpa-onnx', () => {
  it('hears in whichever language is asked for, and lives through one that it does not know', async () => {
    const recognizer = await open((folder) => writeFakeWhisperExport(folder), FAKE_WHISPER_RECIPE);
    const sound = sayTones(['▁раз'], { startSec: 0.5, eachSec: 0.5, durationSec: 2 });
    for (const language of ['ru', 'en', 'xx', undefined]) {
      const { words } = await recognizer.recognize(sound, language === undefined ? {} : { language });
      expect(words).toHaveLength(3);
    }
    await recognizer.close();
  });

  it('hears nothing when it is asked to stop', async () => {
    const recognizer = await open(writeFakeCtc, FAKE_CTC_RECIPE);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(recognizer.recognize(new Float32Array(SAMPLE_RATE_HZ), { signal })).rejects.toThrow(
      'enough',
    );
    await recognizer.close();
  });

  it('can be closed twice', async () => {
    const recognizer = await open(writeFakeCtc, FAKE_CTC_RECIPE);
    await recognizer.close();
    await expect(recognizer.close()).resolves.toBeUndefined();
  });
});
