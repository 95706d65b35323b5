/** How English fillers are told from the same words in their ordinary sense; a list item names its rule. */
import type { FillerPlace, FillerRule, FillerVerdict } from '../filler-rule.ts';
import {
  DOUBTFUL,
  ORDINARY,
  filler,
  isSetOff,
  isSetOffOrTag,
  setOff as setOffVerdict,
  wordSet,
} from '../filler-rule.ts';

const SUBJECTS = wordSet('i you he she it we they there');
const BE_FORMS = wordSet(
  "am is are was were be been being i'm you're he's she's it's we're they're that's there's what's who's wasn't isn't aren't",
);
const INTENSIFIERS = wordSet(
  'much so really very super totally completely way too pretty literally actually',
);
const DETERMINERS = wordSet(
  'a an the this that these those what which any some every each same another one no my your his her its our their all whatever other',
);
const OPENERS = wordSet('so and but okay ok well now then because just basically or yeah');
/** Before "you know" and "I mean" these make a question, a condition or a clause of its own. */
const ASKING = wordSet(
  `do don't did didn't does if as that what which who whom let lets than all everything whatever when how much many where why
  until before after whether because once unless think things know knew`,
);
const MEANT = wordSet('it that this to by business what is every no any well');
const NUMBER =
  /^(?:\$?\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|half|maybe|about)$/;
/** Verbs and pronouns after which "like" compares, and words that make it a verb. */
const COMPARING =
  /^(?:(?:look|feel|sound|taste|smell|seem|act|work|behave|live|dress|sing|talk|fly|treat)(?:s|ed|ing)?|felt|be|been|something|nothing|anything|everything|things?|more|just|exactly|much|unlike)$/;
const LIKING =
  /^(?:would|wouldn't|i'd|you'd|he'd|she'd|we'd|they'd|to|not|do|don't|does|doesn't|did|didn't|who|never|also|always|might|may|will|people)$/;
const THIRD_PERSON = wordSet('he she it');
/** What is said of nothing but a strong feeling. */
const EXAGGERATION =
  /^(?:die[ds]?|dying|dead|explod\w+|kill\w*|millions?|billions?|thousands?|hundreds?|starv\w+|fr[oe]ze\w*|melt\w*|forever|ever|never|always|everyone|everybody|nobody|everything|nothing|world|best|worst|insane|crazy|obsessed|blew|flew|jump\w*|scream\w*|shak\w+|cried|crying|exhaust\w*|broke|fell|lost|burst\w*|on\s?fire|fire|heart|brain|mind|can't|couldn't|no)$/;
const TRANSLATING =
  /^(?:words?|means?|meaning|translat\w+|latin|greek|term|phrase|name|language|french|german|spanish)$/;
const CONTRAST = wordSet(
  'but although though thought whereas instead rather than expected yet supposed said says looked seems seemed believed',
);
const QUESTION_STARTS = wordSet(
  'did do does is are was were has have had can could will would what why how who when where',
);
const CONCLUSION = wordSet(
  'conclusion result results means answer therefore lesson conclude takeaway summary',
);
const AFTER_TRAIL = wordSet('and but so because when then for at on with before after until while');

function repeats(place: FillerPlace, word: string): boolean {
  return place.earlier.includes(word) || place.later.includes(word);
}

/** Trails at the end of a phrase: "a bus or something." Not "or something new". */
const trailing: FillerRule = (place) => {
  if (place.breakAfter && !/^(?:that|of)$/.test(place.after)) {
    return filler(0.85, 'ends-phrase');
  }
  return AFTER_TRAIL.has(place.after) && !place.opensSentence ? filler(0.65, 'ends-phrase') : ORDINARY;
};

/** Also before a phrase that the verb wants: "chairs and stuff for the office". Not "and stuff it", "and stuff from home". */
const andStuff: FillerRule = (place) =>
  place.breakAfter || AFTER_TRAIL.has(place.after) ? filler(0.75, 'ends-phrase') : ORDINARY;

const youKnow: FillerRule = (place) => {
  if (!place.markBefore && ASKING.has(place.before)) {
    return ORDINARY;
  }
  if (isSetOffOrTag(place)) {
    return setOffVerdict(place);
  }
  if (place.breakAfter && !place.closesSentence) {
    return filler(0.7, 'between-words');
  }
  const isKnown = /^(?:the|a|an|this|that|these|those|my|our|your|his|their|him|her|them|it)$/.test(
    place.after,
  );
  if ((place.chained && !isKnown) || BE_FORMS.has(place.before)) {
    return filler(0.75, place.chained ? 'chain' : 'between-words');
  }
  if (place.markBefore && SUBJECTS.has(place.after)) {
    return filler(0.65, 'opens-phrase');
  }
  return OPENERS.has(place.before) && SUBJECTS.has(place.after) ? filler(0.65, 'opens-phrase') : ORDINARY;
};

const iMean: FillerRule = (place) => {
  const explains = place.earlier.some((word) => /^(?:say|says|said|saying|ask|asked|call)$/.test(word));
  if (place.markAfter && (place.breakBefore || !ASKING.has(place.before))) {
    return place.closesSentence && !place.opensSentence ? ORDINARY : setOffVerdict(place);
  }
  if (explains || ASKING.has(place.before) || MEANT.has(place.after)) {
    return ORDINARY;
  }
  return filler(0.75, place.opensSentence ? 'opens-phrase' : 'between-words');
};

const like: FillerRule = (place) => {
  const { before, after } = place;
  if (isSetOff(place) && place.markAfter) {
    return setOffVerdict(place);
  }
  if (place.markAfter && !place.closesSentence && (BE_FORMS.has(before) || before === 'just')) {
    return filler(0.8, 'quotes');
  }
  if (LIKING.test(before)) {
    return ORDINARY;
  }
  if (isSetOff(place)) {
    return setOffVerdict(place);
  }
  if (place.chained) {
    return filler(0.75, 'chain');
  }
  if (NUMBER.test(after) && !COMPARING.test(before)) {
    return filler(0.8, 'before-number');
  }
  if (COMPARING.test(before)) {
    return ORDINARY;
  }
  if (THIRD_PERSON.has(before) && !place.opensSentence) {
    return filler(0.7, 'between-words');
  }
  if (BE_FORMS.has(before)) {
    return INTENSIFIERS.has(after) ||
      SUBJECTS.has(after) ||
      after.endsWith('ing') ||
      before.startsWith('there')
      ? filler(0.7, SUBJECTS.has(after) ? 'quotes' : 'between-words')
      : DOUBTFUL;
  }
  if (OPENERS.has(before) && !place.markBefore) {
    return filler(0.65, 'opens-phrase');
  }
  return !place.breakAfter &&
    /^(?:i|we|they|you)$/.test(before) &&
    (INTENSIFIERS.has(after) || /[^aeiou]ed$/.test(after))
    ? filler(0.6, 'between-words')
    : ORDINARY;
};

/** "It is kind of late", "it, kind of, started". Not "this kind of bridge", "a new kind of loan". */
const kindOf: FillerRule = (place) => {
  if (place.markAfter && !place.closesSentence) {
    return setOffVerdict(place);
  }
  const isKind = DETERMINERS.has(place.before) || DETERMINERS.has(place.earlier.at(-2) ?? '');
  if (SUBJECTS.has(place.before) || BE_FORMS.has(place.before) || OPENERS.has(place.before)) {
    return filler(0.75, 'between-words');
  }
  if (isKind || place.before.endsWith('s')) {
    return ORDINARY;
  }
  return filler(0.65, 'between-words');
};

/** "So, here we are", "okay, so, turn right". Not "so heavy", "so that", "so we walked", nor where it concludes. */
const so: FillerRule = (place) => {
  if (place.opensSentence && place.later.some((word) => CONCLUSION.has(word))) {
    return ORDINARY;
  }
  if (isSetOff(place) || (place.chained && place.breakAfter)) {
    return place.chained ? filler(0.8, 'chain') : setOffVerdict(place);
  }
  if (place.closesSentence && place.breakBefore && !place.opensSentence) {
    return filler(0.7, 'ends-phrase');
  }
  if (place.stretched) {
    return filler(0.7, 'lengthened');
  }
  return place.chained && !place.markBefore ? filler(0.65, 'chain') : ORDINARY;
};

/** "Well, we tried", "this is, well, this is". Not "very well", nor the start of an answer. */
const well: FillerRule = (place) => {
  if (place.markAfter && place.afterQuestion) {
    return DOUBTFUL;
  }
  if (isSetOff(place)) {
    return setOffVerdict(place);
  }
  return place.chained && place.breakAfter ? filler(0.75, 'chain') : ORDINARY;
};

/** Stands alone: "okay, and we double it, okay". Not "is it okay if", "turn right". */
const okay: FillerRule = (place) => {
  if (place.opensSentence && place.closesSentence) {
    return place.afterQuestion ? ORDINARY : DOUBTFUL;
  }
  if (isSetOffOrTag(place)) {
    return place.asks && place.earlier.includes('you') ? DOUBTFUL : setOffVerdict(place);
  }
  return place.opensSentence && /^(?:so|let|let's|now|we|i)$/.test(place.after)
    ? filler(0.7, 'opens-phrase')
    : ORDINARY;
};

/** Stands alone, or is said again; not where it corrects what somebody may think. */
const actually: FillerRule = (place) => {
  const contrasts = place.earlier.some((word) => CONTRAST.has(word));
  const asks = QUESTION_STARTS.has(place.earlier[0] ?? '');
  if (contrasts || (asks && !place.markBefore)) {
    return ORDINARY;
  }
  if (isSetOffOrTag(place)) {
    return setOffVerdict(place);
  }
  if (repeats(place, 'actually')) {
    return filler(0.75, 'repeated');
  }
  return place.chained ? filler(0.65, 'chain') : DOUBTFUL;
};

/** Not where it says that something holds in the main: "is basically a pump". */
const basically: FillerRule = (place) => {
  if (place.breakBefore && place.breakAfter) {
    return setOffVerdict(place);
  }
  if (place.breakAfter || repeats(place, 'basically') || place.chained) {
    return filler(0.75, 'repeated');
  }
  if (BE_FORMS.has(place.before)) {
    return DOUBTFUL;
  }
  return filler(0.7, place.opensSentence ? 'opens-phrase' : 'between-words');
};

/** Where something is exaggerated: "I literally died". Not "lives literally next door", "literally means". */
const literally: FillerRule = (place) => {
  if ([...place.earlier, ...place.later.slice(0, 2)].some((word) => TRANSLATING.test(word))) {
    return ORDINARY;
  }
  if (isSetOff(place) || repeats(place, 'literally')) {
    return filler(0.8, repeats(place, 'literally') ? 'repeated' : 'set-off');
  }
  return place.later.slice(0, 4).some((word) => EXAGGERATION.test(word))
    ? filler(0.75, 'between-words')
    : DOUBTFUL;
};

/** Where it is said again, or breaks off. Not "has just left", "just five minutes". */
const just: FillerRule = (place) => {
  if (/^(?:has|have|had|'?s|i've|we've|you've|they've|a|the|not|only)$/.test(place.before)) {
    return ORDINARY;
  }
  if (NUMBER.test(place.after)) {
    return ORDINARY;
  }
  if (place.markAfter && !place.closesSentence && !BE_FORMS.has(place.before)) {
    return filler(0.7, 'set-off');
  }
  return repeats(place, 'just') ? filler(0.75, 'repeated') : DOUBTFUL;
};

const setOff: FillerRule = (place) => (isSetOff(place) ? setOffVerdict(place) : ORDINARY);
const setOffOrTag: FillerRule = (place) => (isSetOffOrTag(place) ? setOffVerdict(place) : ORDINARY);
const always: FillerRule = (): FillerVerdict => filler(0.95, 'no-other-sense');

/** The rules by the names that list items call them. */
export const ENGLISH_FILLER_RULES = Object.freeze({
  always,
  'set-off': setOff,
  'set-off-or-tag': setOffOrTag,
  trailing,
  'and-stuff': andStuff,
  'you-know': youKnow,
  'i-mean': iMean,
  like,
  'kind-of': kindOf,
  so,
  well,
  okay,
  actually,
  basically,
  literally,
  just,
} satisfies Record<string, FillerRule>);
