/** How often a filler word is said. */
import { fillerDoubts } from '../confidence.ts';
import { citeFillers } from '../fillers.ts';
import { defineMetric } from '../metric.ts';
import { lengthMs, perMinute } from '../span.ts';

export const fillerWordsPerMinute = defineMetric({
  id: 'filler-words-per-minute',
  unit: 'per-min',
  kind: 'average',
  en: {
    title: 'Filler words per minute',
    definition:
      'Filler words and phrases per minute from the start of the first word to the end of the last. ' +
      'Cited are the first twenty.',
    moves:
      'Words that you say while you think of the next ones raise it; a short silence in their place lowers it.',
    source: 'Pragmatic markers by list and context rules',
  },
  ru: {
    title: 'Слов-паразитов в минуту',
    definition:
      'Число слов-паразитов на минуту от начала первого слова до конца последнего. Показаны первые двадцать.',
    moves:
      'Растёт от слов, которые звучат, пока вы думаете, что сказать дальше; короткая пауза на их месте это число снижает.',
    source: 'Дискурсивные слова по списку и правилам контекста',
  },
  needs: ['timedWords', 'fillers'],
  doubtedFor: ['no-punctuation', 'tidy-transcript'],
  find: ({ timedWords, fillers }) => ({
    value: perMinute(fillers.length, lengthMs(timedWords.talk)),
    evidence: citeFillers(fillers),
    doubts: fillerDoubts(timedWords),
  }),
});
