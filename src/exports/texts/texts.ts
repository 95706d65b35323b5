/** What a language must have words for. A text that is missing in one of them does not compile. */
import type { MetricGroupId } from '../../analysis/index.ts';
import type {
  AdviceCode,
  Band,
  Confidence,
  FilledPauseKind,
  FilledPauseTrigger,
  NoticeCode,
  PaceStretch,
  Phrasing,
  ReasonCode,
  Restart,
  Scenario,
  StressMismatch,
  Unit,
  VoicePassage,
} from '../../report/index.ts';

/** The parameters of each notice, as `report/notice.ts` describes them. */
export interface NoticeParams {
  readonly 'recording-cut': 'expectedSec' | 'decodedSec';
  readonly 'recording-damaged': never;
  readonly 'no-speech': never;
  readonly 'dead-channel': 'channel';
  readonly 'narrow-band': 'sampleRateHz';
  readonly clipped: 'percent';
  readonly noisy: 'snrDb';
  readonly hum: 'mainsHz' | 'underVoiceDb';
  readonly muffled: 'bandwidthHz';
  readonly 'very-quiet': 'levelDbfs';
  readonly 'language-not-supported': 'known';
  readonly 'language-not-counted': 'language';
  readonly 'language-mixed': 'language' | 'other' | 'percent';
  readonly 'language-doubtful': 'language';
  readonly 'very-short': 'speechSec';
}

/** The parameters of each advice, as `report/advice.ts` describes them. */
export interface AdviceParams {
  readonly 'slow-down': 'syllablesPerSec' | 'maxSyllablesPerSec' | 'wordsPerMinute' | 'max';
  readonly 'speed-up': 'syllablesPerSec' | 'minSyllablesPerSec' | 'wordsPerMinute' | 'min';
  readonly 'cut-not-rush': 'percent';
  readonly 'open-slower': 'percent' | 'openingSec';
  readonly 'plan-phrases': 'perMinute' | 'percent' | 'longCount';
  readonly 'over-time': 'talkSec' | 'maxSec' | 'overSec';
  readonly 'under-time': 'talkSec' | 'minSec' | 'leftSec';
  readonly 'drop-fillers': 'perMinute' | 'per100Words' | 'top' | 'topCount';
  readonly 'shorten-pauses': 'count' | 'longestSec';
  readonly 'pause-more': 'perMinute';
  readonly 'split-phrases': 'count' | 'words';
}

/** The forms of a counted noun by the plural rules of CLDR; `other` is said where a form is not listed. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** What is counted in the texts. */
export type Noun =
  | 'pause'
  | 'long-pause'
  | 'phrase'
  | 'long-phrase'
  | 'word'
  | 'syllable'
  | 'filler'
  | 'time';

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
  readonly pace: (param: Param, unit: 'words/min' | 'syllables/s', limit?: Param) => string;
  /** Whether the number is exactly one, where a language says it otherwise. */
  readonly isOne: (param: Param) => boolean;
  /** Whether the number is zero, and better left out. */
  readonly isNone: (param: Param) => boolean;
  /** The names of languages whose codes are given, with commas between them. */
  readonly languages: (param: Param) => string;
}

/** A title of a few words, and one or two sentences. */
interface AdviceText<Param extends string> {
  readonly title: string;
  readonly text: (say: Say<Param>) => string;
}

/** How a number stands to its limits, which are written without their unit. */
interface VerdictTexts {
  readonly above: (max: string) => string;
  readonly below: (min: string) => string;
  readonly aboveUnknown: string;
  readonly belowUnknown: string;
  readonly inside: (range: string) => string;
  readonly insideFrom: (min: string) => string;
  readonly insideUpTo: (max: string) => string;
  readonly insideUnknown: string;
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
    readonly syllablesPerSec: string;
  };
  readonly nouns: { readonly [N in Noun]: PluralForms };
  /** In the middle of a sentence. */
  readonly scenarios: { readonly [S in Scenario]: string };
  readonly headings: { readonly [Section in MetricGroupId | 'other']: string } & {
    readonly notMeasured: string;
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
    readonly place: string;
    readonly run: string;
    readonly context: string;
    readonly filler: string;
    readonly count: string;
    readonly places: string;
    readonly phrase: string;
    readonly stretch: string;
    readonly point: string;
    readonly status: string;
    readonly pace: string;
    readonly sound: string;
    readonly sureness: string;
    readonly before: string;
  };
  /** A number against its band. */
  readonly verdicts: VerdictTexts;
  /** A number against limits that the owner set. */
  readonly ownVerdicts: VerdictTexts;
  readonly grades: { readonly [G in Band['grade']]: string };
  /** Said before the reason in the footnote of a number. */
  readonly lessSure: { readonly [C in Exclude<Confidence, 'high'>]: string };
  readonly intervalNote: string;
  readonly pauses: {
    readonly none: (shortest: string) => string;
    readonly all: (pauses: string, shortest: string) => string;
    /** The same when some of them are long. */
    readonly withLong: (pauses: string, shortest: string, longCount: string, long: string) => string;
    /** How many stand where; the last is null when all places are known. */
    readonly places: (boundary: string, inside: string, unknown: string | null) => string;
    /** Leads over to a list of only some of them. */
    readonly longest: string;
    /** Said of a pause that does not stand where a phrase ends. */
    readonly inside: string;
    /** Leads over to the places where one is missing. */
    readonly missing: (words: string, length: string) => string;
  };
  readonly pace: {
    /** Leads over to the stretches that are too fast or too slow. */
    readonly stretches: string;
    readonly kinds: { readonly [Kind in PaceStretch['kind']]: string };
  };
  readonly voice: {
    /** Leads over to the passages in which the voice is unlike itself. */
    readonly passages: string;
    readonly kinds: { readonly [Kind in VoicePassage['kind']]: string };
    /** Leads over to phrases that lose their loudness. */
    readonly fading: string;
    /** Leads over to words whose stress and meaning do not fit together. */
    readonly mismatches: string;
    readonly mismatchKinds: { readonly [Kind in StressMismatch['kind']]: string };
  };
  readonly plan: {
    /** Leads over to the points, which are laid over the talk by their times alone. */
    readonly points: string;
    readonly notReached: string;
    readonly only: (spent: string) => string;
  };
  readonly fillers: {
    readonly none: string;
    /** Leads over to those that are not counted. */
    readonly doubtful: string;
  };
  readonly hesitations: {
    /** Leads over to the sounds that are counted, and to those that may be something else. */
    readonly sounds: string;
    readonly doubtful: string;
    readonly lengthenings: string;
    readonly restarts: string;
    readonly clusters: string;
    /** How a held sound is written. */
    readonly kinds: { readonly [Kind in FilledPauseKind]: string };
    readonly triggers: { readonly [Trigger in FilledPauseTrigger]: string };
    readonly restartKinds: { readonly [Kind in Restart['kind']]: string };
    /** Says how long, of a counted "2.4 times". */
    readonly times: (times: string) => string;
  };
  /** Each leads over to a list. */
  readonly wording: {
    readonly figures: string;
    readonly hedges: string;
    readonly starters: string;
    readonly repetitions: string;
    readonly repeatedPhrases: string;
    readonly unexplained: string;
    readonly removable: string;
    readonly sensitive: string;
  };
  /** Ends a list of places that was cut short. */
  readonly morePlaces: (count: string) => string;
  /** Says that there are more numbers than shown, and how to see them. */
  readonly moreNumbers: (count: string) => string;
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
