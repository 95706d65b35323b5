/** What a rule answers about a listed phrase in its place: how likely it only fills time there, and why. */
import type { FillerReason } from '../report/index.ts';
import type { PartOfSpeech } from './lexicon.ts';

/** From this score on a filler is counted. */
export const COUNTED_FROM = 0.6;
/** From this score on it is shown as a doubtful one; below, it is an ordinary word. */
export const SHOWN_FROM = 0.3;

/** The answer of a rule. */
export interface FillerVerdict {
  /** 0 to 1. */
  readonly score: number;
  readonly reason: FillerReason;
}

/** Where a filler stands. */
export interface FillerPlace {
  /** The word before (past hesitation sounds), in lower case without punctuation; empty at the start of the talk. */
  readonly before: string;
  /** The word after, likewise. */
  readonly after: string;
  /** The words of its sentence before it and after it, likewise: the nearest of them, in the order of speech. */
  readonly earlier: readonly string[];
  readonly later: readonly string[];
  /** It is the first, or the last, of its sentence. */
  readonly opensSentence: boolean;
  readonly closesSentence: boolean;
  /** Set off from its neighbour by punctuation, a silence, a hesitation sound, or (after it) another filler. */
  readonly breakBefore: boolean;
  readonly breakAfter: boolean;
  /** Of these, punctuation alone: a silence after a word may also be for effect. */
  readonly markBefore: boolean;
  readonly markAfter: boolean;
  /** A filler that counts ends right before it. */
  readonly chained: boolean;
  /** A question mark follows it. */
  readonly asks: boolean;
  /** It opens the answer to a question. */
  readonly afterQuestion: boolean;
  /** It is held longer than a word needs: «во-от», "sooo". */
  readonly stretched: boolean;
  /** How often it is said in a hundred words of this talk, in whatever sense; of a short talk, as if it had a hundred. */
  readonly per100Words: number;
  /** The likeliest part of speech of a word; undefined when nothing tells. */
  partOfSpeech(word: string): PartOfSpeech | undefined;
}

/** Tells a filler from an ordinary word. */
export type FillerRule = (place: FillerPlace) => FillerVerdict;

/** Surely an ordinary word. */
export const ORDINARY: FillerVerdict = Object.freeze({ score: 0, reason: 'may-be-ordinary' });

/** May be either: shown, not counted. */
export const DOUBTFUL: FillerVerdict = Object.freeze({ score: 0.45, reason: 'may-be-ordinary' });

/** A filler, for this reason. */
export function filler(score: number, reason: Exclude<FillerReason, 'may-be-ordinary'>): FillerVerdict {
  return { score, reason };
}

/** Alone between pauses or marks; not alone at the end of a sentence, where a word is seldom set off for nothing. */
export function isSetOff(place: FillerPlace): boolean {
  return place.breakBefore && place.breakAfter && (place.opensSentence || !place.closesSentence);
}

/** Also at the end of a sentence: "It was late, you know." */
export function isSetOffOrTag(place: FillerPlace): boolean {
  return place.breakBefore && place.breakAfter;
}

/** The verdict on a phrase that is set off: surer by marks than by silence, which may also be for effect. */
export function setOff(place: FillerPlace): FillerVerdict {
  const marks = Number(place.markBefore) + Number(place.markAfter);
  const tag = place.closesSentence && !place.opensSentence;
  return filler(0.8 + 0.05 * marks, tag ? 'ends-phrase' : place.opensSentence ? 'opens-phrase' : 'set-off');
}

/** A set of words for a rule, written as one line. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}
