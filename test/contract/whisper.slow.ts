/** Whisper base, as it is pulled, against the contract of recognisers: in English and in Russian. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createWhisper } from '../../src/speech/engines/whisper/whisper.ts';
import type { Recognizer } from '../../src/speech/recognizer.ts';
import { EXAMPLE_TALKS, cutSound, decodeSound } from '../support/audio.ts';
import { pullModel } from '../support/pulled-models.ts';
import { describeRecognizer } from './recognizer.ts';

async function open(): Promise<Recognizer> {
  const { folder, identity, languages } = await pullModel('whisper-base');
  return createWhisper(folder, { model: identity, variant: 'int8', languages });
}

describeRecognizer('Whisper base, in English,', {
  open,
  // "Let me start with a story."
  sentence: async () => cutSound(await decodeSound(EXAMPLE_TALKS.en), 16.8, 19.7),
  passage: async () => cutSound(await decodeSound(EXAMPLE_TALKS.en), 41.6, 61.6),
  expected: ['let', 'me', 'start', 'with', 'a', 'story'],
});

describeRecognizer('Whisper base, in Russian,', {
  open,
  // «А как бы вы поступили на нашем месте?»
  sentence: async () => cutSound(await decodeSound(EXAMPLE_TALKS.ru), 88.05, 91.7),
  passage: async () => cutSound(await decodeSound(EXAMPLE_TALKS.ru), 41.33, 61.33),
  expected: ['как', 'бы', 'вы', 'поступили', 'на', 'нашем', 'месте'],
});

describe('Whisper base', () => {
  let recognizer: Recognizer;

  beforeAll(async () => {
    recognizer = await open();
    return () => recognizer.close();
  });

  it.each([
    ['en', 16.8, 19.7],
    ['ru', 88.05, 91.7],
  ] as const)('is sure of the language: %s', async (language, startSec, endSec) => {
    const sound = cutSound(await decodeSound(EXAMPLE_TALKS[language]), startSec, endSec);
    const { languages = {} } = await recognizer.recognize(sound);
    expect(languages[language]).toBeGreaterThan(0.9);
  });
});
