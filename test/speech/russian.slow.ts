/** Whisper base, pulled by the product itself: Russian word for word, nobody speaking, and two languages in one talk. */
import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';
import type { Speech, SpeechResult } from '../../src/speech/index.ts';
import { createModels, createSpeech } from '../../src/speech/index.ts';
import {
  EXAMPLE_TALKS,
  cutSound,
  decodeSound,
  describeShared,
  inBlocks,
  sharedRecordings,
} from '../support/audio.ts';
import { percentile } from '../support/percentile.ts';
import { pullModel, pulledModelsFolder } from '../support/pulled-models.ts';
import { exampleTalk } from '../support/truth-talk.ts';
import type { WordErrors } from '../support/word-errors.ts';
import { sumErrors, wordErrors } from '../support/word-errors.ts';
import { music, pinkNoise, sound, whiteNoise } from './made-sounds.ts';
import { pauseBorderErrorsSec } from './pause-borders.ts';

const MODEL = 'whisper-base';

let speech: Speech;

beforeAll(async () => {
  await pullModel('silero-vad-6');
  await pullModel(MODEL);
  const modelsFolder = pulledModelsFolder();
  speech = createSpeech(
    { models: createModels({ folder: modelsFolder, env: process.env }) },
    { modelsFolder, slots: 2 },
  );
});

afterAll(() => speech.close());

function transcribe(samples: Float32Array, language = 'auto'): Promise<SpeechResult> {
  const { signal } = new AbortController();
  return speech.transcribe(inBlocks(samples), { language, model: MODEL, signal });
}

/** The errors of one recording, and a line about them. */
function judge(name: string, said: string, { transcript }: SpeechResult): WordErrors {
  assert('words' in transcript);
  const errors = wordErrors(said, transcript.words.map(({ text }) => text).join(' '), { language: 'ru' });
  print(name, errors);
  return errors;
}

function print(name: string, { errors, words, rate, differences }: WordErrors): void {
  const percent = (100 * rate).toFixed(1).padStart(5);
  process.stdout.write(
    `${name.padEnd(22)} ${percent} %  ${errors}/${words}  ${differences.slice(0, 8).join(', ')}\n`,
  );
}

describeShared('Russian recordings of real voices', () => {
  it('are known to be Russian, and have at most 17 % wrong words', async () => {
    const recordings = sharedRecordings().filter(({ language }) => language === 'ru');
    expect(recordings.length).toBeGreaterThanOrEqual(14);
    const errors: WordErrors[] = [];
    for (const { id, path, transcript } of recordings) {
      const result = await transcribe(await decodeSound(path));
      expect({ id, ...result.transcript }).toMatchObject({ id, language: 'ru', model: { name: MODEL } });
      errors.push(judge(id, transcript, result));
    }
    print('all of them', sumErrors(errors));
    expect(sumErrors(errors).rate).toBeLessThanOrEqual(0.17);
  });
});

describe('the Russian example talk', () => {
  it('has its words, at most 6 % wrong, and its pauses', async () => {
    const truth = exampleTalk('ru');
    const result = await transcribe(await decodeSound(EXAMPLE_TALKS.ru));
    expect(result.transcript).toMatchObject({ language: 'ru', choice: { language: 'heard' } });
    expect(result.notices).toEqual([]);
    expect(judge('the example talk', truth.text, result).rate).toBeLessThanOrEqual(0.06);
    const { errorsSec, missed, invented } = pauseBorderErrorsSec(truth, result.speech);
    expect({ missed, invented }).toEqual({ missed: 0, invented: 0 });
    expect(percentile(errorsSec, 0.9)).toBeLessThanOrEqual(0.08);
  });
});

describe('nobody speaks', () => {
  const sounds = [
    ['silence', sound(60, () => 0)],
    ['hiss', sound(60, whiteNoise(0.05))],
    ['wind', sound(60, pinkNoise(0.5))],
    ['music', sound(60, music(0.6))],
  ] as const;
  const cases = sounds.flatMap(([name, samples]) =>
    ['ru', 'en', 'auto'].map((language) => ({ name, samples, language })),
  );

  it.each(cases)('in $name, whatever may be spoken ($language)', async ({ samples, language }) => {
    expect(await transcribe(samples, language)).toMatchObject({
      speech: [],
      transcript: { absent: 'no-speech' },
    });
  });
});

describe('a talk in two languages', () => {
  it('is in the one that is spoken most, each part written in its own, and their shares are told', async () => {
    const russian = cutSound(await decodeSound(EXAMPLE_TALKS.ru), 0, 60);
    const english = cutSound(await decodeSound(EXAMPLE_TALKS.en), 0, 20);
    const mixed = new Float32Array(russian.length + english.length);
    mixed.set(russian);
    mixed.set(english, russian.length);
    const { transcript, notices } = await transcribe(mixed);
    assert('words' in transcript);
    expect(transcript.language).toBe('ru');
    const shares = new Map(transcript.languages?.map(({ language, share }) => [language, share]));
    expect(shares.get('ru')).toBeCloseTo(0.75, 1);
    expect(shares.get('en')).toBeCloseTo(0.25, 1);
    expect(notices).toMatchObject([{ code: 'language-mixed', params: { language: 'ru', other: 'en' } }]);
    const textFrom = (fromSec: number, toSec: number): string =>
      transcript.words
        .filter(({ startSec }) => fromSec <= startSec && startSec < toSec)
        .map(({ text }) => text)
        .join(' ');
    expect(textFrom(0, 58)).not.toMatch(/[a-z]{3}/i);
    expect(textFrom(60, 80)).toMatch(/My name is Alice/);
  });
});
