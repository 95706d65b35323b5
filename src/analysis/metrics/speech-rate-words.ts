/** Words per minute, pauses included. */
import { defineMetric } from '../metric.ts';
import { lengthMs, perMinute } from '../span.ts';
import { nucleiDoubts } from '../voice/nuclei.ts';

export const speechRateWords = defineMetric({
  id: 'speech-rate-words',
  unit: 'words/min',
  kind: 'average',
  en: {
    title: 'Words per minute',
    definition:
      'Spoken words per minute from the start of the first word to the end of the last, pauses included. The pace is ' +
      'judged in syllables: words are of another length in each language.',
    moves:
      'It moves as the pace does. Besides, short words raise it and long words lower it, at the same pace.',
    source: 'Speech rate (phonetics)',
  },
  ru: {
    title: 'Слов в минуту',
    definition:
      'Слов в минуту от начала первого слова до конца последнего, вместе с паузами. Темп оценивается в слогах: слова в разных ' +
      'языках разной длины.',
    moves:
      'Меняется вместе с темпом, но зависит и от длины слов: при том же темпе коротких слов выходит больше, длинных меньше.',
    source: 'Темп речи (фонетика)',
  },
  needs: ['timedWords'],
  doubtedFor: ['nuclei-disagree'],
  doubts: nucleiDoubts,
  find: ({ timedWords }) => ({ value: perMinute(timedWords.spokenTotal, lengthMs(timedWords.talk)) }),
});
