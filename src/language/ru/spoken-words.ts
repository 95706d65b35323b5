/** From a shown Russian word to the words that are said: «т. е.» two words, «20%» two, «кто-то» one, «э-э» none. */
import { english } from '../en/english.ts';
import { abbreviationWords } from './abbreviations.ts';
import { integerWords } from './amount.ts';
import { latinLetterWords } from './latin-letters.ts';
import { ordinalWords } from './number-words.ts';
import { numeralWords } from './numerals.ts';
import { loneUnit } from './units.ts';

/** Said in front of a numeral. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['№', 'номер'],
  ['#', 'номер'],
  ['§', 'параграф'],
  ['+', 'плюс'],
  ['-', 'минус'],
  ['−', 'минус'],
]);

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['№', 'номер'],
  ['§', 'параграф'],
  ['&', 'и'],
  ['+', 'плюс'],
  ['=', 'равно'],
  ['@', 'собака'],
]);

/** Sounds of hesitation, hyphens aside: э, эээ, эм, мм, аа, хм, гм. «Ага», «угу» and «мда» are answers, so words. */
const HESITATION = /^(?:э+м*|м{2,}|а{2,}м*|ы{2,}|[гк]?х+м+|г+м+)$/u;

/** Parts behind a hyphen that have no stress of their own: кто-то, где-нибудь, всё-таки. */
const PARTICLES: ReadonlySet<string> = new Set('то либо нибудь ка таки де тка с'.split(' '));
/** Likewise before it: кое-что, по-русски, во-первых, из-за. */
const UNSTRESSED_STARTS: ReadonlySet<string> = new Set('кое кой по в во из пол'.split(' '));

/** Twenty-first century and before: XIX, II. One letter alone may be a letter, more are rarely meant. */
const ROMAN = /^(?=[IVX]{2})(X{0,3})(IX|IV|V?I{0,3})$/;
const ROMAN_UNITS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** What stands around a word and is not said, unlike a sign before a number or a percent sign after it. */
const LEADING = /^[^\p{L}\p{N}№§$£€¥₽#&+=%‰°@−-]+/u;
const TRAILING = /(?<=^|[\p{L}\p{N}%‰°²³₽$€£¥&+=@№§])[^\p{L}\p{N}%‰°²³₽$€£¥&+=@№§]+$/u;
const PIECES = /\d+|[\p{L}']+|[&+=@№§]/gu;

/** Whether a shown word is only a sound of hesitation, such as «э-э,»; also one in Latin letters. */
export function isHesitation(text: string): boolean {
  const bare = trimmed(text).toLowerCase();
  return (
    HESITATION.test(bare.replaceAll('-', '')) || (isLatin(bare) && english.spokenWords(bare).length === 0)
  );
}

/**
 * A shown word as the words that are said, in lower case; initials such as МГУ keep their capitals.
 * Punctuation alone and hesitation sounds give an empty list.
 */
export function spokenWords(text: string): readonly string[] {
  const bare = trimmed(text);
  if (isSound(bare)) {
    return [];
  }
  return abbreviationWords(text.normalize('NFC')) ?? loneUnit(bare) ?? romanWords(bare) ?? partWords(bare);
}

/** The words of a shown word in lower case, without punctuation, ё as е, split at blanks and hyphens. */
export function plainWords(text: string): readonly string[] {
  return trimmed(text)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[\s\-–—/]+/)
    .filter((part) => part !== '');
}

/** A shown word without held sounds: вот for «во-о-от», «вооот». */
export function unstretched(text: string): string {
  return withoutStretches(text).replaceAll(/(\p{L})\1{2,}/giu, '$1');
}

function isSound(bare: string): boolean {
  const sound = bare.toLowerCase().replaceAll('-', '');
  return HESITATION.test(sound) || (isLatin(sound) && english.spokenWords(sound).length === 0);
}

function partWords(bare: string): readonly string[] {
  if (!/\d/.test(bare)) {
    return bare.split(/[\s–—/]+|(?<=[&+=@№§])|(?=[&+=@№§])/).flatMap(hyphenatedWords);
  }
  const sign = PREFIXES.get(bare.charAt(0));
  if (sign !== undefined) {
    return [sign, ...partWords(bare.slice(1).trimStart())];
  }
  const known = numeralWords(bare);
  if (known !== undefined) {
    return known;
  }
  // A mix that is no numeral of its own, such as COVID-19 or 5-10-минутный: part by part, then piece by piece.
  return bare
    .split(/[\s\-–—/]+/)
    .flatMap((part) => numeralWords(part) ?? (part.match(PIECES) ?? []).flatMap(pieceWords));
}

function pieceWords(piece: string): readonly string[] {
  return /^\d/.test(piece) ? integerWords(piece) : hyphenatedWords(piece);
}

/** Splits at hyphens where both sides are stressed: интернет-магазин is two words, кто-то one. */
function hyphenatedWords(shown: string): readonly string[] {
  const parts: string[] = [];
  let isOpen = false;
  for (const part of withoutStretches(shown).split(/-+/)) {
    const lower = part.toLowerCase();
    const previous = parts.at(-1);
    if (previous !== undefined && (isOpen || PARTICLES.has(lower))) {
      parts[parts.length - 1] = `${previous}-${part}`;
    } else {
      parts.push(part);
    }
    isOpen = UNSTRESSED_STARTS.has(lower);
  }
  return parts.flatMap(wordOrSign);
}

/** Held and stuttered sounds as recognisers print them: во-о-от is вот, н-нет is нет. */
function withoutStretches(shown: string): string {
  return shown
    .replaceAll(/(\p{L})-(?:\1-)+\1/giu, '$1')
    .replaceAll(/(\p{L})(?:-\1)+(?!\p{L})/giu, '$1')
    .replaceAll(/(?<!\p{L})(\p{L})-(?=\1)/giu, '');
}

function wordOrSign(part: string): readonly string[] {
  const sign = SIGNS.get(part);
  if (sign !== undefined) {
    return [sign];
  }
  if (isLatin(part)) {
    return latinLetterWords(part) ?? english.spokenWords(part);
  }
  const word = part.replaceAll(/[^\p{L}\p{N}-]/gu, '');
  if (!/[\p{L}\p{N}]/u.test(word)) {
    return [];
  }
  return [/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()];
}

/** XX двадцатый; by far most are centuries, congresses, monarchs. */
function romanWords(bare: string): readonly string[] | undefined {
  const [, tens, units = ''] = ROMAN.exec(bare) ?? [];
  return tens === undefined ? undefined : ordinalWords(tens.length * 10 + ROMAN_UNITS.indexOf(units), 'й');
}

function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text) && !/\p{Script=Cyrillic}/u.test(text);
}

function trimmed(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[‘’\u0060]/g, "'")
    .replace(LEADING, '')
    .replace(TRAILING, '');
}
