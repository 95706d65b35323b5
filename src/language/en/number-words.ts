/** English number words: how cardinals, ordinals, years and digits are said (American: "one hundred five", no "and"). */

const BELOW_TWENTY = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;

const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

const SCALES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
  [100, 'hundred'],
] as const;

const IRREGULAR_ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** The largest number that is said as one; longer rows of digits are said digit by digit. */
const MAX_CARDINAL = 999_999_999_999_999;

/** A whole number of 0 or more: 84000 gives eighty, four, thousand. */
export function cardinalWords(value: number): readonly string[] {
  for (const [scale, name] of SCALES) {
    if (value >= scale) {
      const rest = value % scale;
      return [...cardinalWords(Math.floor(value / scale)), name, ...(rest === 0 ? [] : cardinalWords(rest))];
    }
  }
  if (value < BELOW_TWENTY.length) {
    return [BELOW_TWENTY[value] ?? ''];
  }
  const units = value % 10;
  return [TENS[Math.floor(value / 10)] ?? '', ...(units === 0 ? [] : cardinalWords(units))];
}

/** A row of digits as a number; digit by digit when it begins with a zero or is too long for a number. */
export function integerWords(digits: string): readonly string[] {
  const value = Number(digits);
  const isCode = digits.length > 1 && digits.startsWith('0');
  return isCode || value > MAX_CARDINAL ? digitWords(digits) : cardinalWords(value);
}

/** Digit by digit: "14" gives one, four. */
export function digitWords(digits: string): readonly string[] {
  return Array.from(digits, (digit) => BELOW_TWENTY[Number(digit)] ?? '');
}

/** A place in a row: 21 gives twenty, first. */
export function ordinalWords(value: number): readonly string[] {
  const words = cardinalWords(value);
  const last = words.at(-1) ?? '';
  const ordinal = IRREGULAR_ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return [...words.slice(0, -1), ordinal];
}

/** Four digits as a year is said: 1984 nineteen eighty four, 1905 nineteen oh five, 2007 two thousand seven. */
export function yearWords(year: number): readonly string[] {
  const century = Math.floor(year / 100);
  const rest = year % 100;
  if (century % 10 === 0 && rest < 10) {
    return cardinalWords(year);
  }
  if (rest === 0) {
    return [...cardinalWords(century), 'hundred'];
  }
  return [...cardinalWords(century), ...(rest < 10 ? ['oh'] : []), ...cardinalWords(rest)];
}

/** The plural of the last number word: nineteen, ninety gives nineteen, nineties. */
export function pluralWords(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? '';
  return [...words.slice(0, -1), last.endsWith('y') ? `${last.slice(0, -1)}ies` : `${last}s`];
}
