/** How many long stretches are too slow. */
import { defineMetric } from '../metric.ts';
import { citeStretches, stretchesOf } from '../pace-stretches.ts';

export const slowStretches = defineMetric({
  id: 'slow-stretches',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Slow stretches',
    definition:
      'Stretches of more than 20 seconds (unless set otherwise) in which the pace over time lies below its band. Cited are the first twenty.',
    moves:
      'Long pauses close together, or a long search for words, add one. A passage that is mostly silence is not called slow.',
    source: 'Local speech rate against its band',
  },
  ru: {
    title: 'Медленные отрезки',
    definition:
      'Отрезки дольше 20 секунд (если не задано другое), на которых темп держится ниже нормы. Показаны первые двадцать.',
    moves:
      'Единицу прибавляют долгие паузы, идущие одна за другой, и долгий поиск слов. Место, где почти сплошь тишина, ' +
      'медленным не считается.',
    source: 'Темп речи на отрезке по сравнению с нормой',
  },
  needs: ['speech', 'timedWords', 'paceStretches'],
  find({ paceStretches }) {
    const found = stretchesOf(paceStretches, 'slow');
    return { value: found.length, evidence: citeStretches(found) };
  },
});
