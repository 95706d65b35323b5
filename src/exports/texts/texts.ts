/** What a language must have words for. A text that is missing in one of them does not compile. */
import type {
  AdviceCode,
  Band,
  Confidence,
  NoticeCode,
  Phrasing,
  ReasonCode,
  Unit,
} from '../../report/index.ts';

/** The parameters of each notice, as `report/notice.ts` describes them. */
export interface NoticeParams {
  readonly 'recording-cut': 'expectedSec' | 'decodedSec';
  readonly 'recording-damaged': never;
  readonly 'no-speech': never;
  readonly 'dead-channel': 'channel';
  readonly 'narrow-band': 'sampleRateHz';
  readonly clipped: 'percent';
  readonly 'very-quiet': 'levelDbfs';
  readonly 'language-not-supported': 'known';
  readonly 'language-not-counted': 'language';
  readonly 'language-mixed': 'language' | 'other' | 'percent';
  readonly 'language-doubtful': 'language';
  readonly 'very-short': 'speechSec';
}

/** The parameters of each advice, as `report/advice.ts` describes them. */
export interface AdviceParams {
  readonly 'slow-down': 'wordsPerMinute' | 'max';
  readonly 'speed-up': 'wordsPerMinute' | 'min';
  readonly 'drop-fillers': 'perMinute' | 'per100Words' | 'top' | 'topCount';
  readonly 'shorten-pauses': 'count' | 'longestSec';
  readonly 'pause-more': 'perMinute';
  readonly 'split-phrases': 'count' | 'words';
}

/** The forms of a counted noun by the plural rules of CLDR; `other` is said where a form is not listed. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** What is counted in the texts. */
export type Noun = 'pause' | 'long-pause' | 'phrase' | 'long-phrase' | 'word' | 'filler' | 'time';

/** Puts the parameters of one notice or advice into words. A parameter that a report lacks is shown as "?". */
export interface Say<Param extends string> {
  /** A name or word as it stands. */
  readonly text: (param: Param) => string;
  /** A number with at most one decimal. */
  readonly number: (param: Param) => string;
  /** A length: "3.2 s", "1 min 44 s". */
  readonly duration: (param: Param) => string;
  /** A place or length as a clock shows it: "1:44". */
  readonly clock: (param: Param) => string;
  /** A frequency given in hertz, in kilohertz. */
  readonly kilohertz: (param: Param) => string;
  /** A number with its noun: "5 pauses". */
  readonly counted: (param: Param, noun: Noun) => string;
  /** A pace with its unit, written so that it does not read like the limit in another parameter. */
  readonly pace: (param: Param, limit: Param) => string;
  /** Whether the number is exactly one, where a language says it otherwise. */
  readonly isOne: (param: Param) => boolean;
  /** The names of languages whose codes are given, with commas between them. */
  readonly languages: (param: Param) => string;
}

/** A title of a few words, and one or two sentences. */
interface AdviceText<Param extends string> {
  readonly title: string;
  readonly text: (say: Say<Param>) => string;
}

/** All words of one language. Functions take finished pieces: numbers are already written in the language's way. */
export interface Texts {
  readonly notices: { readonly [Code in NoticeCode]: (say: Say<NoticeParams[Code]>) => string };
  readonly advice: { readonly [Code in AdviceCode]: AdviceText<AdviceParams[Code]> };
  /** Parts of a sentence, without capital or full stop. */
  readonly reasons: { readonly [Code in ReasonCode]: string };
  /** Units that follow a number. A `count` has none, a `ratio` is a percentage, an `s` a duration. */
  readonly units: { readonly [U in Exclude<Unit, 's' | 'ratio' | 'count'>]: PluralForms };
  readonly shortUnits: {
    readonly hour: string;
    readonly minute: string;
    readonly second: string;
    readonly kilohertz: string;
  };
  readonly nouns: { readonly [N in Noun]: PluralForms };
  readonly headings: {
    readonly numbers: string;
    readonly notMeasured: string;
    readonly pauses: string;
    readonly fillers: string;
    readonly phrases: string;
    readonly advice: string;
    readonly transcript: string;
    readonly ranges: string;
  };
  readonly columns: {
    readonly measure: string;
    readonly value: string;
    readonly verdict: string;
    readonly reason: string;
    readonly at: string;
    readonly length: string;
    readonly context: string;
    readonly filler: string;
    readonly count: string;
    readonly places: string;
    readonly phrase: string;
  };
  /** A number against its band; the ends are written without their unit. */
  readonly verdicts: {
    readonly above: (max: string) => string;
    readonly below: (min: string) => string;
    readonly aboveUnknown: string;
    readonly belowUnknown: string;
    readonly inside: (range: string) => string;
    readonly insideFrom: (min: string) => string;
    readonly insideUpTo: (max: string) => string;
    readonly insideUnknown: string;
  };
  readonly grades: { readonly [G in Band['grade']]: string };
  /** Said before the reason in the footnote of a number. */
  readonly lessSure: { readonly [C in Exclude<Confidence, 'high'>]: string };
  readonly intervalNote: string;
  readonly pauses: {
    readonly none: (shortest: string) => string;
    readonly all: (pauses: string, shortest: string) => string;
    /** The same when some of them are long. */
    readonly withLong: (pauses: string, shortest: string, longCount: string, long: string) => string;
    /** Leads over to a list of only some of them. */
    readonly longest: string;
  };
  readonly fillers: {
    readonly none: string;
    /** Ends a list of places that was cut short. */
    readonly more: (count: string) => string;
  };
  readonly phrases: {
    readonly none: string;
    readonly summary: (phrases: string, short: string, balanced: string, long: string) => string;
    readonly rhythm: { readonly [R in Phrasing['rhythm']]: string };
    readonly longest: string;
    readonly fastest: string;
  };
  /** Said in place of advice when there is none to give. */
  readonly allInside: string;
  readonly listenAt: string;
  readonly transcriptAbsent: (reason: string) => string;
}
