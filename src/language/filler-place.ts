/** Where a phrase stands among shown words: its neighbours, its sentence, the marks and silences around it. */
import type { FillerPlace } from './filler-rule.ts';
import type { Language, ShownWord } from './language.ts';
import type { PartOfSpeech } from './lexicon.ts';

/** Silence from here on sets a word off from its neighbour as a comma does. */
const SET_OFF_GAP_SEC = 0.15;
/** How far a rule sees, in shown words. */
const WINDOW_WORDS = 8;

/** What has to be known about a language to say where a phrase stands. */
export interface PlaceListing extends Pick<Language, 'endsSentence' | 'endsClause'> {
  /** The words of a shown word, in lower case without punctuation, split at hyphens. */
  plainWords(text: string): readonly string[];
  /** A shown word without held sounds: вот for «во-о-от». */
  unstretched(text: string): string;
  /** Whether the shown word is a sound such as um. */
  isHesitation(text: string): boolean;
}

/** The words of a talk, each taken apart once. */
export interface FillerWords {
  readonly words: readonly ShownWord[];
  readonly plain: readonly (readonly string[])[];
  readonly listing: PlaceListing;
  readonly partOfSpeech: (word: string) => PartOfSpeech | undefined;
}

/** What is known of the fillers around a phrase. */
export interface Surroundings {
  readonly fillerFollows: boolean;
  readonly chained: boolean;
  readonly per100Words: number;
}

/** The place of the shown words `first` to `last`. */
export function placeOf(talk: FillerWords, first: number, last: number, around: Surroundings): FillerPlace {
  const { words, plain, listing } = talk;
  let before = first - 1;
  while (isHesitationAt(talk, before)) {
    before -= 1;
  }
  const [previous, final, next] = [words[before], words[last], words[last + 1]];
  const endsSentence = (word: ShownWord | undefined): boolean =>
    word !== undefined && listing.endsSentence(word.text);
  const endsClause = (word: ShownWord | undefined): boolean =>
    word !== undefined && listing.endsClause(word.text);
  const setsOff = (word: ShownWord | undefined): boolean =>
    endsClause(word) || (word?.gapAfterSec ?? 0) >= SET_OFF_GAP_SEC;
  const opensSentence = previous === undefined || endsSentence(previous);
  const closesSentence = next === undefined || endsSentence(final);
  return {
    before: plain[before]?.at(-1) ?? '',
    after: plain[last + 1]?.[0] ?? '',
    earlier: opensSentence ? [] : wordsOfSentence(talk, before, -1),
    later: closesSentence ? [] : wordsOfSentence(talk, last + 1, 1),
    opensSentence,
    closesSentence,
    breakBefore: opensSentence || before < first - 1 || setsOff(previous),
    breakAfter: closesSentence || around.fillerFollows || setsOff(final) || isHesitationAt(talk, last + 1),
    markBefore: opensSentence || endsClause(previous),
    markAfter: closesSentence || endsClause(final),
    chained: around.chained,
    asks: isQuestion(final),
    afterQuestion: opensSentence && isQuestion(previous),
    stretched: words.slice(first, last + 1).some(({ text }) => listing.unstretched(text) !== text),
    per100Words: around.per100Words,
    partOfSpeech: talk.partOfSpeech,
  };
}

/** From `start` on, forwards or backwards, to the end of the sentence or of the window; in the order of speech. */
function wordsOfSentence(talk: FillerWords, start: number, step: 1 | -1): readonly string[] {
  const { words, plain, listing } = talk;
  let count = 0;
  while (count < WINDOW_WORDS) {
    const [here, next] = [words[start + count * step], words[start + (count + 1) * step]];
    if (here === undefined) {
      break;
    }
    count += 1;
    const ender = step === 1 ? here : next;
    if (ender !== undefined && listing.endsSentence(ender.text)) {
      break;
    }
  }
  const from = step === 1 ? start : start - count + 1;
  return plain.slice(from, from + count).flat();
}

function isHesitationAt({ words, listing }: FillerWords, index: number): boolean {
  const word = words[index];
  return word !== undefined && listing.isHesitation(word.text);
}

function isQuestion(word: ShownWord | undefined): boolean {
  return word !== undefined && /\?\P{L}*$/u.test(word.text);
}
