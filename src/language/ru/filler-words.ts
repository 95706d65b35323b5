/** Small classes of Russian words by which the filler rules tell one sense from another. All without ё. */
import type { FillerPlace } from '../filler-rule.ts';
import { wordSet } from '../filler-rule.ts';
import type { PartOfSpeech } from '../lexicon.ts';

export const SUBJECTS = wordSet(
  'я ты он она оно мы вы они это мне нам нас меня тебе тебя вам вас его ее их кто все',
);
/** Pronouns in the nominative. */
export const NOMINATIVE = wordSet('я ты он она оно мы вы они');
/** Those with which a verb in the third person singular does not agree. */
export const NOT_THIRD_SINGULAR = wordSet('я ты мы вы они');
/** Pronouns beside which a second person is no predicate. */
export const NOT_ADDRESSED = wordSet(
  'я он она оно мы они это мне нам нас меня его ее их него нее них него ним ней ними же тут там',
);
export const QUESTIONS = wordSet(
  'что чего чем чему как кто кого кому где когда куда откуда почему зачем сколько какой какая какое какие каким какую каких ' +
    'ли чья чей кем насколько',
);
export const CHAIN_STARTS = wordSet('ну вот так и короче значит а но');
/** «Если шумно, значит, рядом дорога» concludes; «то есть, если» explains. */
export const CONDITIONS = wordSet('если раз поскольку когда коли чтобы');
/** Conjunctions and particles that bind a verb to what was said before it. */
export const BINDING = wordSet(
  'если когда и а но или не ли как что чтобы уже тоже больше лучше пусть раз где кто пока',
);
export const ADDRESSED = wordSet('вы вас вам ты тебя тебе');
/** Which somebody believes or says, before the truth is set against it. */
export const BELIEF =
  /^(?:каз|показ|дума|счита|утвержда|говор|вер(?:ил|ят|ит)|полага|обеща|напис|якобы|будто|вроде|пишут|принято|ожида|миф)/;

/** The likeliest part of speech of a word by its ending; undefined when that does not tell. */
export function guessPartOfSpeech(word: string): PartOfSpeech | undefined {
  if (/^\d/.test(word)) {
    return 'numeral';
  }
  if (word.length < 4) {
    return undefined;
  }
  if (/(?:[аеиыу]ть|ти|чь)(?:ся)?$|(?:[аеиоуыя]л[аои]?|[аеи]шь|[аеиуюя]т|ем|им)(?:с[яь])?$/.test(word)) {
    return 'verb';
  }
  return /(?:ый|ий|ая|ое|ые|ого|его|ому|ую)$/.test(word) ? 'adjective' : undefined;
}

/** Whether the word is most likely a verb, also in a short form. */
export function isVerb(place: FillerPlace, word: string): boolean {
  const kind = place.partOfSpeech(word);
  return kind === 'verb' || kind === 'gerund';
}

/** Whether the word names something. */
export function isNoun(place: FillerPlace, word: string): boolean {
  return place.partOfSpeech(word) === 'noun';
}

/** Whether the word is a number, or makes one vague. */
export function isAmount(place: FillerPlace, word: string): boolean {
  return (
    place.partOfSpeech(word) === 'numeral' ||
    /^(?:\d.*|примерно|около|порядка|сто|тысяч[аиу]?|пол.*|двадцать|тридцать|десять|два|две|три|пять)$/.test(
      word,
    )
  );
}

/** Whether the phrase's first word is said again in its sentence. */
export function repeats(place: FillerPlace, words: string): boolean {
  return (
    ` ${place.earlier.join(' ')} `.includes(` ${words} `) ||
    ` ${place.later.join(' ')} `.includes(` ${words} `)
  );
}
