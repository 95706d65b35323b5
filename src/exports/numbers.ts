/** Numbers, lengths and counted things as one language writes them. */
import type { Locale } from '../errors/index.ts';
import type { Unit } from '../report/index.ts';
import type { Noun, PluralForms, Texts } from './texts/texts.ts';

/** Keeps a number and its unit on one line. */
const NO_BREAK_SPACE = '\u00A0';

interface Decimals {
  readonly minimumFractionDigits: number;
  readonly maximumFractionDigits: number;
}

const WHOLE = { minimumFractionDigits: 0, maximumFractionDigits: 0 } as const satisfies Decimals;
const UP_TO_ONE_DECIMAL = { minimumFractionDigits: 0, maximumFractionDigits: 1 } as const satisfies Decimals;
const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const satisfies Decimals;

/** How many decimals a unit is written with: fixed for rates, which stand below each other. */
const DECIMALS = {
  count: WHOLE,
  'words/min': WHOLE,
  'syllables/min': WHOLE,
  'syllables/s': ONE_DECIMAL,
  words: UP_TO_ONE_DECIMAL,
  syllables: UP_TO_ONE_DECIMAL,
  'per-min': ONE_DECIMAL,
  'per-100-words': ONE_DECIMAL,
  points: WHOLE,
  st: ONE_DECIMAL,
  dB: UP_TO_ONE_DECIMAL,
  Hz: WHOLE,
} as const satisfies Record<Exclude<Unit, 's' | 'ratio'>, Decimals>;

/** What a value is read together with. */
export interface Beside {
  /** What it lies above or below: it gets more decimals where it would else read like that. */
  readonly limit?: number | undefined;
  /** A title before it: a unit that ends the title, in the singular or plural, is not said again. */
  readonly title?: string;
}

/** Writes numbers in one language. */
export interface Numbers {
  /** With at most one decimal: "3.2", "3,2", "−48". */
  readonly number: (value: number) => string;
  /** "0.62 s", "3.2 s", "1 min 44 s", "1 h 2 min 3 s". */
  readonly duration: (sec: number) => string;
  /** "8 kHz" for 8000. */
  readonly kilohertz: (hertz: number) => string;
  /** "5.2 syll/s", for a column of its own. */
  readonly shortPace: (syllablesPerSec: number) => string;
  /** "5 pauses", by the plural rules of the language; at most one decimal. */
  readonly counted: (value: number, noun: Noun) => string;
  /** A value with its unit: "148 words per minute", "34%", "1 min 44 s". */
  readonly withUnit: (value: number, unit: Unit, beside?: Beside) => string;
  /** The same without the unit's name where the reader knows it from beside: "165", "34%". */
  readonly withoutUnit: (value: number, unit: Unit) => string;
  /** From one value to another, without the unit's name: "120–165", "12–30%", "1.5–2.5 s". */
  readonly range: (from: number, to: number, unit: Unit) => string;
  /** The name of a language: "English" for "en"; a code that is not one stays as it is. */
  readonly language: (code: string) => string;
}

/** See {@link Numbers}. */
export function createNumbers(locale: Locale, texts: Texts): Numbers {
  const formats = new Map<string, Intl.NumberFormat>();
  const languageNames = new Intl.DisplayNames(locale, { type: 'language' });

  function write(value: number, options: Intl.NumberFormatOptions): string {
    const key = Object.values(options).join(' ');
    let format = formats.get(key);
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, { ...options, signDisplay: 'negative' });
      formats.set(key, format);
    }
    return format.format(value).replace('-', '−');
  }

  function nameOf(value: number, decimals: Decimals, forms: PluralForms): string {
    // The rules get the decimals too: "1.0" is not "1" to every language.
    const rule = new Intl.PluralRules(locale, decimals).select(value);
    return forms[rule] ?? forms.other;
  }

  function number(value: number): string {
    return write(value, UP_TO_ONE_DECIMAL);
  }

  function duration(sec: number, moreDecimals = 0): string {
    const { hour, minute, second } = texts.shortUnits;
    if (Math.round(sec * 10) < 600) {
      const maximumFractionDigits = (Math.round(sec * 100) < 100 ? 2 : 1) + moreDecimals;
      return `${write(sec, { minimumFractionDigits: 0, maximumFractionDigits })}${NO_BREAK_SPACE}${second}`;
    }
    const total = Math.round(sec);
    const parts: readonly (readonly [number, string])[] = [
      [Math.floor(total / 3600), hour],
      [Math.floor(total / 60) % 60, minute],
      [total % 60, second],
    ];
    return parts
      .filter(([value]) => value > 0)
      .flatMap(([value, unit]) => [String(value), unit])
      .join(NO_BREAK_SPACE);
  }

  function percent(ratio: number, moreDecimals = 0): string {
    const maximumFractionDigits = (Math.abs(ratio) < 0.0995 ? 1 : 0) + moreDecimals;
    return write(ratio, { style: 'percent', maximumFractionDigits });
  }

  function withoutUnit(value: number, unit: Unit): string {
    if (unit === 's') {
      return duration(value);
    }
    return unit === 'ratio' ? percent(value) : write(value, { ...DECIMALS[unit], minimumFractionDigits: 0 });
  }

  function withUnit(value: number, unit: Unit, { limit = value, title = '' }: Beside = {}): string {
    const readsLikeLimit = value !== limit && withoutUnit(value, unit) === withoutUnit(limit, unit);
    const moreDecimals = readsLikeLimit ? 2 : 0;
    if (unit === 's') {
      return duration(value, moreDecimals);
    }
    if (unit === 'ratio') {
      return percent(value, moreDecimals);
    }
    const { minimumFractionDigits, maximumFractionDigits } = DECIMALS[unit];
    const decimals = {
      minimumFractionDigits,
      maximumFractionDigits: maximumFractionDigits + moreDecimals,
    };
    const written = write(value, decimals);
    if (unit === 'count') {
      return written;
    }
    const forms = texts.units[unit];
    const heading = title.toLowerCase();
    // In whatever form: a title counts many where the number may be one.
    const isSaid = Object.values(forms).some((form) => heading.endsWith(form));
    return join(written, isSaid ? '' : nameOf(value, decimals, forms));
  }

  function range(from: number, to: number, unit: Unit): string {
    const [low, high] = [withoutUnit(from, unit), withoutUnit(to, unit)];
    // "1.5 s–2.5 s" says its unit twice; "50 s–1 min 4 s" needs both.
    const lowEnd = /\d(\D*)$/u.exec(low)?.[1] ?? '';
    const isSimple = /^\D?[\d.,]+\D*$/u.test(high) && high.endsWith(lowEnd);
    return `${isSimple ? low.slice(0, low.length - lowEnd.length) : low}–${high}`;
  }

  return Object.freeze({
    number,
    duration: (sec: number) => duration(sec),
    kilohertz: (hertz: number) => `${number(hertz / 1000)}${NO_BREAK_SPACE}${texts.shortUnits.kilohertz}`,
    shortPace: (syllablesPerSec: number) =>
      join(write(syllablesPerSec, ONE_DECIMAL), texts.shortUnits.syllablesPerSec),
    counted: (value: number, noun: Noun) =>
      join(number(value), nameOf(value, UP_TO_ONE_DECIMAL, texts.nouns[noun])),
    withUnit,
    withoutUnit,
    range,
    language: (code: string) => (/^[a-z]{2,3}$/.test(code) ? (languageNames.of(code) ?? code) : code),
  });
}

function join(number: string, name: string): string {
  return (name === '' ? number : `${number} ${name}`).replaceAll(' ', NO_BREAK_SPACE);
}
