/** Russian number words: cardinals that agree with what is counted, ordinals with their endings, compounds, digits. */

/** What a number agrees with: only one and two have forms of their own. */
export type Gender = 'masculine' | 'feminine';

/** A noun after 1, after 2 to 4 (and after decimals), after the rest: рубль, рубля, рублей. */
export type CountForms = readonly [one: string, few: string, many: string];

/** Forms of one number below a thousand that end a row or stand alone. */
interface NumberForms {
  readonly value: number;
  readonly cardinal: string;
  /** Stem of the ordinal: пят-ый, втор-ой. */
  readonly ordinal: string;
  /** As the first part of a compound: пяти-этажный. */
  readonly compound: string;
}

const ONES = `
  1 один перв одно
  2 два втор двух
  3 три треть трёх
  4 четыре четвёрт четырёх
  5 пять пят пяти
  6 шесть шест шести
  7 семь седьм семи
  8 восемь восьм восьми
  9 девять девят девяти
  10 десять десят десяти
  11 одиннадцать одиннадцат одиннадцати
  12 двенадцать двенадцат двенадцати
  13 тринадцать тринадцат тринадцати
  14 четырнадцать четырнадцат четырнадцати
  15 пятнадцать пятнадцат пятнадцати
  16 шестнадцать шестнадцат шестнадцати
  17 семнадцать семнадцат семнадцати
  18 восемнадцать восемнадцат восемнадцати
  19 девятнадцать девятнадцат девятнадцати`;
const TENS_AND_HUNDREDS = `
  20 двадцать двадцат двадцати
  30 тридцать тридцат тридцати
  40 сорок сороков сорока
  50 пятьдесят пятидесят пятидесяти
  60 шестьдесят шестидесят шестидесяти
  70 семьдесят семидесят семидесяти
  80 восемьдесят восьмидесят восьмидесяти
  90 девяносто девяност девяносто
  100 сто сот сто
  200 двести двухсот двухсот
  300 триста трёхсот трёхсот
  400 четыреста четырёхсот четырёхсот
  500 пятьсот пятисот пятисот
  600 шестьсот шестисот шестисот
  700 семьсот семисот семисот
  800 восемьсот восьмисот восьмисот
  900 девятьсот девятисот девятисот`;

/** The largest first: a number is taken apart from the left. */
const BELOW_THOUSAND: readonly NumberForms[] = readForms(ONES + TENS_AND_HUNDREDS).toReversed();

interface Scale {
  readonly size: number;
  readonly forms: CountForms;
  readonly gender: Gender;
  /** Stem of the ordinal: тысячн-ый. */
  readonly ordinal: string;
  readonly compound: string;
}

const SCALES: readonly Scale[] = [
  scale(1e12, ['триллион', 'триллиона', 'триллионов'], 'masculine', 'триллионн', 'триллионо'),
  scale(1e9, ['миллиард', 'миллиарда', 'миллиардов'], 'masculine', 'миллиардн', 'миллиардо'),
  scale(1e6, ['миллион', 'миллиона', 'миллионов'], 'masculine', 'миллионн', 'миллионо'),
  scale(1e3, ['тысяча', 'тысячи', 'тысяч'], 'feminine', 'тысячн', 'тысяче'),
];

const DIGITS = ['ноль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'] as const;

/** The printed ends of ordinals, and how they are said: 5-й, 5-го, 90-х. Longer ends are printed as they are said. */
const ORDINAL_ENDINGS: ReadonlyMap<string, string> = new Map([
  ['й', 'ый'],
  ['я', 'ая'],
  ['е', 'ое'],
  ['го', 'ого'],
  ['му', 'ому'],
  ['м', 'ом'],
  ['х', 'ых'],
  ['ю', 'ую'],
  ['ми', 'ыми'],
  ...'ый ий ой ая ое ые ого ому ом ым ых ую ыми'.split(' ').map((ending) => [ending, ending] as const),
]);

/** Stressed on the ending: второй, not вторый. */
const STRESSED_STEMS: ReadonlySet<string> = new Set(['втор', 'шест', 'седьм', 'восьм', 'сороков']);

/** The endings of «третий», which has a soft stem: третья, третьего. */
const THIRD_ENDINGS: ReadonlyMap<string, string> = new Map([
  ['ая', 'я'],
  ['ое', 'е'],
  ['ые', 'и'],
  ['ого', 'его'],
  ['ому', 'ему'],
  ['ом', 'ем'],
  ['ым', 'им'],
  ['ых', 'их'],
  ['ую', 'ю'],
  ['ыми', 'ими'],
]);

/** A whole number of 0 or more, below 10^15: 84000 gives восемьдесят, четыре, тысячи. A leading one is not said: тысяча двести. */
export function cardinalWords(value: number, gender: Gender = 'masculine'): readonly string[] {
  for (const { size, forms, gender: own } of SCALES) {
    if (value >= size) {
      const count = Math.floor(value / size);
      const counted = count === 1 ? [] : cardinalWords(count, own);
      return [...counted, agreeing(count, forms), ...remainder(value % size, gender)];
    }
  }
  const part = BELOW_THOUSAND.find((row) => row.value <= value);
  if (part === undefined) {
    return ['ноль'];
  }
  return [inGender(part, gender), ...remainder(value - part.value, gender)];
}

/** Digit by digit: "14" gives один, четыре. */
export function digitWords(digits: string): readonly string[] {
  return Array.from(digits, (digit) => DIGITS[Number(digit)] ?? '');
}

/** The form of a noun that a whole number asks for: 21 рубль, 3 рубля, 11 рублей. */
export function agreeing(count: number, [one, few, many]: CountForms): string {
  const [tens, units] = [count % 100, count % 10];
  if (units === 1 && tens !== 11) {
    return one;
  }
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? few : many;
}

/**
 * A place in a row: 21 with "й" gives двадцать, первый; 2010 with "го" две, тысячи, десятого; 2000 двухтысячного.
 *
 * @param ending as printed after the number; undefined is returned for one that no ordinal has
 */
export function ordinalWords(value: number, ending: string): readonly string[] | undefined {
  const said = ORDINAL_ENDINGS.get(ending);
  if (said === undefined) {
    return undefined;
  }
  if (value === 0) {
    return [`нулев${said === 'ый' ? 'ой' : said}`];
  }
  const { stem, rest } = ordinalStem(value);
  return [...remainder(rest), withEnding(stem, said)];
}

/** The first part of a word such as 25-летний: двадцатипяти. */
export function compoundPrefix(value: number): string {
  for (const { size, compound } of SCALES) {
    if (value >= size) {
      const count = Math.floor(value / size);
      return `${count === 1 ? '' : compoundPrefix(count)}${compound}${compoundPrefix(value % size)}`;
    }
  }
  const part = BELOW_THOUSAND.find((row) => row.value <= value);
  return part === undefined ? '' : part.compound + compoundPrefix(value - part.value);
}

/** Cardinals as the ends -х, -ти, -ми ask for: 2-х двух, 25-ти двадцати пяти. */
export function obliqueWords(value: number): readonly string[] {
  const part = BELOW_THOUSAND.find((row) => row.value <= value);
  return part === undefined ? [] : [part.compound, ...obliqueWords(value - part.value)];
}

function remainder(rest: number, gender: Gender = 'masculine'): readonly string[] {
  return rest === 0 ? [] : cardinalWords(rest, gender);
}

function inGender({ value, cardinal }: NumberForms, gender: Gender): string {
  if (gender === 'feminine' && value <= 2) {
    return value === 1 ? 'одна' : 'две';
  }
  return cardinal;
}

/** Only the last part of a number is an ordinal: 2010 is две тысячи and десятый, 3000 is трёхтысячный as a whole. */
function ordinalStem(value: number): { readonly stem: string; readonly rest: number } {
  const last = value % 1000;
  if (last === 0) {
    const { size, ordinal } = SCALES.find((row) => value % row.size === 0) ?? { size: 1, ordinal: '' };
    const count = (value / size) % 1000;
    return {
      stem: (count === 1 ? '' : compoundPrefix(count)) + ordinal,
      rest: value - count * size,
    };
  }
  const part =
    BELOW_THOUSAND.find((row) => row.value === last % 100 && row.value <= 20) ??
    BELOW_THOUSAND.find((row) => row.value === lastPart(last));
  return { stem: part?.ordinal ?? '', rest: value - (part?.value ?? 0) };
}

/** The units, else the tens, else the hundreds. */
function lastPart(belowThousand: number): number {
  return [10, 100, 1000].map((size) => belowThousand % size).find((rest) => rest !== 0) ?? 0;
}

function withEnding(stem: string, ending: string): string {
  if (stem === 'треть') {
    const soft = THIRD_ENDINGS.get(ending);
    return soft === undefined ? 'третий' : stem + soft;
  }
  return stem + (ending === 'ый' && STRESSED_STEMS.has(stem) ? 'ой' : ending);
}

function readForms(table: string): readonly NumberForms[] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [value = '', cardinal = '', ordinal = '', compound = ''] = row.trim().split(' ');
      return { value: Number(value), cardinal, ordinal, compound };
    });
}

function scale(size: number, forms: CountForms, gender: Gender, ordinal: string, compound: string): Scale {
  return { size, forms, gender, ordinal, compound };
}
