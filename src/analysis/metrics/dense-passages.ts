/** How often much is said at the fastest pace. */
import { defineMetric } from '../metric.ts';
import { citeStretches, stretchesOf } from '../pace-stretches.ts';

export const densePassages = defineMetric({
  id: 'dense-passages',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Fast and dense passages',
    definition:
      'Passages of windows of 15 seconds that are among the fastest quarter, a tenth faster than the middle one, and hold many numbers and long words (a fifth of the words or more, and among the densest quarter). Cited are the first twenty.',
    moves:
      'Figures and long terms in your fastest moments add to it; slowing down before them, or spreading them over ' +
      'more sentences, lowers it.',
    source: 'Pace against the density of content (Orai)',
  },
  ru: {
    title: 'Быстрые и плотные места',
    definition:
      'Места из отрезков по 15 секунд, которые входят в самую быструю четверть (и на 10 % быстрее обычного) и где много чисел и длинных слов (не меньше пятой части всех слов, и отрезок входит в самую плотную четверть). Показаны первые двадцать.',
    moves:
      'Растёт, если числа и длинные термины попадают на самые быстрые места; если перед ними замедляться или ' +
      'разносить их по разным фразам, таких мест меньше.',
    source: 'Темп по сравнению с плотностью содержания (Orai)',
  },
  needs: ['speech', 'timedWords', 'paceStretches'],
  find({ paceStretches }) {
    const found = stretchesOf(paceStretches, 'dense');
    return { value: found.length, evidence: citeStretches(found) };
  },
});
