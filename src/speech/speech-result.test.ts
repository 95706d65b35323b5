import { describe, expect, it } from 'vitest';
import type { Candidate, ChoiceRequest, ChosenHearing } from './choose-hearing.ts';
import type { HeardChunk, Listener } from './listener.ts';
import { toResult } from './speech-result.ts';

const AUTO: ChoiceRequest = { language: 'auto', model: undefined };
const NOBODY: Listener = {
  name: '',
  languages: ['en'],
  tellsLanguage: false,
  recognize: () => Promise.reject(new Error('not asked')),
};

function candidate(name: string, ...languages: readonly string[]): readonly [string, Candidate] {
  return [
    name,
    {
      identity: { name, version: '1', sha256: '0'.repeat(64) },
      languages,
      abilities: { languages, punctuation: true, style: 'tidy', wordTimes: 'span' },
    },
  ];
}

const MOONSHINE = candidate('moonshine', 'en');
const WHISPER = candidate('whisper', 'en', 'ru', 'de');

function hearing(...candidates: readonly (readonly [string, Candidate])[]): ChosenHearing {
  return {
    plan: { kind: 'given', listener: NOBODY, language: 'en' },
    candidates: new Map(candidates),
    maxChunkSec: 20,
    joinSec: 1,
    marginSec: 0.2,
  };
}

/** Ten seconds of speech, all of one word. */
function chunk(language: string, more: Partial<HeardChunk> = {}): HeardChunk {
  return {
    words: [{ text: language, startSec: 0, endSec: 1, confidence: 0.9 }],
    tokens: 30,
    logProbability: 30 * Math.log(0.9),
    ended: true,
    speechSec: 10,
    language,
    heardBy: 'whisper',
    ...more,
  };
}

const UNSURE = { logProbability: 30 * Math.log(0.2) };

function resultOf(
  chunks: readonly HeardChunk[],
  chosen: ChosenHearing = hearing(WHISPER),
  asked: ChoiceRequest = AUTO,
) {
  const durationSec = 10 * chunks.length;
  return toResult({ speech: [{ startSec: 0, endSec: durationSec }], chunks, durationSec }, chosen, asked);
}

describe('toResult', () => {
  it('says which model was chosen and how, and how likely the language is', () => {
    const { transcript, notices } = resultOf([chunk('ru', { languages: { ru: 0.97, en: 0.03 } })]);
    expect(transcript).toMatchObject({
      language: 'ru',
      model: { name: 'whisper' },
      choice: { language: 'heard', languageProbability: 0.97, model: 'best-installed' },
    });
    expect(transcript).not.toHaveProperty('languages');
    expect(notices).toEqual([]);
  });

  it.each([
    [
      { language: 'ru', model: undefined },
      { language: 'asked', model: 'best-installed' },
    ],
    [
      { language: 'auto', model: 'whisper' },
      { language: 'heard', model: 'asked' },
    ],
  ] as const)('of %o says what was asked for', (asked, choice) => {
    expect(resultOf([chunk('ru')], hearing(WHISPER), asked).transcript).toMatchObject({ choice });
  });

  it('says that a model knows no other language', () => {
    const heard = [chunk('en', { heardBy: 'moonshine' })];
    expect(resultOf(heard, hearing(MOONSHINE)).transcript).toMatchObject({ choice: { language: 'only' } });
  });

  it('counts mixed speech in the language of most of it, and reports the share of the other', () => {
    const { transcript, notices } = resultOf([chunk('en'), chunk('ru'), chunk('ru'), chunk('ru')]);
    expect(transcript).toMatchObject({
      language: 'ru',
      languages: [
        { language: 'ru', share: 0.75 },
        { language: 'en', share: 0.25 },
      ],
    });
    expect(notices).toEqual([
      { code: 'language-mixed', params: { language: 'ru', other: 'en', percent: 25 } },
    ]);
  });

  it('does not call a sentence in an hour mixed speech', () => {
    const heard = [...Array.from({ length: 60 }, () => chunk('ru')), chunk('en', { speechSec: 3 })];
    expect(resultOf(heard).notices).toEqual([]);
  });

  it('keeps the words of a language that cannot be counted, and says so', () => {
    const { transcript, notices } = resultOf([chunk('de')]);
    expect(transcript).toMatchObject({ language: 'de', words: [{ text: 'de' }] });
    expect(notices).toEqual([{ code: 'language-not-counted', params: { language: 'de' } }]);
  });

  it('has no transcript, and needs another model, when the only one is unsure of everything', () => {
    const foreign = chunk('en', { heardBy: 'moonshine', ...UNSURE });
    expect(resultOf([foreign, foreign], hearing(MOONSHINE))).toMatchObject({
      transcript: { absent: 'language-not-supported' },
      notices: [{ code: 'language-not-supported', params: { known: 'en' } }],
      needsAnotherModel: true,
    });
  });

  it('has none either when nobody listened to the end', () => {
    const unheard = chunk('', { words: [], tokens: 0, language: undefined, heardBy: undefined });
    const result = resultOf([chunk('en', { heardBy: 'moonshine', ...UNSURE }), unheard], hearing(MOONSHINE));
    expect(result).toMatchObject({
      needsAnotherModel: true,
      transcript: { absent: 'language-not-supported' },
    });
  });

  it('does not take a whisper that is unsure for one who does not know the language', () => {
    const mumbled = chunk('ru', { languages: { ru: 0.9, en: 0.1 }, ...UNSURE });
    expect(resultOf([mumbled, mumbled]).transcript).toMatchObject({ language: 'ru' });
  });

  it.each([
    ['by what the model tells', WHISPER, chunk('en', { languages: { ru: 0.95, en: 0.05 } })],
    ['by how unsure it is', MOONSHINE, chunk('en', { heardBy: 'moonshine', ...UNSURE })],
  ] as const)('doubts the language that the owner named, %s', (_how, model, heard) => {
    const asked = { language: 'en', model: undefined };
    const { transcript, notices } = resultOf([heard, heard], hearing(model), asked);
    expect(notices).toEqual([{ code: 'language-doubtful', params: { language: 'en' } }]);
    expect(transcript).toMatchObject({ language: 'en' });
  });

  it('says that nobody speaks when no word is heard in what passes for speech', () => {
    const hum = chunk('ru', { words: [], tokens: 1, speechSec: 1, languages: { ru: 0.6, en: 0.4 } });
    expect(resultOf([hum])).toMatchObject({
      speech: [],
      transcript: { absent: 'no-speech' },
      notices: [{ code: 'no-speech' }],
      needsAnotherModel: false,
    });
  });
});
