/** Russian syllables: one for each vowel letter; initials by the names of their letters, Latin words by the English rules. */
import { english } from '../en/english.ts';

const VOWELS = /[аеёиоуыэюя]/giu;
const LATIN = /[\p{Script=Latin}']*\p{Script=Latin}/gu;

/**
 * Initials that the rule below gets wrong, or whose capitals a recogniser may leave out: США is said letter by letter, СМИ
 * is read, ГИБДД half and half.
 */
const INITIALS: ReadonlyMap<string, number> = new Map([
  ...'сша мгу вшэ цру пво нло эвм'.split(' ').map((name) => [name, 3] as const),
  ['мфти', 4],
  ['орви', 4],
  ['гибдд', 4],
  ['спбгу', 5],
  ['субд', 3],
  ['цска', 3],
  ['еаэс', 3],
  ['сми', 1],
  ['оон', 2],
]);

/** Consonants alone; vowels alone before or after them: МВД, АТС, США. A vowel between two consonants is read: ГОСТ. */
const LOOKS_SPELLED = /^[^АЕЁИОУЫЭЮЯ]{2,}[АЕЁИОУЫЭЮЯ]?$|^[АЕЁИОУЫЭЮЯ]+[^АЕЁИОУЫЭЮЯ]+$/u;

/** Prepositions and particles that lean on the next word. */
const CLITICS = new Set('в к с б ж'.split(' '));

/**
 * The syllables of one spoken word; 0 for a preposition or particle without a vowel: «в», «к», «с», «б», «ж».
 *
 * @param word as `spokenWords` gives it: capitals mark initials
 */
export function syllables(word: string): number {
  const latin = word.match(LATIN) ?? [];
  const cyrillic = word.replaceAll(/\P{Script=Cyrillic}/gu, '');
  return cyrillicSyllables(cyrillic) + latin.reduce((sum, part) => sum + english.syllables(part), 0);
}

function cyrillicSyllables(letters: string): number {
  const lower = letters.toLowerCase();
  const vowels = lower.match(VOWELS)?.length ?? 0;
  const isSpelled =
    (vowels === 0 && !CLITICS.has(lower)) || (/^\p{Lu}{2,}$/u.test(letters) && LOOKS_SPELLED.test(letters));
  // The names of all letters have one syllable but that of «й», with which no initials are made.
  return INITIALS.get(lower) ?? (isSpelled ? letters.length : vowels);
}
