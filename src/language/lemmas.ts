/** Dictionary forms of the words of a talk: by the lexicon where there is one, by rules of the language elsewhere. */
import { englishLemma, englishPartOfSpeech } from './en/lemmas.ts';
import type { Language } from './language.ts';
import type { Lexicon, PartOfSpeech } from './lexicon.ts';
import { russianStem } from './ru/stems.ts';

/** Answers about words as {@link Language.spokenWords} gives them. Pure: the same word, the same answer. */
export interface Lemmas {
  /**
   * What the forms of a word have in common, in lower case and without ё: the dictionary form, or a stem where no
   * dictionary knows it. To be compared, not to be shown.
   */
  lemma(spokenWord: string): string;
  /** The likeliest part of speech; undefined when neither dictionary nor ending tells. */
  partOfSpeech(spokenWord: string): PartOfSpeech | undefined;
}

interface Reading {
  readonly lemma: string;
  readonly partOfSpeech: PartOfSpeech | undefined;
}

/**
 * Remembers every word that it was asked about: talks repeat their words.
 *
 * @param lexicon only Russian words are looked up in it; without it forms of a Russian word are told by their stems
 */
export function createLemmas(language: Language, lexicon?: Lexicon): Lemmas {
  const known = new Map<string, Reading>();
  function readingOf(spokenWord: string): Reading {
    let reading = known.get(spokenWord);
    if (reading === undefined) {
      reading = read(plain(spokenWord), language.code, lexicon);
      known.set(spokenWord, reading);
    }
    return reading;
  }
  return Object.freeze({
    lemma: (spokenWord: string) => readingOf(spokenWord).lemma,
    partOfSpeech: (spokenWord: string) => readingOf(spokenWord).partOfSpeech,
  });
}

/** In lower case and without ё: how words are compared. */
export function plain(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
}

function read(word: string, language: string, lexicon: Lexicon | undefined): Reading {
  if (/\p{Script=Latin}/u.test(word)) {
    return { lemma: englishLemma(word), partOfSpeech: englishPartOfSpeech(word) };
  }
  const [likeliest] = lexicon?.lemmas(word) ?? [];
  if (likeliest !== undefined) {
    return likeliest;
  }
  return { lemma: language === 'ru' ? russianStem(word) : word, partOfSpeech: undefined };
}
