/** Russian filler words and phrases, and the places in which each of them counts. */
import type { FillerItem, FillerPlace } from '../filler-finder.ts';

type Rule = (place: FillerPlace) => boolean;

// All without ё: `plainWords` writes it as е.
const SUBJECTS = wordSet(
  'я ты он она оно мы вы они это мне нам нас меня тебе тебя вам вас его ее их кто все',
);
const CHAIN_STARTS = wordSet('ну вот так и короче значит');
const QUESTIONS = wordSet(
  'что чего чем как кто кого кому где когда куда откуда почему зачем сколько какой какая какое какие каким ли чья чей',
);
/** «Если шумно, значит, рядом дорога» concludes; «то есть, если» explains. */
const CONDITIONS = wordSet('если раз поскольку когда коли чтобы');
/** Words that «вот» points with: «вот этот», «вот здесь», «вот почему». */
const POINTED_AT = wordSet(
  'это этот эта эти этого этой этих этому этим эту так такой такая такое такие здесь тут там сюда туда отсюда ' +
    'почему зачем как что кто где куда откуда когда тогда теперь именно еще и он она оно они',
);
/** After «ну» these make an answer or a turn of its own: «ну да», «ну что ж». */
const ANSWERS = wordSet('да нет что и а же уж конечно хорошо ладно пожалуйста разумеется');
const SAY_SO = wordSet(
  'можно нельзя мог могу могли могла может бы хочу хотел хотела надо нужно лучше принято решил не если',
);
/** «В общем случае» is no filler: general, common. */
const GENERAL = wordSet(
  'случае виде и смысле доступе зале доме чате списке зачете объеме плане порядке собрании деле хозяйстве контексте ' +
    'котле числе итоге фонде ряду потоке',
);
const CONCEDING = wordSet('ни не то там');
const ASKS_AFTER = wordSet('а и но вот о том');
const TYPE_OWNERS = wordSet(
  'этого того такого же одного любого нового какого разного другого первого второго',
);

/** Set off on both sides, as by commas: «Река, значит, шумит», «Короче, мы решили»; not alone at the end. */
const setOff: Rule = (place) =>
  place.breakBefore && place.breakAfter && (place.opensSentence || !place.closesSentence);
/** Also at the end of a sentence: «Мы сделали всё, короче.» */
const setOffOrTag: Rule = (place) => place.breakBefore && place.breakAfter;
/** Set off inside a sentence: at its start the words may as well begin a contrast or an assumption. */
const setOffInside: Rule = (place) => setOff(place) && !place.opensSentence;

/** Set off, or in a chain: «ну короче мы пошли». Not «короче старого», «стало короче». */
const shortly: Rule = (place) =>
  setOffOrTag(place) ||
  (place.opensSentence && SUBJECTS.has(place.after)) ||
  (CHAIN_STARTS.has(place.before) && SUBJECTS.has(place.after));

/** Set off. Not the predicate («это значит, что», «двор значит для нас много»), nor «если шумно, значит, рядом дорога». */
const means: Rule = (place) =>
  setOff(place) && !QUESTIONS.has(place.after) && !place.earlier.some((word) => CONDITIONS.has(word));

/** Alone between marks or silences: «красил, вот, эти перила», «Ну, вот.» Not where it points: «вот график». */
const here: Rule = (place) =>
  place.breakBefore &&
  place.breakAfter &&
  (place.markAfter || (!place.opensSentence && !POINTED_AT.has(place.after)));

/** Followed by a break. Not «ну да», «ну и». */
const well: Rule = (place) => place.breakAfter && !ANSWERS.has(place.after);

/**
 * Anywhere but in a concession («как бы ни», «боюсь, как бы не»), a question («А как бы вы поступили?») or its indirect form
 * («подумать, как бы нам успеть»).
 */
const asIf: Rule = (place) => {
  const asks =
    place.opensSentence || ASKS_AFTER.has(place.before) || (place.markBefore && SUBJECTS.has(place.after));
  return place.breakAfter || !(asks || CONCEDING.has(place.after) || place.later.slice(0, 3).includes('ни'));
};

/** Set off, or before its subject. Not a kind of something: «такого типа», «ошибки типа». */
const likeOf: Rule = (place) =>
  !TYPE_OWNERS.has(place.before) &&
  (setOff(place) || (place.opensSentence && SUBJECTS.has(place.after) && place.after !== 'это'));

/** Set off. Not «это самое главное». */
const thisVery: Rule = (place) => setOffOrTag(place) && (place.markAfter || !/[ое]е$/.test(place.after));

/** Anywhere but where somebody says something so: «можно так сказать». */
const soToSay: Rule = (place) => !SAY_SO.has(place.before) && !SAY_SO.has(place.after);

/** Before a break, or opening before its subject. Not «в общем случае». */
const inGeneral: Rule = (place) =>
  !GENERAL.has(place.after) &&
  (place.breakAfter || ((place.opensSentence || place.before === 'ну') && SUBJECTS.has(place.after)));

/** Set off and followed by no question: «знаете, с чего начать?» asks. */
const contact: Rule = (place) =>
  setOff(place) && !place.later.slice(0, 2).some((word) => QUESTIONS.has(word));

/** Set off. Not an explanation: «останутся, то есть никто не пострадает», «то есть, если пойдёт дождь». */
const thatIs: Rule = (place) => setOff(place) && !CONDITIONS.has(place.after) && !QUESTIONS.has(place.after);

/** Set off inside a sentence. Not «получается, что». */
const comesOut: Rule = (place) => setOffInside(place) && !QUESTIONS.has(place.after);

/** «Так, теперь посмотрим». Not «так, как мы хотели», «сделали так, чтобы». */
const so: Rule = (place) =>
  setOff(place) &&
  place.markAfter &&
  !QUESTIONS.has(place.after) &&
  !/^(?:чтобы|например)$/.test(place.after);

/** Before a break: «Ну вот, мы и дома», «купили краску и всё такое». */
const trailing: Rule = (place) => place.breakAfter;

const ALWAYS = [
  'как бы сказать',
  'как бы это сказать',
  'как бы так сказать',
  'короче говоря',
  'грубо говоря',
  'честно говоря',
  'откровенно говоря',
  'собственно говоря',
  'условно говоря',
  'в общем-то',
  'или типа того',
  'или как его',
] as const;

const IN_CONTEXT: readonly (readonly [rule: Rule, ...texts: readonly string[]])[] = [
  [well, 'ну'],
  [here, 'вот'],
  [means, 'значит'],
  [shortly, 'короче'],
  [asIf, 'как бы'],
  [likeOf, 'типа'],
  [thisVery, 'это самое'],
  [soToSay, 'так сказать'],
  [inGeneral, 'в общем'],
  [so, 'так'],
  [thatIs, 'то есть'],
  [comesOut, 'получается', 'соответственно'],
  [setOff, 'собственно', 'по сути', 'скажем так', 'как сказать', 'как говорится', 'в принципе'],
  [setOff, 'как его', 'как ее', 'как их', 'блин'],
  [setOffOrTag, 'окей', 'ок'],
  [setOffInside, 'на самом деле', 'допустим', 'скажем', 'условно', 'по идее', 'вообще'],
  [contact, 'слушай', 'слушайте', 'знаешь', 'знаете', 'вы знаете', 'ты знаешь', 'понимаешь', 'понимаете'],
  [contact, 'видишь ли', 'видите ли'],
  [trailing, 'ну вот', 'и все такое', 'и все дела', 'или что-то такое', 'или как-то так'],
];

/**
 * The list. Hyphens, case, punctuation, ё and е do not matter; the longest phrase wins. Sounds (э-э, м-м) are not in it:
 * recognisers drop most of them, so they are measured in the sound. The words are those that linguists of Russian
 * speech call pragmatic markers (Bogdanova-Beglarian, ORD corpus).
 */
export const RUSSIAN_FILLERS: readonly FillerItem[] = [
  ...ALWAYS.map((text) => ({ kind: 'always', text }) as const),
  ...IN_CONTEXT.flatMap(([counts, ...texts]) =>
    texts.map((text) => ({ kind: 'context', text, counts }) as const),
  ),
];

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
