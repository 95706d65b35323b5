/** How Russian fillers are told from the same words in their ordinary sense; a list item names its rule. */
import type { FillerRule } from '../filler-rule.ts';
import {
  DOUBTFUL,
  ORDINARY,
  filler,
  isSetOff,
  isSetOffOrTag,
  setOff as setOffVerdict,
  wordSet,
} from '../filler-rule.ts';
import { RUSSIAN_CONTACT_RULES } from './filler-contact-rules.ts';
import {
  BELIEF,
  CHAIN_STARTS,
  CONDITIONS,
  NOMINATIVE,
  NOT_THIRD_SINGULAR,
  QUESTIONS,
  SUBJECTS,
  isAmount,
  isNoun,
  isVerb,
  repeats,
} from './filler-words.ts';

/** Words that «вот» points with: «вот этот», «вот здесь», «вот почему». */
const POINTED_AT = wordSet(
  'это этот эта эти этого этой этих этому этим эту так такой такая такое такие здесь тут там сюда туда отсюда ' +
    'почему зачем как что кто где куда откуда когда тогда теперь именно еще и он она оно они',
);
/** After «ну» these make an answer or an urging: «ну да», «ну что ж», «ну хватит». */
const ANSWERS = wordSet(
  'да нет что и а же уж конечно хорошо ладно пожалуйста разумеется еще хватит ни никак тихо давай давайте пойдем скажи ' +
    'погоди подожди зачем почему надо и-и тогда',
);
/** These answer even after a comma. */
const PLAIN_ANSWERS = wordSet('да нет конечно ладно разумеется');
const SAY_SO = wordSet(
  'можно нельзя мог могу могли могла может бы хочу хотел хотела надо нужно лучше принято решил не если как',
);
/** «В общем случае» is no filler: general, common. */
const GENERAL_NOUN = /(?:ом|ем|ии|ле|ме|не|те|де|ке|се|ве|ре|пе|че|ие|ье|ым|им)$/;
const CONCEDING = wordSet('ни не то там');
const ASKS_AFTER = wordSet('а и но вот о том');
const COMPARED =
  /^(?:ста(?:л[аои]?|нет|нут|ть|новится|новятся)|был[аои]?|будет|будут|быть|чем|все|еще|гораздо|намного|чуть|заметно|значительно|немного|куда|как|можно|сдела\w*|говорите|пишите|явно|вдвое|тем|не|нужн[аоы]|должн[аоы]|кажется|оказал\S*)$/;
const PLACED =
  /^(?:был[аои]?|буд[еу]\S*|есть|нет|никого|ничего|жи(?:л|в)\S*|стоя?[лит]\S*|стоял\S*|работа\S*|наход\S*|сид\S*|леж\S*|уч(?:и|а)\S*|ни|встреч\S*|встрет\S*|купи\S*|откр\S*|висе?[лит]\S*|раньше|теперь|сейчас|до|по-прежнему|тепло|холодно|хорошо|красиво)$/;
const EVALUATING =
  /^(?:не|ни|но|плох|скучн|устал|бо[ияю]|разочаров|нрав|понрав|трудн|сложн|страшн|жаль|ошиб|надоел|хуже|зря|забы|ненавид|ужас|слаб|стыдно|обид|удив|рад|люб)/;

/** Set off inside a sentence: at its start the words may as well begin a contrast or an assumption. */
const setOffInside: FillerRule = (place) =>
  isSetOff(place) && !place.opensSentence ? setOffVerdict(place) : ORDINARY;
const setOff: FillerRule = (place) => (isSetOff(place) ? setOffVerdict(place) : ORDINARY);
const setOffOrTag: FillerRule = (place) => (isSetOffOrTag(place) ? setOffVerdict(place) : ORDINARY);
const always: FillerRule = () => filler(0.95, 'no-other-sense');
/** Before a break: «купили краску и всё такое». */
const trailing: FillerRule = (place) => (place.breakAfter ? filler(0.85, 'ends-phrase') : ORDINARY);

/** «Ну, давайте», «это, ну, сложно», in chains. Not «ну и», «ну да», «а ну», nor the start of an answer. */
const well: FillerRule = (place) => {
  if (place.before === 'а' && !place.markBefore) {
    return ORDINARY;
  }
  if (place.stretched) {
    return filler(0.8, 'lengthened');
  }
  if (place.markAfter) {
    return PLAIN_ANSWERS.has(place.after)
      ? ORDINARY
      : filler(0.85, place.opensSentence ? 'opens-phrase' : 'set-off');
  }
  if (ANSWERS.has(place.after)) {
    return ORDINARY;
  }
  if (place.breakAfter) {
    return filler(0.8, 'set-off');
  }
  return place.afterQuestion ? DOUBTFUL : filler(0.7, place.opensSentence ? 'opens-phrase' : 'between-words');
};

/** Alone between marks or silences, or at the end of a phrase. Not where it points: «вот график», «вот почему»; «так вот» leads on. */
const here: FillerRule = (place) => {
  if (place.before === 'так' && !place.markBefore) {
    return ORDINARY;
  }
  if (place.stretched) {
    return filler(0.8, 'lengthened');
  }
  if (place.markAfter) {
    return place.markBefore ? setOffVerdict(place) : filler(0.75, 'ends-phrase');
  }
  if (place.breakBefore && place.breakAfter && !place.opensSentence && !POINTED_AT.has(place.after)) {
    return setOffVerdict(place);
  }
  const joins = CHAIN_STARTS.has(place.before) || place.breakBefore;
  if (!joins && /^(?:и|а|но|поэтому|потом)$/.test(place.after)) {
    return filler(0.65, 'ends-phrase');
  }
  return NOMINATIVE.has(place.before) && !place.markBefore && isVerb(place, place.after)
    ? filler(0.6, 'between-words')
    : ORDINARY;
};

/** «Ну вот, мы и дома». */
const wellHere: FillerRule = (place) => (place.breakAfter ? filler(0.85, 'opens-phrase') : ORDINARY);

/** Set off, or where no predicate fits. Not «это значит, что», nor «если шумно, значит, рядом дорога». */
const means: FillerRule = (place) => {
  const { before, after, earlier } = place;
  if (
    /^(?:что|это|то|не|ничего|много|кто|мало|а|чего)$/.test(before) &&
    !(place.markBefore && before !== 'а')
  ) {
    return ORDINARY;
  }
  if (earlier.some((word) => CONDITIONS.has(word)) || (QUESTIONS.has(after) && !place.chained)) {
    return ORDINARY;
  }
  if (before === 'и' && !place.markBefore) {
    return DOUBTFUL;
  }
  if (isSetOff(place)) {
    const concludes = /^(?:надо|нужно|можно|нельзя|пора|он|она|они|оно|кто-то)$/.test(after);
    return concludes && !place.opensSentence && !NOMINATIVE.has(before) && !place.chained
      ? DOUBTFUL
      : setOffVerdict(place);
  }
  if (place.chained || before === 'ну' || before === 'так') {
    return filler(0.8, 'chain');
  }
  if (place.opensSentence) {
    return filler(0.7, 'opens-phrase');
  }
  const misfits =
    NOT_THIRD_SINGULAR.has(before) || (isVerb(place, before) && !place.markBefore) || isVerb(place, after);
  return misfits ? filler(0.75, 'between-words') : ORDINARY;
};

/** Set off, or in a chain: «ну короче мы пошли». Not «короче старого», «стало короче». */
const shortly: FillerRule = (place) => {
  const { before, after } = place;
  if (after === 'чем' || (COMPARED.test(before) && !place.markBefore)) {
    return ORDINARY;
  }
  if (isSetOffOrTag(place)) {
    return place.closesSentence && !place.markBefore ? ORDINARY : setOffVerdict(place);
  }
  if (place.chained || (CHAIN_STARTS.has(before) && !place.breakAfter && SUBJECTS.has(after))) {
    return filler(0.75, 'chain');
  }
  if (place.breakBefore && (SUBJECTS.has(after) || isVerb(place, after))) {
    return filler(0.75, 'opens-phrase');
  }
  return NOMINATIVE.has(before) && isVerb(place, after) ? filler(0.75, 'between-words') : ORDINARY;
};

/** Anywhere but in a concession («как бы ни»), a question («как бы вы поступили?») or its indirect form. */
const asIf: FillerRule = (place) => {
  const asks =
    place.opensSentence || ASKS_AFTER.has(place.before) || (place.markBefore && SUBJECTS.has(place.after));
  if (place.markAfter || (place.breakAfter && place.breakBefore)) {
    return setOffVerdict(place);
  }
  const concedes = CONCEDING.has(place.after) || place.later.slice(0, 3).includes('ни');
  if (concedes || place.opensSentence) {
    return ORDINARY;
  }
  // «И мы как бы поехали»: the conjunction stands before the subject, so nothing is asked.
  return asks && !place.chained ? ORDINARY : filler(0.8, 'between-words');
};

/** Set off, before a number, before a verb. Not a kind of something: «такого типа», «ошибки типа». */
const likeOf: FillerRule = (place) => {
  const { before, after } = place;
  if (isSetOff(place)) {
    return setOffVerdict(place);
  }
  const owner = before === 'же' ? (place.earlier.at(-2) ?? '') : before;
  const owned = /(?:ого|его|ой)$/.test(owner) && !/^(?:его|много|ничего|никого)$/.test(owner);
  if (
    owned ||
    isAmount(place, before) ||
    /^(?:разных|разные|эти|все|оба|какие|такие|какого|одного|его|моего)$/.test(before)
  ) {
    return ORDINARY;
  }
  if (isAmount(place, after)) {
    return filler(0.8, 'before-number');
  }
  if (
    place.chained ||
    /^(?:и|а|но|ну|там|вот|такой|такая|он|она|они|мы|я|ты|вы|это|было|был|была|были)$/.test(before)
  ) {
    return filler(0.75, place.chained ? 'chain' : 'between-words');
  }
  if (place.opensSentence) {
    return SUBJECTS.has(after) && after !== 'это' ? filler(0.7, 'opens-phrase') : DOUBTFUL;
  }
  return isNoun(place, before) || before.endsWith('то') ? ORDINARY : filler(0.65, 'between-words');
};

/** Set off, beside another filler. Not «что-то вроде», «люди вроде него»; a hedge alone is honest. */
const seemingly: FillerRule = (place) => {
  if (/^(?:нечто|что-то|чего-то|чем-то|кто-то|где-то)$/.test(place.before)) {
    return ORDINARY;
  }
  if (place.chained || /^(?:как|вот|ну|типа|так)$/.test(place.after)) {
    return filler(0.7, 'chain');
  }
  if (isSetOff(place) && !place.opensSentence) {
    return setOffVerdict(place);
  }
  return isNoun(place, place.before) ? ORDINARY : DOUBTFUL;
};

/** Set off. Not «это самое главное». */
const thisVery: FillerRule = (place) =>
  isSetOffOrTag(place) && (place.markAfter || !/[ое]е$/.test(place.after)) ? setOffVerdict(place) : ORDINARY;

/** Anywhere but where somebody says something so: «можно так сказать». */
const soToSay: FillerRule = (place) => {
  const says = SAY_SO.has(place.before) || (SAY_SO.has(place.after) && !place.markAfter);
  return says && !(place.markBefore && place.markAfter)
    ? ORDINARY
    : filler(0.8, isSetOff(place) ? 'set-off' : 'between-words');
};

/** Set off, or before its subject. Not «давайте скажем так», «если мы скажем так». */
const letUsSay: FillerRule = (place) => {
  if (isSetOff(place)) {
    return setOffVerdict(place);
  }
  const says = /^(?:мы|давайте|если|и|не|им|ему|ей|вам|когда)$/.test(place.before) || place.opensSentence;
  return says || place.closesSentence ? ORDINARY : filler(0.65, 'between-words');
};

/** Before a break, or opening before its subject. Not «в общем случае», «в общем доме». */
const inGeneral: FillerRule = (place) => {
  if (place.markAfter || (place.breakAfter && place.breakBefore)) {
    return /^(?:и|а)$/.test(place.after) && !place.markBefore
      ? DOUBTFUL
      : filler(0.85, place.opensSentence ? 'opens-phrase' : 'set-off');
  }
  if (GENERAL_NOUN.test(place.after) && !isVerb(place, place.after)) {
    return ORDINARY;
  }
  if (
    (place.breakBefore || place.chained || place.before === 'ну') &&
    (SUBJECTS.has(place.after) || isVerb(place, place.after))
  ) {
    return filler(0.7, 'opens-phrase');
  }
  return NOMINATIVE.has(place.before) ? filler(0.65, 'between-words') : DOUBTFUL;
};

/** Set off, or between a subject and its verb. Not «в принципе не», «невозможно в принципе»: at all. */
const inPrinciple: FillerRule = (place) => {
  const denies = /^(?:не|ни|нет|невозможн\S*|нельзя)$/;
  if (denies.test(place.after) && !place.markAfter) {
    return ORDINARY;
  }
  if (isSetOff(place)) {
    return setOffVerdict(place);
  }
  if (place.breakAfter || place.earlier.some((word) => denies.test(word) || word.startsWith('невозмож'))) {
    return ORDINARY;
  }
  return filler(0.65, place.chained ? 'chain' : 'between-words');
};

/** Set off or between words. Not against what somebody believes: «а на самом деле», «казалось …, на самом деле». */
const inFact: FillerRule = (place) => {
  const { before, earlier } = place;
  const contrasts = earlier.some((word) => BELIEF.test(word) || /^(?:а|но|хотя|однако)$/.test(word));
  if (contrasts || (/^(?:что|как|кто|и|где|зачем|почему|не)$/.test(before) && !place.markBefore)) {
    return ORDINARY;
  }
  if (repeats(place, 'на самом деле') || place.chained) {
    return filler(0.8, place.chained ? 'chain' : 'repeated');
  }
  if (place.opensSentence) {
    return place.markAfter && /^(?:я|мы|у|сегодня|хочу|хотел|давайте)$/.test(place.after)
      ? filler(0.65, 'opens-phrase')
      : DOUBTFUL;
  }
  if (isSetOff(place)) {
    return setOffVerdict(place);
  }
  return /^(?:я|мы|вы|у|это|нас|меня)$/.test(before) ? filler(0.7, 'between-words') : DOUBTFUL;
};

/** Set off, or said by the way. Not «но по сути это», «говорить по сути». */
const inEssence: FillerRule = (place) => {
  if (/^(?:но|а|только|вопрос|ответ|и|не)$/.test(place.before) && !place.markBefore) {
    return ORDINARY;
  }
  if (isSetOff(place)) {
    return setOffVerdict(place);
  }
  if (place.closesSentence) {
    return ORDINARY;
  }
  if (repeats(place, 'по сути') || place.chained) {
    return filler(0.75, 'repeated');
  }
  return NOMINATIVE.has(place.before) ? filler(0.65, 'between-words') : DOUBTFUL;
};

/** Set off, or between a subject and its verb. Not «собственно операция»: the thing itself. */
const properly: FillerRule = (place) => {
  if (isSetOff(place)) {
    return setOffVerdict(place);
  }
  if (place.chained) {
    return filler(0.75, 'chain');
  }
  if (isNoun(place, place.after) && !NOMINATIVE.has(place.before)) {
    return ORDINARY;
  }
  return NOMINATIVE.has(place.before) || isVerb(place, place.after) || place.breakBefore
    ? filler(0.7, 'between-words')
    : DOUBTFUL;
};

/** Set off inside a sentence. Not a consequence («и, соответственно,») nor «получили соответственно». */
const accordingly: FillerRule = (place) => {
  if (repeats(place, 'соответственно')) {
    return filler(0.8, 'repeated');
  }
  if (/^(?:и|а|но|значит|поэтому)$/.test(place.before)) {
    return ORDINARY;
  }
  if (setOffInside(place).score > 0) {
    // After a whole clause, what follows from it comes next.
    const concludes = !NOMINATIVE.has(place.before) && place.earlier.some((word) => isVerb(place, word));
    return concludes ? ORDINARY : setOffVerdict(place);
  }
  return place.opensSentence
    ? DOUBTFUL
    : NOMINATIVE.has(place.before)
      ? filler(0.65, 'between-words')
      : ORDINARY;
};

/** Set off inside a sentence. Not «получается, что», «хорошо получается». */
const comesOut: FillerRule = (place) => {
  if (QUESTIONS.has(place.after)) {
    return ORDINARY;
  }
  if (setOffInside(place).score > 0 || place.chained) {
    return place.chained ? filler(0.75, 'chain') : setOffVerdict(place);
  }
  if (place.opensSentence && place.markAfter) {
    return DOUBTFUL;
  }
  const misfits = NOT_THIRD_SINGULAR.has(place.before) || isVerb(place, place.before);
  const names = place.earlier[0] === 'это' && !place.earlier.some((word) => isVerb(place, word));
  return !place.breakAfter && (misfits || names) ? filler(0.65, 'between-words') : ORDINARY;
};

/** Set off. Not an explanation: «к пятнице, то есть через три дня», «то есть, если пойдёт дождь». */
const thatIs: FillerRule = (place) => {
  if (CONDITIONS.has(place.after) || QUESTIONS.has(place.after)) {
    return ORDINARY;
  }
  if (isSetOff(place)) {
    return setOffVerdict(place);
  }
  if (place.breakBefore && place.breakAfter) {
    return filler(0.7, 'set-off');
  }
  return repeats(place, 'то есть') || place.chained
    ? filler(0.7, 'repeated')
    : place.opensSentence
      ? DOUBTFUL
      : ORDINARY;
};

/** «Так, теперь посмотрим», in chains. Not «так, как мы хотели», «так громко», «вот так», «так вот». */
const so: FillerRule = (place) => {
  const leadsOn = place.after === 'вот' && !place.markAfter;
  const endsManner = place.closesSentence && !place.opensSentence;
  if (place.asks || leadsOn || endsManner || /^(?:же|далее|как|чтобы|например)$/.test(place.after)) {
    return ORDINARY;
  }
  if (isSetOff(place) && place.markAfter) {
    return QUESTIONS.has(place.after) ? DOUBTFUL : setOffVerdict(place);
  }
  if ((place.opensSentence || place.chained) && place.breakAfter) {
    return filler(0.75, place.chained ? 'chain' : 'opens-phrase');
  }
  return place.opensSentence && /(?:дем|дим|аем|рим|нем)$/.test(place.after)
    ? filler(0.6, 'opens-phrase')
    : ORDINARY;
};

/** Between words, where nothing is pointed at; before a number. Not «там стоит», «там, где», «здесь …, а там». */
const there: FillerRule = (place) => {
  const { before, after } = place;
  if (place.opensSentence || /^(?:где|куда|откуда|внутри|наверху|внизу|же|и)$/.test(after)) {
    return ORDINARY;
  }
  if (place.earlier.some((word) => /^(?:здесь|тут|туда|сюда)$/.test(word))) {
    return ORDINARY;
  }
  if (place.markBefore && place.markAfter && !place.closesSentence) {
    return setOffVerdict(place);
  }
  if (isAmount(place, after) && !/^(?:и|а|но|,)$/.test(before)) {
    return filler(0.75, 'before-number');
  }
  if (
    /^(?:ну|какой-то|какая-то|какое-то|какие-то|всякие|всякий|кто-то|что-то|типа)$/.test(before) ||
    place.chained
  ) {
    return filler(0.7, 'chain');
  }
  if (place.markBefore || place.closesSentence || PLACED.test(after) || PLACED.test(before)) {
    return ORDINARY;
  }
  if (
    /^(?:и|а|но|что|уже|пока|сам|сама|сами|кто|как|не|нас|меня|именно|до|оттуда|вот|все|еще)$/.test(before)
  ) {
    return ORDINARY;
  }
  // «Ходит там ночью» says where.
  const isPlace =
    isVerb(place, before) && /^(?:на|в|у|за|под|над|с|по|ночью|днем|вечером|утром)$/.test(after);
  if (isVerb(place, before) && !place.breakAfter && !isPlace) {
    return filler(0.65, 'between-words');
  }
  if (isNoun(place, before) && isVerb(place, after)) {
    return filler(0.62, 'between-words');
  }
  return /[нж][ыа]?$/.test(before) && /^(?:нуж|долж)/.test(before) ? filler(0.65, 'between-words') : DOUBTFUL;
};

/** Said again in its sentence. Not «очень просто», «просто и ясно», «не просто»; once, it may be meant. */
const simply: FillerRule = (place) => {
  const { before, after } = place;
  if (
    /^(?:не|очень|совсем|так|довольно|достаточно|слишком|все|предельно|максимально|как)$/.test(before) &&
    !place.markBefore
  ) {
    return ORDINARY;
  }
  if (/^(?:и|так|не)$/.test(after) && !place.markAfter) {
    return ORDINARY;
  }
  if (repeats(place, 'просто') || place.chained) {
    return filler(0.8, 'repeated');
  }
  return place.breakAfter && !place.markBefore ? ORDINARY : DOUBTFUL;
};

/** «Купите тетрадь, или там блокнот». Not «здесь или там», «там, где». */
const orSo: FillerRule = (place) =>
  /^(?:где|куда)$/.test(place.after) ||
  place.closesSentence ||
  place.earlier.slice(-3).some((word) => /^(?:здесь|тут|на|в|у|под|дома|сюда)$/.test(word))
    ? ORDINARY
    : filler(0.75, 'between-words');

/** Opens a conclusion, unless it is said again or another filler follows. */
const thus: FillerRule = (place) =>
  repeats(place, 'итак') || place.chained || /^(?:так|ну|вот|значит|короче)$/.test(place.after)
    ? filler(0.75, 'repeated')
    : ORDINARY;

/** Set off, or before a noun. Not «спросил, как его найти». */
const howIsIt: FillerRule = (place) => {
  if (place.breakAfter && place.breakBefore && !place.opensSentence) {
    return setOffVerdict(place);
  }
  const asks = isVerb(place, place.after) || place.markBefore || place.opensSentence;
  return asks || !isNoun(place, place.after) ? ORDINARY : filler(0.7, 'between-words');
};

/** Set off inside a sentence. Not «не знала, как сказать маме», «а как сказать». */
const howToSay: FillerRule = (place) => {
  if (setOffInside(place).score > 0) {
    return setOffVerdict(place);
  }
  const asks =
    place.markBefore || place.closesSentence || /^(?:а|и|знать|знаю|понять|думать|о|том)$/.test(place.before);
  return asks ? ORDINARY : filler(0.65, 'between-words');
};

/** Set off inside a sentence, or between words. Not «я не знаю ответа», «не знаю, зачем». */
const dontKnow: FillerRule = (place) => {
  if (QUESTIONS.has(place.after)) {
    return ORDINARY;
  }
  if (setOffInside(place).score > 0) {
    return setOffVerdict(place);
  }
  const isMeant = place.opensSentence || /^(?:я|так|и|еще|пока|этого|тоже|точно)$/.test(place.before);
  return !isMeant && isVerb(place, place.before) && !place.breakAfter
    ? filler(0.65, 'between-words')
    : ORDINARY;
};

/** Vague at the end of a list. Not «что-то такое, что». */
const suchThing: FillerRule = (place) =>
  place.breakAfter && !QUESTIONS.has(place.after) && (place.markBefore || place.before === 'или')
    ? filler(0.8, 'ends-phrase')
    : ORDINARY;

/** Not a plain definition: «процессор, грубо говоря, это мозг». */
const roughly: FillerRule = (place) =>
  place.after === 'это' || isAmount(place, place.after) ? DOUBTFUL : filler(0.75, 'set-off');

/** Not before an admission: «честно говоря, было скучно». */
const frankly: FillerRule = (place) =>
  [...place.earlier.slice(-3), ...place.later].some((word) => EVALUATING.test(word)) || place.before === 'мне'
    ? DOUBTFUL
    : filler(0.75, 'set-off');

/** Set off or before another filler. Not «в каком-то смысле полезнее». */
const inASense: FillerRule = (place) =>
  place.breakAfter && !place.closesSentence ? filler(0.75, 'set-off') : DOUBTFUL;

/** The rules by the names that list items call them. */
export const RUSSIAN_FILLER_RULES = Object.freeze({
  ...RUSSIAN_CONTACT_RULES,
  always,
  'set-off': setOff,
  'set-off-or-tag': setOffOrTag,
  'set-off-inside': setOffInside,
  trailing,
  ну: well,
  вот: here,
  'ну-вот': wellHere,
  значит: means,
  короче: shortly,
  'как-бы': asIf,
  типа: likeOf,
  вроде: seemingly,
  'это-самое': thisVery,
  'так-сказать': soToSay,
  'скажем-так': letUsSay,
  'в-общем': inGeneral,
  'в-принципе': inPrinciple,
  'на-самом-деле': inFact,
  'по-сути': inEssence,
  собственно: properly,
  соответственно: accordingly,
  получается: comesOut,
  'то-есть': thatIs,
  так: so,
  там: there,
  просто: simply,
  'или-там': orSo,
  итак: thus,
  'как-его': howIsIt,
  'как-сказать': howToSay,
  'не-знаю': dontKnow,
  'что-то-такое': suchThing,
  'грубо-говоря': roughly,
  'честно-говоря': frankly,
  'в-каком-то-смысле': inASense,
} satisfies Record<string, FillerRule>);
