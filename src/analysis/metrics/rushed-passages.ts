/** How many passages are rushed, word by word. */
import { defineMetric } from '../metric.ts';
import { citeStretches, stretchesOf } from '../pace-stretches.ts';

export const rushedPassages = defineMetric({
  id: 'rushed-passages',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Rushed passages',
    definition:
      'Passages of 6 seconds or more (unless set otherwise) whose articulation rate lies above its band and a seventh above that of the talk. Cited are the first twenty.',
    moves:
      'Every passage in which the words tumble over each other adds one, whatever pauses stand around it; saying ' +
      'each word in full avoids it.',
    source: 'Local articulation rate against its band and the talk',
  },
  ru: {
    title: 'Места скороговоркой',
    definition:
      'Места от 6 секунд (если не задано другое), где скорость артикуляции выше нормы и примерно на 15 % выше, чем во всём выступлении. Показаны первые двадцать.',
    moves:
      'Каждое место, где слова налезают друг на друга, прибавляет единицу, какие бы паузы ни были вокруг. Если ' +
      'договаривать каждое слово, таких мест не будет.',
    source: 'Скорость артикуляции на отрезке по сравнению с нормой и со всем выступлением',
  },
  needs: ['speech', 'timedWords', 'paceStretches'],
  find({ paceStretches }) {
    const found = stretchesOf(paceStretches, 'rushed');
    return { value: found.length, evidence: citeStretches(found) };
  },
});
