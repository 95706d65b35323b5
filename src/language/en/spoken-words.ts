/** From a shown English word to the words that are said: "well-known," two words, "Dr." one, "um" none. */
import { integerWords } from './number-words.ts';
import { numeralWords } from './numerals.ts';

/** Printed short, said long. A key has no dots. */
const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['mr', ['mister']],
  ['mrs', ['missus']],
  ['ms', ['miz']],
  ['dr', ['doctor']],
  ['st', ['saint']],
  ['vs', ['versus']],
  ['etc', ['et', 'cetera']],
  ['eg', ['for', 'example']],
  ['ie', ['that', 'is']],
]);

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['&', 'and'],
  ['+', 'plus'],
  ['=', 'equals'],
  ['%', 'percent'],
  ['@', 'at'],
]);

/** Sounds of hesitation as recognisers print them: uh, ah, um, uhm, er, erm, hm, hmm, mm, mmm. */
const HESITATION = /^(?:[ua]+h+|u+h?m+|e+rm?|h+m+|m{2,})$/i;
/** U.S., a.m.: single letters, each with its dot. */
const DOTTED_INITIALS = /^(?:\p{L}\.)+\p{L}?\.?$/u;
/** What stands around a word and is not said, unlike a currency sign or minus before it or a percent sign after it. */
const EDGES = /^[^\p{L}\p{N}$£€¥#&+=%@-]+|[^\p{L}\p{N}%°&+=@]+$/gu;
const LETTERS_OR_DIGITS = /\d+|[\p{L}']+|[&+=%@]/gu;

/** Whether a shown word is only a sound of hesitation, such as "Um,". */
export function isHesitation(text: string): boolean {
  return HESITATION.test(trimmed(text));
}

/**
 * A shown word as the words that are said, in lower case; initials such as US keep their capitals.
 * Punctuation alone and hesitation sounds give an empty list.
 */
export function spokenWords(text: string): readonly string[] {
  const bare = trimmed(text);
  if (HESITATION.test(bare)) {
    return [];
  }
  if (DOTTED_INITIALS.test(bare)) {
    const initials = bare.replaceAll('.', '');
    return ABBREVIATIONS.get(initials.toLowerCase()) ?? [initials.toUpperCase()];
  }
  return ABBREVIATIONS.get(bare.toLowerCase()) ?? partWords(bare);
}

/** The words of a shown word in lower case, without punctuation, split at blanks and hyphens. */
export function plainWords(text: string): readonly string[] {
  return trimmed(text)
    .toLowerCase()
    .split(/[\s\-–—/]+/)
    .filter((part) => part !== '');
}

/** A shown word without held sounds: so for "sooo" and "so-o-o". */
export function unstretched(text: string): string {
  return text.replaceAll(/(\p{L})\1{2,}/giu, '$1').replaceAll(/(\p{L})(?:-\1)+(?!\p{L})/giu, '$1');
}

function partWords(bare: string): readonly string[] {
  if (!/\d/.test(bare)) {
    return bare.split(/[-–—/]+|(?<=[&+=@%])|(?=[&+=@%])/).flatMap(wordOrSign);
  }
  const signed = /^([#+-])(\d.*)$/.exec(bare);
  if (signed !== null) {
    const sign = signed[1] === '#' ? 'number' : signed[1] === '+' ? 'plus' : 'minus';
    return [sign, ...partWords(signed[2] ?? '')];
  }
  const known = numeralWords(bare);
  if (known !== undefined) {
    return known;
  }
  // A mix that is no numeral of its own, such as COVID-19 or B2B: part by part, then piece by piece.
  return bare
    .split(/[-–—/]+/)
    .flatMap((part) => numeralWords(part) ?? (part.match(LETTERS_OR_DIGITS) ?? []).flatMap(pieceWords));
}

function pieceWords(piece: string): readonly string[] {
  return /^\d/.test(piece) ? integerWords(piece) : wordOrSign(piece);
}

function wordOrSign(part: string): readonly string[] {
  const sign = SIGNS.get(part);
  if (sign !== undefined) {
    return [sign];
  }
  const word = part.replaceAll(/[^\p{L}\p{N}']/gu, '');
  if (!/[\p{L}\p{N}]/u.test(word)) {
    return [];
  }
  return [/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()];
}

function trimmed(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[‘’\u0060]/g, "'")
    .replaceAll(EDGES, '');
}
