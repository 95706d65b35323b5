/** Numerals as they are said: money, percent, times of day, years, ordinals, fractions, ranges, decimals, units. */
import {
  cardinalWords,
  digitWords,
  integerWords,
  ordinalWords,
  pluralWords,
  yearWords,
} from './number-words.ts';

const CURRENCIES: ReadonlyMap<string, readonly [one: string, many: string]> = new Map([
  ['$', ['dollar', 'dollars']],
  ['£', ['pound', 'pounds']],
  ['€', ['euro', 'euros']],
  ['¥', ['yen', 'yen']],
]);

const MAGNITUDES: ReadonlyMap<string, string> = new Map([
  ['k', 'thousand'],
  ['m', 'million'],
  ['mn', 'million'],
  ['b', 'billion'],
  ['bn', 'billion'],
  ['t', 'trillion'],
]);

/** What is printed right behind a number, and what is said. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['°', 'degrees'],
  ['mm', 'millimeters'],
  ['cm', 'centimeters'],
  ['km', 'kilometers'],
  ['mg', 'milligrams'],
  ['kg', 'kilograms'],
  ['ml', 'milliliters'],
  ['lbs', 'pounds'],
  ['ms', 'milliseconds'],
  ['hz', 'hertz'],
  ['khz', 'kilohertz'],
  ['kb', 'kilobytes'],
  ['mb', 'megabytes'],
  ['gb', 'gigabytes'],
  ['tb', 'terabytes'],
]);

/** Digits with optional thousands commas and decimals. */
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const MONEY = new RegExp(String.raw`^([$£€¥])(${NUMBER})(k|mn?|bn?|t)?$`, 'i');
const NUMBER_WITH_UNIT = new RegExp(String.raw`^(${NUMBER})([a-z%°]+)$`, 'i');
const PLAIN_NUMBER = new RegExp(`^(?:${NUMBER})$`);
const TIME_OF_DAY = /^(\d{1,2}):([0-5]\d)(am|pm)?$/i;
const HOUR = /^(\d{1,2})(am|pm)$/i;
const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/i;
const DECADE = /^(\d{2}|\d{4})s$/;
const FRACTION = /^(\d+)\/(\d+)$/;
const RANGE = /^(\d[\d.,]*)[-–](\d[\d.,]*%?)$/;

/**
 * The words of a numeral such as `$84,000`, `50%`, `9:30`, `1990s`, `3rd`, `2.5`, `1914-1918`, `10km`, `mp3`.
 *
 * @param text letters, digits and signs, without punctuation around them; holds a digit
 * @returns undefined when it is of no form known here
 */
export function numeralWords(text: string): readonly string[] | undefined {
  return (
    moneyWords(text) ??
    timeWords(text) ??
    ordinalOrDecadeWords(text) ??
    fractionWords(text) ??
    rangeWords(text) ??
    unitWords(text) ??
    (PLAIN_NUMBER.test(text) ? numberWords(text) : undefined)
  );
}

/** Digits with thousands commas and decimals; four bare digits from 1100 to 2099 are said as a year. */
function numberWords(text: string): readonly string[] {
  const [whole = '', decimals] = text.split('.');
  if (decimals !== undefined) {
    return [...integerWords(whole.replaceAll(',', '')), 'point', ...digitWords(decimals)];
  }
  const value = Number(whole);
  return whole.length === 4 && value >= 1100 && value < 2100
    ? yearWords(value)
    : integerWords(whole.replaceAll(',', ''));
}

/** `$1.50` is said one dollar fifty, `$1.5` with its magnitude one point five million dollars. */
function moneyWords(text: string): readonly string[] | undefined {
  const [, sign = '', amount = '', magnitude] = MONEY.exec(text) ?? [];
  const currency = CURRENCIES.get(sign);
  if (currency === undefined) {
    return undefined;
  }
  const [one, many] = currency;
  const [whole = '', decimals = ''] = amount.replaceAll(',', '').split('.');
  if (magnitude !== undefined) {
    return [...numberWords(amount), MAGNITUDES.get(magnitude.toLowerCase()) ?? '', many];
  }
  if (decimals.length === 2) {
    if (Number(whole) === 0) {
      return [...cardinalWords(Number(decimals)), decimals === '01' ? 'cent' : 'cents'];
    }
    const cents = decimals === '00' ? [] : cardinalWords(Number(decimals));
    return [...integerWords(whole), whole === '1' ? one : many, ...cents];
  }
  return decimals === ''
    ? [...integerWords(whole), whole === '1' ? one : many]
    : [...numberWords(amount), many];
}

/** 9:30 nine thirty, 9:05 nine oh five, 9:00 nine o'clock, 9am nine AM. */
function timeWords(text: string): readonly string[] | undefined {
  const [, hour = '', minutes, half] = TIME_OF_DAY.exec(text) ?? [];
  if (minutes !== undefined) {
    const suffix = half === undefined ? [] : [half.toUpperCase()];
    if (minutes === '00') {
      return [...cardinalWords(Number(hour)), ...(half === undefined ? ["o'clock"] : suffix)];
    }
    return [
      ...cardinalWords(Number(hour)),
      ...(minutes.startsWith('0') ? ['oh'] : []),
      ...cardinalWords(Number(minutes)),
      ...suffix,
    ];
  }
  const [, wholeHour, wholeHalf = ''] = HOUR.exec(text) ?? [];
  return wholeHour === undefined ? undefined : [...cardinalWords(Number(wholeHour)), wholeHalf.toUpperCase()];
}

function ordinalOrDecadeWords(text: string): readonly string[] | undefined {
  const [, place] = ORDINAL.exec(text) ?? [];
  if (place !== undefined) {
    return ordinalWords(Number(place));
  }
  const [, decade] = DECADE.exec(text) ?? [];
  if (decade === undefined) {
    return undefined;
  }
  return pluralWords(decade.length === 4 ? yearWords(Number(decade)) : cardinalWords(Number(decade)));
}

/** Halves to tenths below one are fractions; anything else is two numbers (9/11, 24/7). */
function fractionWords(text: string): readonly string[] | undefined {
  const [, top, bottom] = FRACTION.exec(text) ?? [];
  if (top === undefined || bottom === undefined) {
    return undefined;
  }
  const [parts, whole] = [Number(top), Number(bottom)];
  if (parts === 0 || parts >= whole || whole > 10) {
    return [...integerWords(top), ...integerWords(bottom)];
  }
  const name = whole === 2 ? ['half'] : whole === 4 ? ['quarter'] : ordinalWords(whole);
  return [...cardinalWords(parts), ...(parts === 1 ? name : pluralWords(name))];
}

function rangeWords(text: string): readonly string[] | undefined {
  const [, from, to] = RANGE.exec(text) ?? [];
  const [low, high] = [from, to].map((end) => (end === undefined ? undefined : numeralWords(end)));
  return low === undefined || high === undefined ? undefined : [...low, 'to', ...high];
}

/** A number with letters behind it: a known unit is named, other letters are said after it (5k, 3D). */
function unitWords(text: string): readonly string[] | undefined {
  const [, amount, unit] = NUMBER_WITH_UNIT.exec(text) ?? [];
  if (amount === undefined || unit === undefined) {
    return undefined;
  }
  const degrees = unit.startsWith('°') && unit.length > 1;
  const said = degrees ? ['degrees', unit.slice(1)] : [UNITS.get(unit.toLowerCase()) ?? unit];
  return [...numberWords(amount), ...said];
}
