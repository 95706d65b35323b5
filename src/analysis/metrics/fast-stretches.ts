/** How many long stretches are too fast. */
import { defineMetric } from '../metric.ts';
import { citeStretches, stretchesOf } from '../pace-stretches.ts';

export const fastStretches = defineMetric({
  id: 'fast-stretches',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Fast stretches',
    definition:
      'Stretches of more than 20 seconds (unless set otherwise) in which the pace over time lies above its band. Cited are the first twenty.',
    moves:
      'Every long passage at high speed, with hardly a pause, adds one; a pause or a slow sentence ends such a stretch.',
    source: 'Local speech rate against its band',
  },
  ru: {
    title: 'Быстрые отрезки',
    definition:
      'Отрезки дольше 20 секунд (если не задано другое), на которых темп держится выше нормы. Показаны первые двадцать.',
    moves:
      'Каждое долгое место, сказанное быстро и почти без пауз, прибавляет единицу; пауза или медленная фраза ' +
      'обрывает такой отрезок.',
    source: 'Темп речи на отрезке по сравнению с нормой',
  },
  needs: ['speech', 'timedWords', 'paceStretches'],
  find({ paceStretches }) {
    const found = stretchesOf(paceStretches, 'fast');
    return { value: found.length, evidence: citeStretches(found) };
  },
});
