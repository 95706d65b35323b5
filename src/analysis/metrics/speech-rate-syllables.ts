/** Syllables per minute, pauses included: the pace that compares across languages. */
import { defineMetric } from '../metric.ts';
import { lengthMs, perMinute } from '../span.ts';

export const speechRateSyllables = defineMetric({
  id: 'speech-rate-syllables',
  unit: 'syllables/min',
  kind: 'average',
  en: {
    title: 'Pace in syllables',
    definition:
      'Syllables per minute from the start of the first word to the end of the last, pauses included. ' +
      'English syllables are counted by rule, so this is an estimate.',
  },
  ru: {
    title: 'Темп в слогах',
    definition:
      'Слогов в минуту от начала первого слова до конца последнего, вместе с паузами. ' +
      'Для английского слоги считаются по правилам, поэтому это оценка.',
  },
  source: 'Speech rate (phonetics)',
  needs: ['timedWords'],
  find: ({ timedWords }) => ({
    value: perMinute(timedWords.syllableTotal, lengthMs(timedWords.talk)),
  }),
});
