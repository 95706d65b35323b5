/** Amounts: digits with groups of thousands and decimals, and how they are said: 2,5 is два с половиной. */
import type { CountForms, Gender } from './number-words.ts';
import { agreeing, cardinalWords, digitWords } from './number-words.ts';

/** A number as printed: bare digits, without group marks. */
export interface Amount {
  readonly whole: string;
  /** Empty for a whole number. */
  readonly decimals: string;
}

/** A longer row is no number: it is said digit by digit. */
const MAX_CARDINAL_DIGITS = 15;

/** 40 000; 1.000.000; 84,000: nobody says three decimals that are zero. */
const GROUPED = [/^\d{1,3}(?:\s\d{3})+(?=,|$)/u, /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/, /^\d{1,3}[.,]000$/];
const PLAIN = /^(\d+)(?:[.,](\d+))?$/;

const WHOLES = ['целая', 'целых', 'целых'] as const satisfies CountForms;
const FRACTIONS: readonly CountForms[] = [
  ['десятая', 'десятых', 'десятых'],
  ['сотая', 'сотых', 'сотых'],
  ['тысячная', 'тысячных', 'тысячных'],
];

/** Reads digits such as 84000, 40 000, 2,5; undefined when it is no number. */
export function readAmount(text: string): Amount | undefined {
  const grouped = GROUPED.map((pattern) => pattern.exec(text)?.[0]).find((groups) => groups !== undefined);
  const bare = grouped === undefined ? text : grouped.replaceAll(/\D/g, '') + text.slice(grouped.length);
  const [, whole, decimals = ''] = PLAIN.exec(bare) ?? [];
  return whole === undefined ? undefined : { whole, decimals };
}

/** How an amount is said; `gender` is that of what is counted. */
export function amountWords({ whole, decimals }: Amount, gender: Gender = 'masculine'): readonly string[] {
  if (decimals === '' || /^0+$/.test(decimals)) {
    return [...integerWords(whole, gender), ...digitWords(decimals)];
  }
  if (decimals === '5' && whole === '1') {
    return [gender === 'feminine' ? 'полторы' : 'полтора'];
  }
  const units = integerWords(whole, gender);
  if (decimals === '5' && whole !== '0') {
    return [...units, 'с', 'половиной'];
  }
  const forms = FRACTIONS[decimals.length - 1];
  return [
    ...integerWords(whole, 'feminine'),
    agreeing(Number(whole), WHOLES),
    ...(forms === undefined
      ? digitWords(decimals)
      : [...cardinalWords(Number(decimals), 'feminine'), agreeing(Number(decimals), forms)]),
  ];
}

/** The form of what is counted: 1 рубль, 2 рубля, 5 рублей, 2,5 рубля. */
export function countForm({ whole, decimals }: Amount, forms: CountForms): string {
  return decimals === '' ? agreeing(Number(whole.slice(-2)), forms) : forms[1];
}

/** A row of digits as a number; zeros before it are said: 05 is ноль пять, 007 ноль ноль семь. */
export function integerWords(digits: string, gender: Gender = 'masculine'): readonly string[] {
  if (digits.length > MAX_CARDINAL_DIGITS) {
    return digitWords(digits);
  }
  const zeros = digits.length > 1 ? (/^0+/.exec(digits)?.[0] ?? '') : '';
  const rest = digits.slice(zeros.length);
  return [...digitWords(zeros), ...(rest === '' ? [] : cardinalWords(Number(rest), gender))];
}
