/** Numerals as they are said: money, percent, times, dates, ordinals, compounds, fractions, ranges, units. */
import type { Amount } from './amount.ts';
import { amountWords, integerWords, readAmount } from './amount.ts';
import { cardinalWords, compoundPrefix, digitWords, obliqueWords, ordinalWords } from './number-words.ts';
import { unitAfter } from './units.ts';

const MONTHS = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

const NUMBER = String.raw`\d+(?:[.,]\d+)*(?:\s\d{3})*(?:,\d+)?`;
/** Telephone numbers are said three, three, two, two, with the code of the country before. */
const TELEPHONE = /^(\d?)(\d{3})(\d{3})(\d{2})(\d{2})$/;
/** Nothing that is counted is printed with more bare digits: it is a code. */
const CODE = /^\d{10,}$/;
const MONEY = new RegExp(String.raw`^([$€£¥₽])(${NUMBER})\s?([a-zа-я]*)\.?$`, 'iu');
const NUMBER_WITH_UNIT = new RegExp(String.raw`^(${NUMBER})\s?([^\d\s.,:-]+?)\.?$`, 'u');
const TIME_OF_DAY = /^([01]?\d|2[0-3]):([0-5]\d)$/;
const DATE = /^(0?[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.((?:19|20)\d\d)$/;
const YEAR = /^((?:1\d|20)\d\d)\s?г$/u;
const WITH_LETTERS = /^(\d{1,9})(-?)([а-яё]+)$/u;
const FRACTION = /^(\d{1,3})\/(\d{1,3})$/;
const RANGE = /^(\d[\d.,:]*)[-–—](\d.*)$/;

/** Longer endings behind a hyphen make a compound: 5-этажный is one word, 5-ый is an ordinal. */
const MIN_COMPOUND_LETTERS = 4;
/** 2-х, 5-ти, 8-ми: cardinals, not ordinals. */
const OBLIQUE_ENDING = /^(?:ти|и|ух|ех|рех|ёх|мя)$/;
const HAS_OBLIQUE_X = new Set([2, 3, 4]);
/** 7-ми, 8-ми are семи, восьми. */
const HAS_OBLIQUE_MI = new Set([7, 8]);

/**
 * The words of a numeral such as `84 000`, `20%`, `$5`, `2,5`, `10:30`, `5-го`, `12.04.1961`, `25-летний`, `5–7`, `10км`.
 *
 * @param text letters, digits and signs, without punctuation around them; holds a digit
 * @returns undefined when it is of no form known here
 */
export function numeralWords(text: string): readonly string[] | undefined {
  return (
    plainWords(text) ??
    moneyWords(text) ??
    timeWords(text) ??
    dateWords(text) ??
    unitWords(text) ??
    letteredWords(text) ??
    fractionWords(text) ??
    rangeWords(text)
  );
}

function plainWords(text: string): readonly string[] | undefined {
  // The second word of a printed "40 000".
  if (text === '000') {
    return ['тысяч'];
  }
  const telephone = TELEPHONE.exec(text)?.slice(1);
  if (telephone !== undefined) {
    return telephone.flatMap((group) => (group === '' ? [] : integerWords(group)));
  }
  if (CODE.test(text)) {
    return digitWords(text);
  }
  const amount = readAmount(text);
  return amount === undefined ? undefined : amountWords(amount);
}

/** $5 пять долларов; $5 млн, where the recogniser printed no blank, пять миллионов долларов. */
function moneyWords(text: string): readonly string[] | undefined {
  const [, sign = '', digits = '', magnitude = ''] = MONEY.exec(text) ?? [];
  const amount = readAmount(digits);
  if (amount === undefined) {
    return undefined;
  }
  if (magnitude === '') {
    return withUnit(amount, sign);
  }
  const counted = withUnit(amount, magnitude);
  const money = unitAfter({ whole: '5', decimals: '' }, sign);
  return counted === undefined || money === undefined ? undefined : [...counted, ...money.words];
}

/** 10:30 десять тридцать, 9:05 девять ноль пять, 10:00 десять ноль ноль. */
function timeWords(text: string): readonly string[] | undefined {
  const [, hour, minutes] = TIME_OF_DAY.exec(text) ?? [];
  return hour === undefined || minutes === undefined
    ? undefined
    : [...cardinalWords(Number(hour)), ...integerWords(minutes)];
}

/** 12.04.1961 двенадцатое апреля тысяча девятьсот шестьдесят первого года; 1961г тысяча … первый год. */
function dateWords(text: string): readonly string[] | undefined {
  const bareYear = YEAR.exec(text)?.[1];
  if (bareYear !== undefined) {
    return [...(ordinalWords(Number(bareYear), 'й') ?? []), 'год'];
  }
  const [, day, month, year] = DATE.exec(text) ?? [];
  const [named, numbered] = [ordinalWords(Number(day), 'е'), ordinalWords(Number(year), 'го')];
  return named === undefined || numbered === undefined || month === undefined
    ? undefined
    : [...named, MONTHS[Number(month) - 1] ?? '', ...numbered, 'года'];
}

function unitWords(text: string): readonly string[] | undefined {
  const [, digits = '', unit = ''] = NUMBER_WITH_UNIT.exec(text) ?? [];
  const amount = readAmount(digits);
  return amount === undefined ? undefined : withUnit(amount, unit);
}

/** 5-й пятый, 5-ти пяти, 2-х двух, 90-х девяностых, 5-этажный пятиэтажный. */
function letteredWords(text: string): readonly string[] | undefined {
  const [, digits, hyphen, printed = ''] = WITH_LETTERS.exec(text.toLowerCase()) ?? [];
  if (digits === undefined) {
    return undefined;
  }
  const [value, letters] = [Number(digits), printed.replaceAll('ё', 'е')];
  const isOblique =
    OBLIQUE_ENDING.test(letters) ||
    (letters === 'х' && HAS_OBLIQUE_X.has(value % 10)) ||
    (letters === 'ми' && HAS_OBLIQUE_MI.has(value % 10));
  if (isOblique) {
    return value < 1000 ? obliqueWords(value) : cardinalWords(value);
  }
  // 90-е are years, 5-е a place.
  const isDecade = letters === 'е' && value >= 20 && value % 10 === 0;
  const ordinal = ordinalWords(value, isDecade ? 'ые' : letters);
  if (ordinal !== undefined) {
    return ordinal;
  }
  return hyphen === '-' && letters.length >= MIN_COMPOUND_LETTERS
    ? [compoundPrefix(value) + printed]
    : undefined;
}

/** Below one, 1/2 to 9/10, a fraction; anything else is two numbers (24/7). */
function fractionWords(text: string): readonly string[] | undefined {
  const [, top, bottom] = FRACTION.exec(text) ?? [];
  if (top === undefined || bottom === undefined) {
    return undefined;
  }
  const [parts, whole] = [Number(top), Number(bottom)];
  if (parts === 0 || parts >= whole || whole > 10) {
    return [...integerWords(top), ...integerWords(bottom)];
  }
  return [...cardinalWords(parts, 'feminine'), ...(ordinalWords(whole, parts === 1 ? 'я' : 'х') ?? [])];
}

/** 5–7 пять семь: nobody says the dash. */
function rangeWords(text: string): readonly string[] | undefined {
  const [, from, to] = RANGE.exec(text) ?? [];
  const [low, high] = [from, to].map((end) => (end === undefined ? undefined : numeralWords(end)));
  return low === undefined || high === undefined ? undefined : [...low, ...high];
}

function withUnit(amount: Amount, printed: string): readonly string[] | undefined {
  const unit = unitAfter(amount, printed);
  return unit === undefined ? undefined : [...amountWords(amount, unit.gender), ...unit.words];
}
