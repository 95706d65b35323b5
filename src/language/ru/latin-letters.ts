/** Latin abbreviations in Russian speech, said by the names of their letters: IP is «ай пи», as it may be printed too. */

const NAMES: Readonly<Record<string, string>> = {
  A: 'эй',
  B: 'би',
  C: 'си',
  D: 'ди',
  E: 'и',
  F: 'эф',
  G: 'джи',
  H: 'эйч',
  I: 'ай',
  J: 'джей',
  K: 'кей',
  L: 'эл',
  M: 'эм',
  N: 'эн',
  O: 'оу',
  P: 'пи',
  Q: 'кью',
  R: 'ар',
  S: 'эс',
  T: 'ти',
  U: 'ю',
  V: 'ви',
  W: 'дабл-ю',
  X: 'экс',
  Y: 'уай',
  Z: 'зет',
};

/** Two or three capitals; more are often said as a word, such as NASA. */
const ABBREVIATION = /^[A-Z]{2,3}$/;

/** The letters of a Latin abbreviation as they are said; undefined for any other word. */
export function latinLetterWords(word: string): readonly string[] | undefined {
  return ABBREVIATION.test(word) ? Array.from(word, (letter) => NAMES[letter] ?? letter) : undefined;
}
