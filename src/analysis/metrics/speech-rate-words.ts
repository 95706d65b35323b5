/** Words per minute, pauses included. */
import { defineMetric } from '../metric.ts';
import { lengthMs, perMinute } from '../span.ts';
import { citeOutside, ratedStretches } from '../stretches.ts';
import { spokenBetween } from '../words.ts';

export const speechRateWords = defineMetric({
  id: 'speech-rate-words',
  unit: 'words/min',
  kind: 'average',
  en: {
    title: 'Pace',
    definition:
      'Spoken words per minute from the start of the first word to the end of the last, pauses included. ' +
      'Cited are stretches of 15 seconds that lie furthest outside the band.',
  },
  ru: {
    title: 'Темп',
    definition:
      'Слов в минуту от начала первого слова до конца последнего, вместе с паузами. ' +
      'Показаны отрезки по 15 секунд, которые дальше всего от нормы.',
  },
  source: 'Speech rate (phonetics)',
  needs: ['timedWords'],
  find({ timedWords }, norm) {
    const value = perMinute(timedWords.spokenTotal, lengthMs(timedWords.talk));
    const stretches = ratedStretches(timedWords, (first, last, span) =>
      perMinute(spokenBetween(timedWords, first, last), lengthMs(span)),
    );
    return { value, evidence: citeOutside(stretches, norm, { ...timedWords.talk, rate: value }) };
  },
});
