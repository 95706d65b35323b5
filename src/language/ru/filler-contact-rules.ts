/** Russian words that turn to the listener: «знаете», «смотрите», «да?»; all of them are verbs or answers too. */
import type { FillerRule } from '../filler-rule.ts';
import { DOUBTFUL, ORDINARY, filler, isSetOff, setOff as setOffVerdict } from '../filler-rule.ts';
import { ADDRESSED, BINDING, NOMINATIVE, NOT_ADDRESSED, QUESTIONS, isVerb } from './filler-words.ts';

/** From here on a tag is a habit: about two a minute. */
const HABIT_PER_100_WORDS = 2;

/** Set off, or where another verb or subject leaves no place for it. Not «вы знаете ответ», «смотрите на график». */
const contact: FillerRule = (place) => {
  const { before, after, earlier } = place;
  const asks =
    place.later.slice(0, 2).some((word) => QUESTIONS.has(word)) && !/^какая$|^какой$|^какие$/.test(after);
  if (asks || (ADDRESSED.has(before) && !place.markBefore) || (BINDING.has(before) && !place.markBefore)) {
    return ORDINARY;
  }
  if (isSetOff(place)) {
    return setOffVerdict(place);
  }
  if (place.opensSentence) {
    return NOMINATIVE.has(after) && !ADDRESSED.has(after) ? filler(0.65, 'opens-phrase') : ORDINARY;
  }
  if (
    place.closesSentence ||
    place.breakBefore ||
    place.markAfter ||
    earlier.some((word) => ADDRESSED.has(word))
  ) {
    return ORDINARY;
  }
  const hasOther = NOT_ADDRESSED.has(before) || isVerb(place, before) || isVerb(place, after);
  return hasOther ? filler(0.7, 'between-words') : DOUBTFUL;
};

/** «Вы знаете, я сначала не поверил»; «видите ли». */
const contactPhrase: FillerRule = (place) =>
  isSetOff(place) && !place.later.slice(0, 2).some((word) => QUESTIONS.has(word))
    ? setOffVerdict(place)
    : ORDINARY;

/** «Мы живём в городе, да? И каждый день …»: a statement asks for assent. Not a question to somebody. */
const tag: FillerRule = (place) => {
  if (!place.asks || place.opensSentence || !place.markBefore) {
    return ORDINARY;
  }
  const isReal = place.earlier.some(
    (word) =>
      ADDRESSED.has(word) ||
      QUESTIONS.has(word) ||
      /^(?:правильно|верно|спрашива\S*|ваш\S*|твой|твоя)$/.test(word),
  );
  if (isReal) {
    return place.per100Words > HABIT_PER_100_WORDS ? DOUBTFUL : ORDINARY;
  }
  return place.per100Words > HABIT_PER_100_WORDS ? filler(0.85, 'repeated') : filler(0.65, 'tag');
};

/** See the names: rules of the list. */
export const RUSSIAN_CONTACT_RULES = Object.freeze({
  contact,
  'contact-phrase': contactPhrase,
  tag,
} satisfies Record<string, FillerRule>);
