/**
 * English lemmas and parts of speech by rule: endings are taken off, what the spelling changed is put back. Good enough to
 * see that two forms are one word; it is no dictionary.
 */
import type { PartOfSpeech } from '../lexicon.ts';
import { IRREGULAR } from './irregular-forms.ts';

/** Contractions: what is said in front of the apostrophe is the word. */
const CONTRACTION = /^(\p{L}+?)(?:n't|'(?:s|re|ve|ll|d|m))$/u;
const IRREGULAR_NEGATIONS: ReadonlyMap<string, string> = new Map([
  ["can't", 'can'],
  ["won't", 'will'],
  ["shan't", 'shall'],
]);

const VOWEL = /[aeiouy]/;
/** A consonant that was doubled before the ending: stopped, running; ll, ss, zz and ff mostly belong to the word. */
const DOUBLED = /([bdgmnprt])\1$/;
/** Stems that end so lost an e before the ending: making, using, closed, produced, changed, believed, created. */
const LOST_E =
  /(?:[^aeiou]|qu|^)[aeiou](?:k|c|g|v|z|s)$|[aeiou]{2}[vz]$|[^aeiou](?:iv|uc|ag|ur|in|id|is|iz|as|us|uls|ens|ers|eas)$|[lnrd][cgsv]$|dg$|[^aeiou]l$|(?:cre|[^aeiou]i|ul|ic|ipi|ev|ov|ov|av|min|er|iv|ur|ig|or|in|ot|lic|im|st|rr|ll|sl|ns|sul)at$|[^aeiou][ou](?:s|t|m|r|p|d)$|[^aeiou]i(?:t|d|m|r|n|l|p)$|[^aeiou]a(?:r|m|l|p|d|t|n)$|u$/;
/** One syllable, and so no e was lost: walk, want, help; only consonant, vowel, consonants. */
const SHORT_STEM_WITHOUT_E = /^[^aeiou]*[aeiou]{1,2}(?:[^aeiou]{2,}|w|x|y)$/;

const PRONOUNS = set(
  'i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself yourself himself herself itself ourselves yourselves themselves who whom whose which what this that these those someone something anyone anything everyone everything nobody nothing one',
);
const PREPOSITIONS = set(
  'of in on at by for from with without within to into onto about above across against along among around as behind below beneath beside between beyond down during except inside like near off out outside over through throughout toward towards under up upon',
);
const CONJUNCTIONS = set(
  'and but or nor so because although though unless until while whereas whether if when whenever where wherever since than',
);
const PARTICLES = set('a an the not no yes please');
const AUXILIARIES = set('be have do will would shall should can could may might must ought');
const ADVERBS = set(
  'very too also just even still already again always never often sometimes now then here there today tomorrow yesterday soon once twice perhaps maybe almost quite rather really well however therefore away back ever yet only together instead',
);
const NUMERALS =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:hundred|thousand|million|billion|trillion)s?|\d+)$/;

const NOUN_ENDING = /(?:tion|sion|ment|ness|ity|ance|ence|ship|hood|ism|ist|ology|graphy|dom|ure|age)s?$/;
const ADJECTIVE_ENDING = /(?:ful|less|ous|able|ible|ical|ish)$/;
const VERB_ENDING = /(?:ize|ise|ify|ate|izing|ifying|ating|ized|ified|ated)$/;

/** The listed form of a word in lower case: "went" go, "stopped" stop, "cities" city, "don't" do. */
export function englishLemma(word: string): string {
  const bare = IRREGULAR_NEGATIONS.get(word) ?? CONTRACTION.exec(word)?.[1] ?? word.replaceAll("'", '');
  return IRREGULAR.lemmas.get(bare) ?? withoutEnding(bare);
}

/** The part of speech as far as a list or an ending shows it; undefined for the rest, mostly nouns. */
export function englishPartOfSpeech(word: string): PartOfSpeech | undefined {
  const lemma = englishLemma(word);
  if (PRONOUNS.has(word) || PRONOUNS.has(lemma)) {
    return 'pronoun';
  }
  if (PREPOSITIONS.has(word)) {
    return 'preposition';
  }
  if (CONJUNCTIONS.has(word)) {
    return 'conjunction';
  }
  if (PARTICLES.has(lemma)) {
    return 'particle';
  }
  if (NUMERALS.test(word)) {
    return 'numeral';
  }
  if (ADVERBS.has(word) || /[^aeiou]ly$/.test(word)) {
    return 'adverb';
  }
  if (AUXILIARIES.has(lemma) || IRREGULAR.verbs.has(lemma) || VERB_ENDING.test(word)) {
    return 'verb';
  }
  if (NOUN_ENDING.test(word)) {
    return 'noun';
  }
  if (ADJECTIVE_ENDING.test(word)) {
    return 'adjective';
  }
  return lemma !== word && /(?:ed|ing)$/.test(word) ? 'verb' : undefined;
}

function withoutEnding(word: string): string {
  if (word.length < 4) {
    return word;
  }
  if (word.endsWith('ies') && word.length > 4) {
    return `${word.slice(0, -3)}y`;
  }
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) {
    return word.slice(0, -2);
  }
  if (/[^su]s$/.test(word) && !word.endsWith('is')) {
    return word.slice(0, -1);
  }
  if (word.endsWith('ied') && word.length > 4) {
    return `${word.slice(0, -3)}y`;
  }
  const ending = /(?:ed|ing)$/.exec(word)?.[0];
  if (ending === undefined) {
    return word;
  }
  const stem = word.slice(0, -ending.length);
  if (stem.length < 2 || !VOWEL.test(stem)) {
    return word;
  }
  if (DOUBLED.test(stem)) {
    return stem.slice(0, -1);
  }
  return !SHORT_STEM_WITHOUT_E.test(stem) && LOST_E.test(stem) && !/[aeiou]{2}[^vzs]$/.test(stem)
    ? `${stem}e`
    : stem;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
