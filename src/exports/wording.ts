/** Codes and measures in the words of one language. */
import type { Locale } from '../errors/index.ts';
import type { Advice, Band, Notice, ReasonCode, Unit } from '../report/index.ts';
import { formatClock } from './clock.ts';
import type { Numbers } from './numbers.ts';
import { createNumbers } from './numbers.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';
import type { Noun, Say, Texts } from './texts/texts.ts';

const TEXTS = { en, ru } as const satisfies Record<Locale, Texts>;

/** Puts the codes of reports into the words of one language. */
export interface Wording {
  readonly locale: Locale;
  readonly texts: Texts;
  readonly numbers: Numbers;
  /** One or two sentences. */
  readonly notice: (notice: Notice) => string;
  /** A part of a sentence, without capital or full stop. */
  readonly reason: (code: ReasonCode) => string;
  readonly advice: (advice: Advice) => { readonly title: string; readonly text: string };
  /** How a value stands to its band: "above 165". The ends are in `unit`. */
  readonly verdict: (band: Band, unit: Unit) => string;
}

/** See {@link Wording}. */
export function createWording(locale: Locale): Wording {
  const texts = TEXTS[locale];
  const numbers = createNumbers(locale, texts);
  return Object.freeze({
    locale,
    texts,
    numbers,
    notice: (notice: Notice) => texts.notices[notice.code](createSay(notice.params, numbers)),
    reason: (code: ReasonCode) => texts.reasons[code],
    advice(advice: Advice) {
      const { title, text } = texts.advice[advice.code];
      return { title, text: text(createSay(advice.params, numbers)) };
    },
    verdict: (band: Band, unit: Unit) => verdict(band, unit, texts, numbers),
  });
}

/** Parameters come from a stored report: one that is not there, or of another type, is never a failure. */
function createSay(params: Readonly<Record<string, string | number>>, numbers: Numbers): Say<string> {
  const write = (name: string, format: (value: number) => string) => {
    const value = params[name];
    return typeof value === 'number' ? format(value) : (value ?? '?');
  };
  return {
    text: (name) => write(name, numbers.number),
    number: (name) => write(name, numbers.number),
    duration: (name) => write(name, numbers.duration),
    clock: (name) => write(name, formatClock),
    kilohertz: (name) => write(name, numbers.kilohertz),
    counted: (name, noun: Noun) => write(name, (value) => numbers.counted(value, noun)),
    pace: (name, unit, limitName) => {
      const limit = limitName === undefined ? undefined : params[limitName];
      return write(name, (value) =>
        numbers.withUnit(value, unit, typeof limit === 'number' ? { limit } : {}),
      );
    },
    isOne: (name) => params[name] === 1,
    isNone: (name) => params[name] === 0,
    languages: (name) =>
      write(name, numbers.number)
        .split(',')
        .map((code) => numbers.language(code.trim()))
        .join(', '),
  };
}

function verdict(
  { min, max, verdict: side, grade }: Band,
  unit: Unit,
  texts: Texts,
  numbers: Numbers,
): string {
  const verdicts = grade === 'own' ? texts.ownVerdicts : texts.verdicts;
  switch (side) {
    case 'above':
      return max === undefined ? verdicts.aboveUnknown : verdicts.above(numbers.withoutUnit(max, unit));
    case 'below':
      return min === undefined ? verdicts.belowUnknown : verdicts.below(numbers.withoutUnit(min, unit));
    case 'inside':
      if (min !== undefined && max !== undefined) {
        return verdicts.inside(numbers.range(min, max, unit));
      }
      if (min !== undefined) {
        return verdicts.insideFrom(numbers.withoutUnit(min, unit));
      }
      return max === undefined ? verdicts.insideUnknown : verdicts.insideUpTo(numbers.withoutUnit(max, unit));
    default:
      return side satisfies never;
  }
}
