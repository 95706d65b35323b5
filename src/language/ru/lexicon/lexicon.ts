/**
 * Russian dictionary forms and parts of speech, from the OpenCorpora dictionary as pymorphy2 compiles it: words and the
 * paradigms they are inflected by. A word that is not in it takes the paradigm of the words that end alike.
 */
import type { Lemma, Lexicon, PartOfSpeech } from '../../lexicon.ts';
import type { Dawg } from './dawg.ts';
import { ROOT, readDawg } from './dawg.ts';

/** The files of the dictionary, as the package `az` has them in its folder `dicts`. */
export interface RussianDictionaries {
  /** `words.dawg`: words with their paradigms. */
  readonly words: Uint8Array;
  /** `prediction-suffixes-0.dawg`: ends of words with the paradigms that they mostly go by. */
  readonly endings: Uint8Array;
  /** `p_t_given_w.intdawg`: how often an ambiguous word is read in each way, counted in a corpus. */
  readonly probabilities: Uint8Array;
  /** `paradigms.array`: for each, the ends, tags and beginnings of its forms; the first form is the lemma. */
  readonly paradigms: Uint8Array;
  /** `suffixes.json`. */
  readonly suffixes: readonly string[];
  /** `gramtab-opencorpora-int.json`. */
  readonly tags: readonly string[];
}

/** Beginnings of forms, such as «поновее»; their order is that of the dictionary. */
const FORM_PREFIXES = ['', 'по', 'наи'] as const;

const PARTS_OF_SPEECH: ReadonlyMap<string, PartOfSpeech> = new Map<string, PartOfSpeech>([
  ['NOUN', 'noun'],
  ['NPRO', 'pronoun'],
  ['ADJF', 'adjective'],
  ['ADJS', 'adjective'],
  ['COMP', 'comparative'],
  ['VERB', 'verb'],
  ['INFN', 'verb'],
  ['PRTF', 'participle'],
  ['PRTS', 'participle'],
  ['GRND', 'gerund'],
  ['NUMR', 'numeral'],
  ['ADVB', 'adverb'],
  ['PRED', 'predicative'],
  ['PREP', 'preposition'],
  ['CONJ', 'conjunction'],
  ['PRCL', 'particle'],
  ['INTJ', 'interjection'],
]);

/** New words are of these kinds; pronouns, prepositions and the like are all in the dictionary. */
const OPEN: ReadonlySet<PartOfSpeech> = new Set<PartOfSpeech>([
  'noun',
  'adjective',
  'comparative',
  'verb',
  'participle',
  'gerund',
  'adverb',
]);

/** Between a word and what is known of it. */
const SEPARATOR = 1;
const LONGEST_ENDING = 5;
/** Shorter words do not show by their ending how they are inflected. */
const SHORTEST_GUESSED = 4;
/** Added to every reading: the corpus has not seen all of them. */
const UNCOUNTED = 1e-3;
const PARTICLE_AT_END = /-(?:то|ка|таки|де|с)$/u;
/** What can be looked up at all: Russian letters, with hyphens inside. */
const WORD = /^[а-яё]+(?:-[а-яё]+)*$/u;

/** A form of a paradigm, with how many words of the dictionary end so (1 for a word of the dictionary itself). */
interface Form {
  /** As the dictionary spells it, with ё. */
  readonly word: string;
  readonly paradigm: number;
  readonly form: number;
  readonly weight: number;
}

/** Prepares the dictionary: copies some megabytes, parses nothing. */
export function createRussianLexicon(dictionaries: RussianDictionaries): Lexicon {
  const { suffixes, tags } = dictionaries;
  const words = readDawg(dictionaries.words);
  const endings = readDawg(dictionaries.endings);
  const probabilities = readDawg(dictionaries.probabilities);
  const paradigms = readParadigms(dictionaries.paradigms);

  function lemmas(word: string): readonly Lemma[] {
    const lower = word.normalize('NFC').toLowerCase();
    return WORD.test(lower) ? (inDictionary(lower) ?? inParts(lower) ?? guessed(lower)) : [];
  }

  function inDictionary(word: string): readonly Lemma[] | undefined {
    const spellings = spelledAlike(words, word).flatMap(({ spelled, place }) => {
      const start = words.follow(place, SEPARATOR);
      return start === undefined ? [] : words.endings(start, 4).map((bytes) => toForm(spelled, bytes));
    });
    return spellings.length === 0 ? undefined : merged(spellings, weigh);
  }

  /** With a hyphen: «смотри-ка» is «смотри», «интернет-магазину» inflects its last part. */
  function inParts(word: string): readonly Lemma[] | undefined {
    const base = word.replace(PARTICLE_AT_END, '');
    if (base !== word) {
      return lemmas(base);
    }
    const cut = word.lastIndexOf('-') + 1;
    return cut === 0
      ? undefined
      : lemmas(word.slice(cut)).map((last) => ({ ...last, lemma: plain(word.slice(0, cut)) + last.lemma }));
  }

  function guessed(word: string): readonly Lemma[] {
    for (let length = Math.min(LONGEST_ENDING, word.length - 1); length > 0; length -= 1) {
      const stem = word.slice(0, -length);
      const forms = spelledAlike(endings, word.slice(-length)).flatMap(({ spelled, place }) => {
        const start = endings.follow(place, SEPARATOR);
        return start === undefined
          ? []
          : endings.endings(start, 6).map((bytes) => toGuess(stem + spelled, bytes));
      });
      const open = forms.filter((form) => OPEN.has(kindOf(form) ?? 'particle'));
      if (open.length > 0 && word.length >= SHORTEST_GUESSED) {
        return merged(open, ({ weight }) => weight);
      }
    }
    return [];
  }

  /** How often the corpus reads the word so; 0 when it has not counted. */
  function weigh(form: Form): number {
    const place = probabilities.followAll(ROOT, encode(`${form.word}:${tagOf(form)}`));
    return (place === undefined ? 0 : (probabilities.valueAt(place) ?? 0)) / 1e6;
  }

  /** One reading for each lemma and part of speech, their weights together 1. */
  function merged(forms: readonly Form[], weightOf: (form: Form) => number): readonly Lemma[] {
    const readings = new Map<string, Lemma>();
    let total = 0;
    for (const form of forms) {
      const partOfSpeech = kindOf(form);
      if (partOfSpeech !== undefined) {
        const lemma = plain(lemmaOf(form));
        const key = `${partOfSpeech} ${lemma}`;
        const known = readings.get(key);
        // Forms that were not counted weigh nothing of their own: a noun has more of them that look alike.
        const weight = weightOf(form) + (known === undefined ? UNCOUNTED : 0);
        readings.set(key, { lemma, partOfSpeech, probability: (known?.probability ?? 0) + weight });
        total += weight;
      }
    }
    return [...readings.values()]
      .map((reading) => ({ ...reading, probability: reading.probability / total }))
      .toSorted((a, b) => b.probability - a.probability || rank(a) - rank(b));
  }

  function lemmaOf({ word, paradigm, form }: Form): string {
    const rows = paradigms[paradigm] ?? new Uint16Array();
    const count = rows.length / 3;
    const prefixOf = (index: number): string => FORM_PREFIXES[rows[count * 2 + index] ?? 0] ?? '';
    const suffixOf = (index: number): string => suffixes[rows[index] ?? 0] ?? '';
    const stem = word.slice(prefixOf(form).length, word.length - suffixOf(form).length);
    return prefixOf(0) + stem + suffixOf(0);
  }

  function tagOf({ paradigm, form }: Form): string {
    const rows = paradigms[paradigm];
    return rows === undefined ? '' : (tags[rows[rows.length / 3 + form] ?? 0] ?? '');
  }

  function kindOf(form: Form): PartOfSpeech | undefined {
    return PARTS_OF_SPEECH.get(tagOf(form).slice(0, 4));
  }

  return Object.freeze({ lemmas });
}

/** The spellings that a graph has of a word: е also stands for ё, and ё for е where nothing is spelled with it. */
function spelledAlike(
  dawg: Dawg,
  word: string,
): readonly { readonly spelled: string; readonly place: number }[] {
  let found: { spelled: string; place: number }[] = [{ spelled: '', place: ROOT }];
  for (const letter of word) {
    const letters = letter === 'е' ? ['е', 'ё'] : [letter];
    found = found.flatMap(({ spelled, place }) =>
      letters.flatMap((alike) => {
        const next = dawg.follow(place, encodeLetter(alike));
        return next === undefined ? [] : [{ spelled: spelled + alike, place: next }];
      }),
    );
  }
  return found.length === 0 && word.includes('ё') ? spelledAlike(dawg, plain(word)) : found;
}

/** Two numbers of 14 bits: a paradigm, and the form in it. */
function toForm(word: string, bytes: readonly number[]): Form {
  return { word, paradigm: numberAt(bytes, 0), form: numberAt(bytes, 2), weight: 1 };
}

/** How often, then the same two numbers. */
function toGuess(word: string, bytes: readonly number[]): Form {
  return { word, weight: numberAt(bytes, 0), paradigm: numberAt(bytes, 2), form: numberAt(bytes, 4) };
}

/** Seven bits to a byte, written so that no byte is 0: that would end the key. */
function numberAt(bytes: readonly number[], index: number): number {
  const [high = 0, low = 0] = bytes.slice(index, index + 2);
  return ((high ^ 1) << 6) + (low >> 1);
}

function readParadigms(file: Uint8Array): readonly Uint16Array[] {
  const list = new Uint16Array(new Uint8Array(file).buffer);
  const paradigms: Uint16Array[] = [];
  let at = 1;
  for (let index = 0; index < (list[0] ?? 0); index += 1) {
    const size = list[at] ?? 0;
    paradigms.push(list.subarray(at + 1, at + 1 + size));
    at += 1 + size;
  }
  return paradigms;
}

/** Windows-1251, as far as the keys use it: Russian small letters and ASCII. */
function encodeLetter(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code < 0x80) {
    return code;
  }
  return letter === 'ё' ? 0xb8 : code - 0x3_50;
}

function* encode(text: string): Generator<number> {
  for (const letter of text) {
    yield encodeLetter(letter);
  }
}

/** Of readings that are equally likely, small words come first, as they are the frequent ones. */
function rank({ partOfSpeech }: Lemma): number {
  return OPEN.has(partOfSpeech) ? 1 : 0;
}

function plain(word: string): string {
  return word.replaceAll('ё', 'е');
}
