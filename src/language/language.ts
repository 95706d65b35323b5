/** What the analysis has to know about a language: how its words are said, and which of them fill time. */
import type { FillerKind, FillerReason } from '../report/index.ts';
import type { Lexicon } from './lexicon.ts';

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
  /** How likely it only fills time, 0.3 to 1; it is counted from 0.6. */
  readonly score: number;
  readonly counted: boolean;
  readonly reason: FillerReason;
  readonly kind: FillerKind;
}

/** Words of the owner: what counts as a filler whatever the rules say, and what never does. */
export interface FillerChoice {
  readonly count: readonly string[];
  readonly leave: readonly string[];
}

/** What helps to tell fillers from ordinary words; both may be left out. */
export interface FillerOptions {
  readonly ownerWords?: FillerChoice | undefined;
  /** Tells parts of speech; without it endings do. */
  readonly lexicon?: Lexicon | undefined;
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
  /**
   * Filler words and phrases, in order, never overlapping; whole words only, the longest phrase first. Doubtful ones are
   * among them where no sure one is, not counted.
   */
  findFillers(words: readonly ShownWord[], options?: FillerOptions): readonly FoundFiller[];
  /** What says the same as a filler in fewer words; empty where a silence does, or the filler is not listed. */
  shorterThan(filler: string): readonly string[];
  /** Whether a sentence ends with this shown word. */
  endsSentence(text: string): boolean;
  /** Whether a clause ends with this shown word: a comma, a colon, a dash, or the end of a sentence. */
  endsClause(text: string): boolean;
}
