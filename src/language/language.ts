/** What the analysis has to know about a language: how its words are said, and which of them fill time. */

/** A word as the recogniser shows it, with the silence that follows it. */
export interface ShownWord {
  /** With its capitals, and with the punctuation around it. */
  readonly text: string;
  /** Seconds until the next word begins; null when word ends are not measured, or after the last word. */
  readonly gapAfterSec: number | null;
}

/** A filler word or phrase that was found among shown words. */
export interface FoundFiller {
  /** Its listed form, such as "you know". */
  readonly text: string;
  /** Index of its first word. */
  readonly first: number;
  /** Index of its last word, inclusive. */
  readonly last: number;
}

/** One language. All functions are pure, and take shown words as the recogniser prints them. */
export interface Language {
  /** Two-letter code. */
  readonly code: string;
  /**
   * A shown word as it is said: `$84,000` gives eighty, four, thousand, dollars; `well-known` gives well, known.
   * Punctuation and hesitation sounds (um, hmm) give nothing: they are no words.
   */
  spokenWords(text: string): readonly string[];
  /** How many syllables one of {@link spokenWords} has; 0 for a word without a vowel of its own, such as the Russian «в». */
  syllables(spokenWord: string): number;
  /** Filler words and phrases, in order, never overlapping; whole words only, the longest phrase first. */
  findFillers(words: readonly ShownWord[]): readonly FoundFiller[];
  /** Whether a sentence ends with this shown word. */
  endsSentence(text: string): boolean;
  /** Whether a clause ends with this shown word: a comma, a colon, a dash, or the end of a sentence. */
  endsClause(text: string): boolean;
}
