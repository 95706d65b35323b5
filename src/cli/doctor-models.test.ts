import { describe, expect, it } from 'vitest';
import type { Locale } from '../errors/index.ts';
import type { ModelStatus, Models } from '../speech/index.ts';
import type { Check } from './doctor-checks.ts';
import { checkModels } from './doctor-models.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';

function status(name: string, facts: Partial<ModelStatus> = {}): ModelStatus {
  return {
    name,
    role: 'recognizer',
    engine: 'whisper',
    languages: ['en', 'ru'],
    licence: 'MIT',
    sizeBytes: 1,
    wordErrors: [],
    unverified: false,
    isKnown: true,
    folder: `/models/${name}`,
    state: 'installed',
    ...facts,
  };
}

const vad = status('silero-vad-6', { role: 'vad', engine: 'silero', languages: [] });
const english = status('moonshine-tiny-en', { engine: 'moonshine', languages: ['en'] });
const russian = status('gigaam-v3-ctc', { engine: 'sherpa', languages: ['ru'] });

/** What is asked for beside the models. */
interface Asked {
  readonly speechModel?: string;
  readonly transcriptionUrl?: string;
  readonly locale?: Locale;
  readonly hasSherpa?: boolean;
}

function isSherpa({ id }: Check): boolean {
  return id === 'sherpa';
}

/** The checks when `here` is what the folder holds. */
async function check(
  here: readonly ModelStatus[],
  { speechModel = 'auto', transcriptionUrl, locale = 'en', hasSherpa = true }: Asked = {},
): Promise<readonly Check[]> {
  const known = [vad, english, russian].map(
    (each) => here.find(({ name }) => name === each.name) ?? { ...each, state: 'missing' as const },
  );
  const models: Pick<Models, 'list' | 'verify' | 'best'> = {
    list: () => Promise.resolve(known),
    verify: () => Promise.resolve(here),
    best: (language) => {
      const found = here.find(({ languages }) => languages.includes(language));
      return Promise.resolve(
        found && {
          model: {
            ...found,
            engine: 'whisper',
            files: [],
            identity: { name: found.name, version: '1', sha256: '0' },
          },
          reason: { en: 'It is good.', ru: 'Она хороша.' },
        },
      );
    },
  };
  const texts = locale === 'ru' ? ru : en;
  return checkModels({ models, speechModel, transcriptionUrl, locale, texts, hasSherpa: () => hasSherpa });
}

describe('checkModels', () => {
  it('is content with a detector and a model for each language, and says which is taken', async () => {
    const checks = await check([vad, status('whisper-base')]);
    expect(checks).toMatchObject([
      { id: 'model:silero-vad-6', state: 'ok' },
      { id: 'model:whisper-base', state: 'ok' },
      { id: 'speech:en', state: 'ok', found: 'whisper-base. It is good.' },
      { id: 'speech:ru', state: 'ok', found: 'whisper-base. It is good.' },
    ]);
  });

  it('only hints at a language without a model, with the command that gets one', async () => {
    const checks = await check([vad, english], { locale: 'ru' });
    expect(checks.some(({ state }) => state === 'fail')).toBe(false);
    expect(checks.find(({ id }) => id === 'speech:ru')).toEqual({
      id: 'speech:ru',
      title: 'русская речь',
      state: 'warn',
      found: 'модели нет; измеряются только паузы',
      mend: 'speech-coach models pull ru',
    });
  });

  it('fails without a detector, whatever else is there', async () => {
    const checks = await check([english]);
    expect(checks[0]).toMatchObject({ id: 'model:silero-vad-6', state: 'fail' });
  });

  it('fails without any recogniser, and offers that of the language of the messages', async () => {
    const checks = await check([vad], { locale: 'ru' });
    expect(checks).toHaveLength(2);
    expect(checks[1]).toMatchObject({
      id: 'recognizer',
      state: 'fail',
      mend: 'speech-coach models pull ru',
    });
  });

  it('fails for a damaged model, and names its file', async () => {
    const path = '/models/whisper-base/model.bin';
    const damaged = status('whisper-base', { state: 'damaged', path });
    const checks = await check([vad, damaged]);
    expect(checks[1]).toMatchObject({ id: 'model:whisper-base', state: 'fail' });
    expect(checks[1]?.found).toContain(path);
  });

  it('goes by the model that the settings name', async () => {
    const checks = await check([vad, english, status('whisper-base')], { speechModel: 'moonshine-tiny-en' });
    expect(checks.slice(-2)).toMatchObject([
      { state: 'ok', found: 'moonshine-tiny-en, by SPEECH_MODEL' },
      { state: 'warn', mend: expect.stringContaining('SPEECH_MODEL=moonshine-tiny-en') },
    ]);
  });

  it('fails when that model is not there, or is none at all', async () => {
    const missing = await check([vad, english], { speechModel: 'gigaam-v3-ctc' });
    expect(missing[0]).toMatchObject({ id: 'model:gigaam-v3-ctc', state: 'fail' });
    const unknown = await check([vad, english], { speechModel: 'gigam' });
    expect(unknown.find(({ id }) => id === 'model:gigam')).toMatchObject({ state: 'fail' });
  });

  it('needs no recogniser here where recordings go to a server, but its address', async () => {
    const named = await check([vad], { speechModel: 'remote', transcriptionUrl: 'http://asr.lan/v1' });
    expect(named.at(-1)).toMatchObject({ id: 'remote', state: 'ok', found: 'http://asr.lan/v1' });
    expect(named).toHaveLength(2);
    expect((await check([vad, english], { speechModel: 'remote' })).at(-1)).toMatchObject({
      id: 'remote',
      state: 'fail',
      mend: expect.stringContaining('TRANSCRIPTION_URL'),
    });
  });

  it('speaks of sherpa-onnx only where a model runs on it', async () => {
    expect((await check([vad, english], { hasSherpa: false })).some(isSherpa)).toBe(false);
    expect((await check([vad, russian])).find(isSherpa)).toMatchObject({ state: 'ok' });
    expect((await check([vad, russian], { hasSherpa: false })).find(isSherpa)).toMatchObject({
      state: 'fail',
      mend: expect.stringContaining('gigaam-v3-ctc'),
    });
  });
});
