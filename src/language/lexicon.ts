/** What a lexicon answers: the dictionary forms that a word may belong to. */

/** The parts of speech that are told apart. */
export type PartOfSpeech =
  | 'noun'
  | 'pronoun'
  | 'adjective'
  | 'comparative'
  | 'verb'
  | 'participle'
  | 'gerund'
  | 'numeral'
  | 'adverb'
  | 'predicative'
  | 'preposition'
  | 'conjunction'
  | 'particle'
  | 'interjection';

/** One reading of a word. */
export interface Lemma {
  /** The dictionary form, in lower case and without ё: идти for «шёл». */
  readonly lemma: string;
  readonly partOfSpeech: PartOfSpeech;
  /** How often the word is read so, 0 to 1; the readings of one word make 1 together. */
  readonly probability: number;
}

/** Looks words up. Pure: the same word, the same answer. */
export interface Lexicon {
  /**
   * The readings of a word, the likeliest first; guessed from its ending when it is in no dictionary, and empty when it
   * cannot be a word of the language. Capitals and ё do not matter.
   */
  lemmas(word: string): readonly Lemma[];
}
