import { describe, expect, it } from 'vitest';
import { METRICS, metricById } from '../analysis/index.ts';
import type { Locale } from '../errors/index.ts';
import type { AdviceCode, Band, NoticeCode } from '../report/index.ts';
import { ADVICE_CODES, NOTICE_CODES, REASON_CODES } from '../report/index.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';
import type { AdviceParams, NoticeParams } from './texts/texts.ts';
import { createWording } from './wording.ts';

const LOCALES = ['en', 'ru'] as const satisfies readonly Locale[];

const NOTICE_SAMPLES: { readonly [C in NoticeCode]: Readonly<Record<NoticeParams[C], string | number>> } = {
  'recording-cut': { expectedSec: 104.4, decodedSec: 52.1 },
  'recording-damaged': {},
  'no-speech': {},
  'dead-channel': { channel: 2 },
  'narrow-band': { sampleRateHz: 8000 },
  clipped: { percent: 2.34 },
  noisy: { snrDb: 12 },
  hum: { mainsHz: 50, underVoiceDb: 28 },
  muffled: { bandwidthHz: 3250 },
  'very-quiet': { levelDbfs: -48.2 },
  'language-not-supported': { known: 'en,ru' },
  'language-not-counted': { language: 'de' },
  'language-mixed': { language: 'ru', other: 'en', percent: 12 },
  'language-doubtful': { language: 'en' },
  'very-short': { speechSec: 6.24 },
};

const ADVICE_SAMPLES: { readonly [C in AdviceCode]: Readonly<Record<AdviceParams[C], string | number>> } = {
  'slow-down': { syllablesPerSec: 5.12, maxSyllablesPerSec: 4.1, wordsPerMinute: 225, max: 180 },
  'speed-up': { syllablesPerSec: 2.05, minSyllablesPerSec: 2.8, wordsPerMinute: 92, min: 123 },
  'cut-not-rush': { percent: 23 },
  'open-slower': { percent: 31, openingSec: 60 },
  'plan-phrases': { perMinute: 5.58, percent: 38, longCount: 4 },
  'over-time': { talkSec: 460, maxSec: 420, overSec: 40 },
  'under-time': { talkSec: 240, minSec: 300, leftSec: 60 },
  'drop-fillers': { perMinute: 5.2, per100Words: 3.1, top: 'like', topCount: 7 },
  'shorten-pauses': { count: 2, longestSec: 4.21 },
  'pause-more': { perMinute: 2.1 },
  'split-phrases': { count: 3, words: 41 },
};

function bandOf(rest: Pick<Band, 'verdict'> & Partial<Band>): Band {
  return { grade: 'B', source: 'practice', ...rest };
}

/** A finished text: every place filled, in the letters of its language. */
function expectFinished(text: string, locale: Locale): void {
  expect(text).not.toMatch(/\?|undefined|NaN|\[object|[{}]/u);
  expect(text).toMatch(locale === 'ru' ? /\p{Script=Cyrillic}/u : /^[^\p{Script=Cyrillic}]+$/u);
}

function adviceOf(code: AdviceCode, params: Readonly<Record<string, string | number>>) {
  return { code, params, metric: 'speech-rate-words', evidence: [] };
}

describe.each(LOCALES)('texts in %s', (locale) => {
  it.each(NOTICE_CODES)('say the notice %s', (code) => {
    const text = createWording(locale).notice({ code, params: NOTICE_SAMPLES[code] });
    expectFinished(text, locale);
    expect(text).toMatch(/\.$/u);
  });

  it.each(ADVICE_CODES)('say the advice %s', (code) => {
    const { title, text } = createWording(locale).advice(adviceOf(code, ADVICE_SAMPLES[code]));
    expectFinished(title, locale);
    expect(title).not.toMatch(/\.$/u);
    expectFinished(text, locale);
    expect(text).toMatch(/\.$/u);
  });

  it.each(REASON_CODES)('say the reason %s as a part of a sentence', (code) => {
    const text = createWording(locale).reason(code);
    expectFinished(text, locale);
    expect(text).toMatch(/^\p{Ll}.*[^.]$/u);
  });

  it.each(METRICS.map((metric) => metric.id))('name the metric %s', (id) => {
    expectFinished(metricById(id)?.[locale].title ?? '?', locale);
    expect(metricById(id)?.[locale].definition).toMatch(/\.$/u);
  });
});

describe('texts', () => {
  it('show every parameter that they are given in the way of their language', () => {
    const seen = LOCALES.map((locale) => [
      ...NOTICE_CODES.map((code) => createWording(locale).notice({ code, params: NOTICE_SAMPLES[code] })),
      ...ADVICE_CODES.map((code) => createWording(locale).advice(adviceOf(code, ADVICE_SAMPLES[code])).text),
    ]).map((lines) => lines.map((line) => line.replaceAll('\u00A0', ' ')));
    expect(seen[0]).toMatchInlineSnapshot(`
      [
        "The recording is cut off: 0:52 of 1:44 can be read. That part was analysed.",
        "The recording has damaged places. They were skipped.",
        "Nobody speaks in this recording.",
        "Channel 2 is silent. The other one was used.",
        "Telephone sound (8 kHz): nothing above 4 kHz was recorded, so more words may be misheard.",
        "The sound is clipped in 2.3% of the speech. Turn the recording level down next time.",
        "There is much noise behind the voice (12 dB under it). Move closer to the microphone next time, and away from fans and windows.",
        "Mains hum (50 Hz) is heard 28 dB under the voice. Keep cables and the microphone away from power supplies next time.",
        "The sound is muffled: little of the voice is left above 3.3 kHz. Do not cover the microphone next time, and do not record through a phone or headset connection.",
        "The recording is very quiet: its loudest moment is at −48.2 dBFS. Move closer to the microphone next time.",
        "The speech is not in a language that an installed model knows (English, Russian). Nothing was counted from words; pauses were measured. If it is one of these after all, name it: --language (en,ru). If it is Russian, install a model: speech-coach models pull ru.",
        "The language of the speech is German. It was transcribed, but words are counted only in Russian and English; pauses were measured.",
        "12% of the speech is in another language (English). Words were counted by the rules of the main one (Russian).",
        "Little of the language that was asked for (English) is heard. Numbers counted from words may be wrong.",
        "Only 6.2 s of speech: too little to judge a pace by.",
        "You speak at 5.1 syllables per second (225 words per minute). Up to 4.1 syllables is comfortable to follow: in words like yours, about 180 words per minute.",
        "You speak at 2.1 syllables per second (92 words per minute). Talks usually run at 2.8 syllables or more: in words like yours, about 123 words per minute.",
        "The last third of your talk is 23% faster than the first. If time is short, leave a point out.",
        "At the start (1 min) you speak 31% faster than is usual for you. Breathe in before your first words, and begin slower than feels natural.",
        "You use 5.2 filler words per minute, most often “like” (7 times). A short silence does the same work.",
        "2 long pauses; the longest lasts 4.2 s. Know the first words of your next thought before you finish this one.",
        "You make 2.1 pauses per minute. Stop for a breath after each thought: listeners need it to follow.",
        "You stop inside a phrase 5.6 times per minute (38% of your pauses, 4 of them long). Pause after the phrase instead.",
        "The talk lasts 7 min 40 s; your plan allows 7 min. Cut 40 s: a point or an example.",
        "The talk lasts 4 min; your plan asks for 5 min or more. You have 1 min left for an example, or for longer pauses.",
        "3 long phrases; the longest has 41 words. One thought, one phrase, then a pause.",
      ]
    `);
    expect(seen[1]).toMatchInlineSnapshot(`
      [
        "Запись оборвана: читается 0:52 из 1:44. Проанализирована эта часть.",
        "В записи есть повреждённые места. Они пропущены.",
        "В записи никто не говорит.",
        "В канале 2 тишина. Взят звук другого канала.",
        "Звук телефонного качества (8 кГц): выше 4 кГц ничего не записано, ошибок в словах может быть больше.",
        "Звук перегружен: искажено 2,3 % речи. В следующий раз убавьте уровень записи.",
        "За голосом слышен сильный шум: он тише голоса всего на 12 дБ. В следующий раз держитесь ближе к микрофону и подальше от вентиляторов и окон.",
        "Слышен гул электросети (50 Гц), он тише голоса на 28 дБ. В следующий раз держите микрофон и провода подальше от блоков питания.",
        "Звук глухой: выше 3,3 кГц от голоса почти ничего не осталось. В следующий раз не закрывайте микрофон и не записывайте через телефонную связь или гарнитуру.",
        "Запись очень тихая: даже самое громкое место — −48,2 dBFS. В следующий раз держитесь ближе к микрофону.",
        "Этого языка установленные модели не знают (знают: английский, русский). По словам ничего не посчитано, паузы измерены. Если язык всё же из известных, укажите его: --language (en,ru). Если это русский, установите модель: speech-coach models pull ru.",
        "Язык речи — немецкий. Расшифровка есть, но слова считаются только в русской и английской речи; паузы измерены.",
        "Часть речи (12 %) — на другом языке (английский). Слова посчитаны по правилам основного языка (русский).",
        "Указанный язык (английский) в записи почти не слышен. Всё, что посчитано по словам, может быть неверно.",
        "Речи всего 6,2 с: судить по ней о темпе рано.",
        "Ваш темп — 5,1 слога в секунду (225 слов в минуту). Слушать удобно, пока он не выше 4,1 слога: с вашими словами это примерно 180 слов в минуту.",
        "Ваш темп — 2,1 слога в секунду (92 слова в минуту). Обычный темп выступления — от 2,8 слога: с вашими словами это примерно 123 слова в минуту.",
        "Последняя треть выступления быстрее первой на 23 %. Если времени мало, лучше опустить один из пунктов.",
        "В начале (1 мин) вы говорите на 31 % быстрее, чем обычно. Перед первыми словами вдохните и начните медленнее, чем хочется.",
        "5,2 слова-паразита в минуту, чаще всего «like» (7 раз). Короткая пауза звучит лучше.",
        "2 долгие паузы, самая длинная — 4,2 с. Заканчивая мысль, уже знайте, с каких слов начнёте следующую.",
        "У вас 2,1 паузы в минуту. Останавливайтесь после каждой мысли: слушателям нужно время, чтобы её понять.",
        "Посреди фразы вы останавливаетесь 5,6 раза в минуту (38 % всех пауз, из них долгих — 4). Делайте паузу после фразы.",
        "Выступление длится 7 мин 40 с, а по плану — не больше 7 мин. Уберите 40 с: один из пунктов или примеров.",
        "Выступление длится 4 мин, а по плану — не меньше 5 мин. В запасе 1 мин: хватит на пример или на более долгие паузы.",
        "3 длинные фразы, в самой длинной — 41 слово. Одна мысль — одна фраза, затем пауза.",
      ]
    `);
  });

  it('speak of one as of one', () => {
    const one = adviceOf('split-phrases', { count: 1, words: 41 });
    expect(createWording('en').advice(one).text).toMatch(/^One phrase has 41\swords\./u);
    expect(createWording('ru').advice(one).text).toMatch(/^В одной фразе 41\sслово\./u);
  });

  it('leave out what there is none of', () => {
    const none = adviceOf('plan-phrases', { perMinute: 5, percent: 38, longCount: 0 });
    expect(createWording('en').advice(none).text).toContain('(38% of your pauses).');
    expect(createWording('ru').advice(none).text).toContain('(38 % всех пауз).');
  });

  it('show a question mark for a parameter that an old report lacks', () => {
    expect(createWording('en').notice({ code: 'dead-channel', params: {} })).toContain('Channel ? is silent');
  });

  it('have all four Russian plural forms for every noun', () => {
    for (const forms of Object.values(ru.nouns)) {
      expect(Object.keys(forms).toSorted()).toEqual(['few', 'many', 'one', 'other']);
    }
  });

  it('differ between the languages in every plain text', () => {
    for (const group of ['reasons', 'headings', 'columns', 'grades', 'lessSure', 'shortUnits'] as const) {
      const english: Readonly<Record<string, string>> = en[group];
      const russian: Readonly<Record<string, string>> = ru[group];
      for (const [key, text] of Object.entries(english)) {
        expect(russian[key], `${group}.${key}`).not.toBe(text);
      }
    }
  });
});

describe('verdicts', () => {
  it.each([
    [{ verdict: 'above', max: 165 }, 'above 165', 'выше нормы (до 165)'],
    [{ verdict: 'below', min: 110, max: 165 }, 'below 110', 'ниже нормы (от 110)'],
    [{ verdict: 'inside', min: 110, max: 165 }, 'in range (110–165)', 'в норме (110–165)'],
    [{ verdict: 'inside', max: 165 }, 'in range (up to 165)', 'в норме (до 165)'],
    [{ verdict: 'inside', min: 110 }, 'in range (110 or more)', 'в норме (от 110)'],
    [{ verdict: 'above' }, 'above the usual range', 'выше нормы'],
  ] as const)('%j is “%s”', (rest, english, russian) => {
    expect(createWording('en').verdict(bandOf(rest), 'words/min')).toBe(english);
    expect(createWording('ru').verdict(bandOf(rest), 'words/min')).toBe(russian);
  });

  it('write the ends of a band in its unit', () => {
    expect(createWording('ru').verdict(bandOf({ verdict: 'above', max: 2.5 }), 's')).toBe(
      'выше нормы (до 2,5\u00A0с)',
    );
    expect(createWording('en').verdict(bandOf({ verdict: 'above', max: 0.3 }), 'ratio')).toBe('above 30%');
  });

  it('against limits of the owner speak of these, not of what is usual', () => {
    const plan = bandOf({ verdict: 'below', min: 300, max: 420, grade: 'own' });
    expect(createWording('en').verdict(plan, 's')).toBe('under your 5\u00A0min');
    expect(createWording('ru').verdict(plan, 's')).toBe('меньше заданного (от 5\u00A0мин)');
  });
});
