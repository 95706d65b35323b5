/** Units, currencies and magnitudes: how they are printed, and how they are said after a number. */
import type { Amount } from './amount.ts';
import { countForm } from './amount.ts';
import type { CountForms, Gender } from './number-words.ts';

interface Unit {
  readonly forms: CountForms;
  readonly gender: Gender;
}

/** Printed in lower case, then the three forms; what has a feminine name is marked. */
const UNITS: ReadonlyMap<string, Unit> = readUnits(`
  % процент процента процентов
  ‰ промилле промилле промилле
  ° градус градуса градусов
  $ доллар доллара долларов
  € евро евро евро
  £ фунт фунта фунтов
  ¥ иена иены иен ж
  ₽ рубль рубля рублей
  р рубль рубля рублей
  руб рубль рубля рублей
  коп копейка копейки копеек ж
  к тысяча тысячи тысяч ж
  k тысяча тысячи тысяч ж
  тыс тысяча тысячи тысяч ж
  млн миллион миллиона миллионов
  млрд миллиард миллиарда миллиардов
  трлн триллион триллиона триллионов
  мм миллиметр миллиметра миллиметров
  см сантиметр сантиметра сантиметров
  дм дециметр дециметра дециметров
  м метр метра метров
  км километр километра километров
  га гектар гектара гектаров
  мг миллиграмм миллиграмма миллиграммов
  г грамм грамма граммов
  гр грамм грамма граммов
  кг килограмм килограмма килограммов
  т тонна тонны тонн ж
  мл миллилитр миллилитра миллилитров
  л литр литра литров
  мс миллисекунда миллисекунды миллисекунд ж
  с секунда секунды секунд ж
  сек секунда секунды секунд ж
  мин минута минуты минут ж
  ч час часа часов
  гц герц герца герц
  кгц килогерц килогерца килогерц
  мгц мегагерц мегагерца мегагерц
  ггц гигагерц гигагерца гигагерц
  дб децибел децибела децибел
  вт ватт ватта ватт
  квт киловатт киловатта киловатт
  гвт гигаватт гигаватта гигаватт
  бит бит бита бит
  кбит килобит килобита килобит
  мбит мегабит мегабита мегабит
  гбит гигабит гигабита гигабит
  кб килобайт килобайта килобайт
  мб мегабайт мегабайта мегабайт
  гб гигабайт гигабайта гигабайт
  тб терабайт терабайта терабайт`);

/** After a stroke: км/ч is километров в час. */
const PER: ReadonlyMap<string, string> = new Map([
  ['ч', 'час'],
  ['час', 'час'],
  ['мин', 'минуту'],
  ['с', 'секунду'],
  ['сек', 'секунду'],
  ['сут', 'сутки'],
  ['мес', 'месяц'],
  ['год', 'год'],
]);

const EXPONENTS: ReadonlyMap<string, readonly [many: string, one: string]> = new Map([
  ['²', ['квадратных', 'квадратный']],
  ['³', ['кубических', 'кубический']],
]);

/** What is said for a unit after an amount, and the gender that the number takes; undefined for no unit known here. */
export function unitAfter(
  amount: Amount,
  printed: string,
): { readonly words: readonly string[]; readonly gender: Gender } | undefined {
  const [, name = '', exponent = '', per] = /^(.+?)([²³]?)(?:\/(.+))?$/u.exec(printed.toLowerCase()) ?? [];
  const degrees = /^°[cf]$/.test(name) ? [name.slice(1)] : [];
  const unit = UNITS.get(degrees.length > 0 ? '°' : name);
  const each = per === undefined ? undefined : PER.get(per);
  if (unit === undefined || (per !== undefined && each === undefined)) {
    return undefined;
  }
  const form = countForm(amount, unit.forms);
  const [many, one] = EXPONENTS.get(exponent) ?? [];
  const power = form === unit.forms[0] ? one : many;
  return {
    words: [
      ...(power === undefined ? [] : [power]),
      form,
      ...degrees,
      ...(each === undefined ? [] : ['в', each]),
    ],
    gender: unit.gender,
  };
}

/**
 * A unit that stands alone (Whisper prints "5 км" as two words), as after an unknown number: километров, процентов.
 * Undefined for what could be a word or a letter of its own, such as "с" or "мин".
 */
export function loneUnit(printed: string): readonly string[] | undefined {
  const isNoWord = /^(?:[^\p{L}]|тыс$|руб$|[^аеёиоуыэюяa-z]{2,}$|\S+\/)/u.test(printed.toLowerCase());
  return isNoWord ? unitAfter({ whole: '5', decimals: '' }, printed)?.words : undefined;
}

function readUnits(table: string): ReadonlyMap<string, Unit> {
  return new Map(
    table
      .trim()
      .split('\n')
      .map((row) => {
        const [printed = '', one = '', few = '', many = '', mark] = row.trim().split(' ');
        const gender = mark === undefined ? 'masculine' : 'feminine';
        return [printed, { forms: [one, few, many], gender }] as const;
      }),
  );
}
