/** How often the speaker starts again: words said twice, words broken off. */
import { fillerDoubts } from '../confidence.ts';
import { citeFillers } from '../fillers.ts';
import { defineMetric } from '../metric.ts';
import { lengthMs, perMinute } from '../span.ts';

export const restartsPerMinute = defineMetric({
  id: 'restarts-per-minute',
  unit: 'per-min',
  kind: 'average',
  en: {
    title: 'Restarts per minute',
    definition:
      'Words or short phrases per minute that are said again at once, and words that are broken off, from the start of the first word to ' +
      'the end of the last. Repeats for effect, such as “very, very”, do not count. Cited are the first twenty.',
    moves: 'Starting a phrase before it is ready raises it; a breath before it lowers it.',
    source: 'Repetitions and restarts (VMU; first estimate)',
  },
  ru: {
    title: 'Повторов и срывов в минуту',
    definition:
      'Сколько раз в минуту слово или оборот тут же повторены или слово оборвано, от начала первого слова до конца последнего. ' +
      'Повторы для выразительности, такие как «очень-очень», не считаются. Показаны первые двадцать.',
    moves: 'Растёт, если начинать фразу, не додумав её; вдох перед началом снижает это число.',
    source: 'Повторы и срывы (VMU; предварительно)',
  },
  needs: ['timedWords', 'restarts'],
  doubtedFor: ['no-punctuation', 'tidy-transcript'],
  find: ({ timedWords, restarts }) => ({
    value: perMinute(restarts.length, lengthMs(timedWords.talk)),
    evidence: citeFillers(restarts),
    doubts: fillerDoubts(timedWords),
  }),
});
