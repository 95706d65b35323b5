/** English filler words and phrases, and the places in which each of them counts. */
import type { FillerItem, FillerPlace } from '../filler-finder.ts';

type Rule = (place: FillerPlace) => boolean;

const SUBJECTS = wordSet('i you he she it we they there');
const BE_FORMS = wordSet(
  "am is are was were be been being i'm you're he's she's it's we're they're that's there's what's",
);
const INTENSIFIERS = wordSet('much so really very super totally completely way too pretty');
const MEANT = wordSet('it that this to by business what is');
const ASKING = wordSet(
  "do don't did didn't does if as that what which who let lets than all everything whatever",
);

/** Set off on both sides, as by commas: "the river, well, is quiet", "So, here we are". */
const setOff: Rule = (place) =>
  place.breakBefore && place.breakAfter && (place.opensSentence || !place.closesSentence);
/** Also at the end of a sentence: "It was late, you know." */
const setOffOrTag: Rule = (place) => place.breakBefore && place.breakAfter;

/** Set off; or "you know" before a comma, or before a subject at the start. Not "do you know", "you know the place". */
const youKnow: Rule = (place) =>
  setOffOrTag(place) ||
  (place.breakAfter && !place.closesSentence && !ASKING.has(place.before)) ||
  (place.opensSentence && SUBJECTS.has(place.after));

/** Anywhere but where it has an object or answers "what": "I mean it", "what I mean is". */
const iMean: Rule = (place) => setOffOrTag(place) || !(ASKING.has(place.before) || MEANT.has(place.after));

/** Set off; or between a form of be and an intensifier: "it is like much more". Not "I like it", "like a tree". */
const like: Rule = (place) => setOff(place) || (BE_FORMS.has(place.before) && INTENSIFIERS.has(place.after));

/** Set off; or after a subject, a form of be, "just": "it is kind of late". Not "this kind of bridge". */
const kindOf: Rule = (place) =>
  setOff(place) || SUBJECTS.has(place.before) || BE_FORMS.has(place.before) || place.before === 'just';

/** At the end of a clause: "a bus or something." Not "or something new". */
const trailing: Rule = (place) => place.breakAfter;

/**
 * The list. Hyphens, case and punctuation do not matter; the longest phrase wins. Sounds (um, uh) are not in it:
 * recognisers drop most of them, so they are measured in the sound.
 */
export const ENGLISH_FILLERS: readonly FillerItem[] = [
  { kind: 'always', text: 'basically' },
  { kind: 'always', text: 'literally' },
  { kind: 'always', text: "y'know" },
  { kind: 'always', text: 'you know what I mean' },
  { kind: 'always', text: 'and stuff like that' },
  { kind: 'always', text: 'or something like that' },
  { kind: 'context', text: 'and stuff', counts: trailing },
  { kind: 'context', text: 'or something', counts: trailing },
  { kind: 'context', text: 'or whatever', counts: trailing },
  { kind: 'context', text: 'you know', counts: youKnow },
  { kind: 'context', text: 'I mean', counts: iMean },
  { kind: 'context', text: 'like', counts: like },
  { kind: 'context', text: 'kind of', counts: kindOf },
  { kind: 'context', text: 'sort of', counts: kindOf },
  { kind: 'context', text: 'so', counts: setOff },
  { kind: 'context', text: 'well', counts: setOff },
  { kind: 'context', text: 'anyway', counts: setOff },
  { kind: 'context', text: 'actually', counts: setOffOrTag },
  { kind: 'context', text: 'honestly', counts: setOffOrTag },
  { kind: 'context', text: 'obviously', counts: setOffOrTag },
  { kind: 'context', text: 'right', counts: setOffOrTag },
  { kind: 'context', text: 'okay', counts: setOffOrTag },
  { kind: 'context', text: 'ok', counts: setOffOrTag },
  { kind: 'context', text: 'you see', counts: setOff },
];

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
