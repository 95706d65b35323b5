/** Syllables per second, pauses included: the pace, on one scale for all languages. */
import { defineMetric } from '../metric.ts';
import { lengthMs, perMinute, toMs } from '../span.ts';
import { citeOutside, ratedStretches } from '../stretches.ts';
import { syllablesBetween } from '../words.ts';
import { nucleiDoubts } from '../voice/nuclei.ts';

export const speechRateSyllables = defineMetric({
  id: 'speech-rate-syllables',
  unit: 'syllables/s',
  kind: 'average',
  en: {
    title: 'Pace',
    definition:
      'Syllables per second from the start of the first word to the end of the last, pauses included. English syllables ' +
      'are counted by rule, so this is an estimate. Cited are stretches of 15 seconds (unless set otherwise) that lie ' +
      'furthest outside the band.',
    moves:
      'Fewer and shorter pauses and quicker words raise it; more pauses and words said at leisure lower it. Long ' +
      'words make no difference, as syllables are counted.',
    source: 'Speech rate (phonetics)',
  },
  ru: {
    title: 'Темп',
    definition:
      'Слогов в секунду от начала первого слова до конца последнего, вместе с паузами. Для английского слоги считаются по ' +
      'правилам, поэтому это оценка. Показаны отрезки по 15 секунд (если не задано другое), которые дальше всего от нормы.',
    moves:
      'Темп растёт, если пауз меньше, если они короче и если сами слова звучат быстрее; паузы и неторопливая речь ' +
      'его снижают. Длина слов роли не играет: считаются слоги.',
    source: 'Темп речи (фонетика)',
  },
  needs: ['timedWords'],
  doubtedFor: ['nuclei-disagree'],
  doubts: nucleiDoubts,
  find({ timedWords, parameters }, norm) {
    const value = perMinute(timedWords.syllableTotal, lengthMs(timedWords.talk)) / 60;
    const stretches = ratedStretches(
      timedWords,
      toMs(parameters.paceWindowSec),
      (first, last, span) => perMinute(syllablesBetween(timedWords, first, last), lengthMs(span)) / 60,
    );
    return { value, evidence: citeOutside(stretches, norm, { ...timedWords.talk, rate: value }) };
  },
});
