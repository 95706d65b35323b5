import { describe, expect, it } from 'vitest';
import type { Locale } from '../errors/index.ts';
import type { Unit } from '../report/index.ts';
import { unit as unitSchema } from '../report/index.ts';
import type { Beside } from './numbers.ts';
import type { Noun } from './texts/texts.ts';
import { createWording } from './wording.ts';

function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}

/** Written with plain spaces here, so that the tables can be read. */
function numbersOf(locale: Locale) {
  const { numbers } = createWording(locale);
  return {
    duration: (sec: number) => plain(numbers.duration(sec)),
    counted: (value: number, noun: Noun) => plain(numbers.counted(value, noun)),
    withUnit: (value: number, unit: Unit, beside?: Beside) => plain(numbers.withUnit(value, unit, beside)),
    range: (from: number, to: number, unit: Unit) => plain(numbers.range(from, to, unit)),
  };
}

describe('durations', () => {
  it.each([
    [0, '0 s'],
    [0.254, '0.25 s'],
    [0.996, '1 s'],
    [3.24, '3.2 s'],
    [59.94, '59.9 s'],
    [59.96, '1 min'],
    [104.47, '1 min 44 s'],
    [3600, '1 h'],
    [3723.4, '1 h 2 min 3 s'],
  ])('%s s is %s', (sec, text) => {
    expect(numbersOf('en').duration(sec)).toBe(text);
  });

  it('are written in Russian with a decimal comma', () => {
    expect(numbersOf('ru').duration(3.24)).toBe('3,2 с');
    expect(numbersOf('ru').duration(3723)).toBe('1 ч 2 мин 3 с');
  });
});

describe('counted things', () => {
  it.each([
    [1, '1 пауза'],
    [2, '2 паузы'],
    [5, '5 пауз'],
    [11, '11 пауз'],
    [21, '21 пауза'],
    [104, '104 паузы'],
    [1.5, '1,5 паузы'],
    [4.96, '5 пауз'],
  ])('%s pauses in Russian: %s', (value, text) => {
    expect(numbersOf('ru').counted(value, 'pause')).toBe(text);
  });

  it.each([
    [1, '1 слово-паразит'],
    [3, '3 слова-паразита'],
    [7, '7 слов-паразитов'],
    [4.2, '4,2 слова-паразита'],
  ])('%s filler words in Russian: %s', (value, text) => {
    expect(numbersOf('ru').counted(value, 'filler')).toBe(text);
  });

  it.each([
    [1, '1 pause'],
    [0, '0 pauses'],
    [1.2, '1.2 pauses'],
  ])('%s pauses in English: %s', (value, text) => {
    expect(numbersOf('en').counted(value, 'pause')).toBe(text);
  });
});

describe('values with their units', () => {
  it('are complete in both languages', () => {
    const values = { en: numbersOf('en'), ru: numbersOf('ru') };
    const table = unitSchema.options.map((unit) => [
      unit,
      values.en.withUnit(141.02, unit),
      values.ru.withUnit(141.02, unit),
      values.ru.withUnit(4, unit),
    ]);
    expect(table).toMatchInlineSnapshot(`
      [
        [
          "s",
          "2 min 21 s",
          "2 мин 21 с",
          "4 с",
        ],
        [
          "ratio",
          "14,102%",
          "14 102 %",
          "400 %",
        ],
        [
          "count",
          "141",
          "141",
          "4",
        ],
        [
          "words/min",
          "141 words per minute",
          "141 слово в минуту",
          "4 слова в минуту",
        ],
        [
          "syllables/min",
          "141 syllables per minute",
          "141 слог в минуту",
          "4 слога в минуту",
        ],
        [
          "syllables/s",
          "141.0 syllables per second",
          "141,0 слога в секунду",
          "4,0 слога в секунду",
        ],
        [
          "words",
          "141 words",
          "141 слово",
          "4 слова",
        ],
        [
          "syllables",
          "141 syllables",
          "141 слог",
          "4 слога",
        ],
        [
          "per-min",
          "141.0 per minute",
          "141,0 в минуту",
          "4,0 в минуту",
        ],
        [
          "per-100-words",
          "141.0 per 100 words",
          "141,0 на 100 слов",
          "4,0 на 100 слов",
        ],
        [
          "points",
          "141 points",
          "141 балл",
          "4 балла",
        ],
        [
          "st",
          "141.0 semitones",
          "141,0 полутона",
          "4,0 полутона",
        ],
        [
          "dB",
          "141 dB",
          "141 дБ",
          "4 дБ",
        ],
        [
          "Hz",
          "141 Hz",
          "141 Гц",
          "4 Гц",
        ],
      ]
    `);
  });

  it.each([
    [165.2, 'words/min', 165, '165.2 words per minute'],
    [182.4, 'words/min', 165, '182 words per minute'],
    [165, 'words/min', 165, '165 words per minute'],
    [0.204, 'ratio', 0.2, '20.4%'],
    [2.52, 's', 2.5, '2.52 s'],
    [5.04, 'per-min', 5, '5.04 per minute'],
  ] as const)('%s %s does not read like its limit %s', (value, unit, limit, text) => {
    expect(numbersOf('en').withUnit(value, unit, { limit })).toBe(text);
  });

  it('do not repeat a unit that the title has said', () => {
    expect(numbersOf('en').withUnit(18.6, 'per-min', { title: 'Pauses per minute' })).toBe('18.6');
    expect(numbersOf('ru').withUnit(8.5, 'per-100-words', { title: 'Слов-паразитов на 100 слов' })).toBe(
      '8,5',
    );
    expect(numbersOf('ru').withUnit(71, 'words', { title: 'Слова' })).toBe('71');
    expect(numbersOf('ru').withUnit(250, 'words', { title: 'Слова' })).toBe('250');
    expect(numbersOf('en').withUnit(1, 'words', { title: 'Words' })).toBe('1');
    expect(numbersOf('ru').withUnit(15, 'words', { title: 'Длинные фразы' })).toBe('15 слов');
  });

  it('show small shares with a decimal', () => {
    expect(numbersOf('en').withUnit(0.0234, 'ratio')).toBe('2.3%');
    expect(numbersOf('ru').withUnit(0.34, 'ratio')).toBe('34 %');
  });

  it('keep a number and its unit on one line', () => {
    expect(createWording('en').numbers.withUnit(148, 'words/min')).toBe(
      '148\u00A0words\u00A0per\u00A0minute',
    );
  });
});

describe('ranges', () => {
  it.each([
    [120, 165, 'words/min', '120–165', '120–165'],
    [0.12, 0.3, 'ratio', '12–30%', '12–30 %'],
    [1.5, 2.5, 's', '1.5–2.5 s', '1,5–2,5 с'],
    [50, 64, 's', '50 s–1 min 4 s', '50 с–1 мин 4 с'],
    [1200, 1400, 'count', '1,200–1,400', '1 200–1 400'],
  ] as const)('%s to %s %s', (from, to, unit, english, russian) => {
    expect(numbersOf('en').range(from, to, unit)).toBe(english);
    expect(numbersOf('ru').range(from, to, unit)).toBe(russian);
  });
});

describe('languages', () => {
  it('have their names', () => {
    expect(createWording('en').numbers.language('ru')).toBe('Russian');
    expect(createWording('ru').numbers.language('en')).toBe('английский');
  });

  it('stay codes when they are none', () => {
    expect(createWording('en').numbers.language('not a code')).toBe('not a code');
    expect(createWording('en').numbers.language('')).toBe('');
  });
});
