import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { HearingPlan } from './hearing.ts';
import { MAX_SCOUTED_CHUNKS, createHearing } from './hearing.ts';
import type { Chunk, HeardChunk, Listener } from './listener.ts';
import type { Heard } from './recognizer.ts';

const { signal } = new AbortController();

/** A chunk whose samples say how much of it is Russian, 0 to 1; what is not is English. */
function chunk(russian: number, speechSec = 6, startSec = 0): Chunk {
  return { samples: Float32Array.of(russian), startSec, speechSec };
}

interface Made {
  readonly listener: Listener;
  /** The language that was asked for in each call, in order; `any` where it was left to the listener. */
  readonly asked: string[];
  readonly mostAtOnce: () => number;
}

/** A listener that writes what it was asked for, or the likelier language. */
function makeListener(
  name: string,
  languages: readonly string[],
  hear: (russian: number, language: string) => Partial<Heard> = () => ({}),
  tellsLanguage = languages.length > 1,
): Made {
  const asked: string[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  return {
    asked,
    mostAtOnce: () => mostAtOnce,
    listener: {
      name,
      languages,
      tellsLanguage,
      recognize: async (samples, { language }) => {
        asked.push(language ?? 'any');
        atOnce += 1;
        mostAtOnce = Math.max(mostAtOnce, atOnce);
        await nextTurn();
        atOnce -= 1;
        const russian = samples[0] ?? 0;
        const written = language ?? (russian > 0.5 ? 'ru' : 'en');
        return {
          words: [{ text: `${name}:${written}`, startSec: 0, endSec: 1, confidence: 1 }],
          tokens: 20,
          logProbability: 20 * Math.log(0.9),
          ended: true,
          ...(tellsLanguage ? { languages: { ru: russian, en: 1 - russian } } : {}),
          ...hear(russian, written),
        };
      },
    },
  };
}

async function hearAll(plan: HearingPlan, chunks: readonly Chunk[]): Promise<readonly HeardChunk[]> {
  const hearing = createHearing(plan);
  const heard = chunks.map((one) => hearing.hear(one, signal));
  hearing.end();
  return Promise.all(heard);
}

const texts = (heard: readonly HeardChunk[]): readonly string[] =>
  heard.map(({ words }) => words.map(({ text }) => text).join(' '));

const findOut = (scout: Listener, listeners: readonly (readonly [string, Listener])[] = []): HearingPlan => ({
  kind: 'find-out',
  scout,
  listeners: new Map(listeners),
});

const ukrainian = (probability: number) => () => ({
  languages: { uk: probability, ru: 0.9 - probability, en: 0.1 },
});

const unsureOfRussian = (russian: number): Partial<Heard> => ({
  logProbability: 20 * Math.log(russian > 0.5 ? 0.25 : 0.9),
});

describe('a given language', () => {
  it('is asked for in every chunk, all at once', async () => {
    const whisper = makeListener('whisper', ['en', 'ru']);
    const heard = await hearAll({ kind: 'given', listener: whisper.listener, language: 'ru' }, [
      chunk(0.99),
      chunk(0.01),
    ]);
    expect(texts(heard)).toEqual(['whisper:ru', 'whisper:ru']);
    expect(heard.map(({ language }) => language)).toEqual(['ru', 'ru']);
    expect(whisper.mostAtOnce()).toBe(2);
  });

  it('is read off the letters when a listener is left to itself and does not tell', async () => {
    const parakeet = makeListener(
      'parakeet',
      ['de', 'en', 'ru'],
      (russian) => ({ words: [{ text: russian > 0.5 ? 'Добрый' : 'Hello', startSec: 0, endSec: 1 }] }),
      false,
    );
    const heard = await hearAll({ kind: 'given', listener: parakeet.listener, language: undefined }, [
      chunk(1),
      chunk(0),
    ]);
    expect(heard.map(({ language }) => language)).toEqual(['ru', 'de']);
  });
});

describe('a language that is to be found out by a listener that tells', () => {
  it('costs nothing when the first chunk is clear: each is heard once', async () => {
    const whisper = makeListener('whisper', ['en', 'ru']);
    const heard = await hearAll(
      findOut(whisper.listener),
      [0.98, 0.97, 0.9, 0.99].map((russian) => chunk(russian)),
    );
    expect(texts(heard)).toEqual(Array(4).fill('whisper:ru'));
    expect(whisper.asked).toEqual(['any', 'ru', 'ru', 'ru']);
    expect(whisper.mostAtOnce()).toBe(3);
  });

  it('waits for more while it is open, and hears again what was written in the other', async () => {
    const whisper = makeListener('whisper', ['en', 'ru']);
    const heard = await hearAll(
      findOut(whisper.listener),
      [0.4, 0.8, 0.99, 0.98].map((russian) => chunk(russian, 4)),
    );
    expect(texts(heard)).toEqual(Array(4).fill('whisper:ru'));
    expect(whisper.asked.filter((asked) => asked === 'any')).toHaveLength(MAX_SCOUTED_CHUNKS);
  });

  it('is decided at the end of a short recording, by whatever there is', async () => {
    const whisper = makeListener('whisper', ['en', 'ru']);
    const heard = await hearAll(findOut(whisper.listener), [chunk(0.6, 1)]);
    expect(heard[0]).toMatchObject({ language: 'ru', heardBy: 'whisper' });
    expect(await hearAll(findOut(whisper.listener), [])).toEqual([]);
  });

  it('does not take a moment of noise for a language: only what has words counts', async () => {
    const whisper = makeListener('whisper', ['en', 'ru'], (russian) =>
      russian === 0 ? { words: [], tokens: 1, logProbability: -1 } : {},
    );
    const heard = await hearAll(findOut(whisper.listener), [chunk(0, 5), chunk(0.9, 5), chunk(0.9)]);
    expect(heard.map(({ language }) => language).slice(1)).toEqual(['ru', 'ru']);
  });

  it('hands over to the listener for the language, which hears the first chunks too', async () => {
    const whisper = makeListener('whisper', ['en', 'ru']);
    const gigaam = makeListener('gigaam', ['ru']);
    const heard = await hearAll(
      findOut(whisper.listener, [['ru', gigaam.listener]]),
      [0.99, 0.99, 0.99].map((russian) => chunk(russian)),
    );
    expect(texts(heard)).toEqual(Array(3).fill('gigaam:ru'));
    expect(heard.every(({ heardBy }) => heardBy === 'gigaam')).toBe(true);
    expect(whisper.asked).toEqual(['any']);
  });

  it('writes a passage that is clearly in the other language in that, but not a word here and there', async () => {
    const whisper = makeListener('whisper', ['en', 'ru']);
    const heard = await hearAll(findOut(whisper.listener), [
      chunk(0.99),
      chunk(0.99),
      chunk(0.02),
      chunk(0.02, 1.5),
      chunk(0.2),
    ]);
    expect(texts(heard)).toEqual(['whisper:ru', 'whisper:ru', 'whisper:en', 'whisper:ru', 'whisper:ru']);
  });

  it('writes a passage in the other language although a neighbour of that is likely too', async () => {
    const whisper = makeListener('whisper', ['en', 'ru', 'uk'], (russian) =>
      russian === 1 ? { languages: { ru: 0.62, uk: 0.33, en: 0.02 } } : {},
    );
    const heard = await hearAll(findOut(whisper.listener), [chunk(0.01), chunk(0.01), chunk(1)]);
    expect(texts(heard)).toEqual(['whisper:en', 'whisper:en', 'whisper:ru']);
  });

  it('takes a language that cannot be counted only when it is clear: neighbours sound alike', async () => {
    const unsure = makeListener('whisper', ['en', 'ru', 'uk'], ukrainian(0.5));
    expect((await hearAll(findOut(unsure.listener), [chunk(1)]))[0]?.language).toBe('ru');
    const sure = makeListener('whisper', ['en', 'ru', 'uk'], ukrainian(0.85));
    expect((await hearAll(findOut(sure.listener), [chunk(1)]))[0]?.language).toBe('uk');
  });

  it('is not decided by music before the talk: each chunk is heard in its own until somebody speaks', async () => {
    const whisper = makeListener('whisper', ['en', 'ru'], (russian) =>
      russian < 0.5 ? { words: [], tokens: 0, logProbability: 0 } : {},
    );
    const heard = await hearAll(findOut(whisper.listener), [
      ...Array.from({ length: MAX_SCOUTED_CHUNKS }, () => chunk(0.1)),
      chunk(0.99),
    ]);
    expect(heard.at(-1)).toMatchObject({ language: 'ru', heardBy: 'whisper' });
    expect(texts(heard).at(-1)).toBe('whisper:ru');
  });

  it('is not one that can be counted when that is all but excluded', async () => {
    const french = makeListener('whisper', ['en', 'fr', 'ru'], () => ({
      languages: { fr: 0.7, de: 0.2, en: 0.05, ru: 0.01 },
    }));
    expect((await hearAll(findOut(french.listener), [chunk(0)]))[0]?.language).toBe('fr');
  });

  it('fails for all that wait when a chunk cannot be heard', async () => {
    const broken = makeListener('whisper', ['en', 'ru'], () => {
      throw new RangeError('no memory');
    });
    const hearing = createHearing(findOut(broken.listener));
    const heard = [chunk(0.9), chunk(0.9)].map((one) => hearing.hear(one, signal));
    const outcomes = await Promise.allSettled(heard);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

describe('a language that is to be found out by how sure a listener is', () => {
  it('goes to the one who knows the other', async () => {
    const moonshine = makeListener('moonshine', ['en'], unsureOfRussian);
    const gigaam = makeListener('gigaam', ['ru']);
    const plan: HearingPlan = {
      kind: 'find-out',
      scout: moonshine.listener,
      listeners: new Map([
        ['en', moonshine.listener],
        ['ru', gigaam.listener],
      ]),
    };
    const russian = await hearAll(plan, [chunk(1, 15), chunk(1, 15), chunk(1, 15)]);
    expect(texts(russian)).toEqual(Array(3).fill('gigaam:ru'));
    const english = await hearAll(plan, [chunk(0, 15), chunk(0, 15), chunk(0, 15)]);
    expect(texts(english)).toEqual(Array(3).fill('moonshine:en'));
  });

  it('stops listening after a minute of speech that it clearly does not know', async () => {
    const moonshine = makeListener('moonshine', ['en'], unsureOfRussian);
    const plan: HearingPlan = { kind: 'only', listener: moonshine.listener, language: 'en' };
    const hearing = createHearing(plan);
    const heard: HeardChunk[] = [];
    for (let index = 0; index < 8; index += 1) {
      heard.push(await hearing.hear(chunk(1, 15), signal));
    }
    expect(moonshine.asked).toHaveLength(4);
    expect(heard.filter(({ heardBy }) => heardBy === undefined)).toHaveLength(4);
  });

  it('listens to the end of a talk that it knows, whatever passage it does not', async () => {
    const moonshine = makeListener('moonshine', ['en'], unsureOfRussian);
    const plan: HearingPlan = { kind: 'only', listener: moonshine.listener, language: 'en' };
    const hearing = createHearing(plan);
    for (const russian of [0, 0, 0, 0, 1, 1, 1, 0]) {
      await hearing.hear(chunk(russian, 15), signal);
    }
    expect(moonshine.asked).toHaveLength(8);
  });
});
