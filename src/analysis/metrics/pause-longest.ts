/** The longest pause. */
import { defineMetric } from '../metric.ts';
import { lengthMs, longestSpans, toRange } from '../span.ts';

export const pauseLongest = defineMetric({
  id: 'pause-longest',
  unit: 's',
  kind: 'total',
  en: {
    title: 'Longest pause',
    definition: 'Length of the longest pause, which is cited.',
    moves: 'A single silence decides it: one that is held on purpose, or a thread that was lost.',
    source: 'Silent pauses (Goldman-Eisler: 0.25 s)',
  },
  ru: {
    title: 'Самая длинная пауза',
    definition: 'Длина самой длинной паузы; она показана.',
    moves: 'Всё решает одна-единственная остановка: намеренная или такая, когда мысль потеряна.',
    source: 'Незаполненные паузы (Goldman-Eisler: 0,25 с)',
  },
  needs: ['speech'],
  absentFor: ['none-found'],
  find({ speech }) {
    const [longest] = longestSpans(speech.pauses, 1);
    return longest === undefined
      ? { absent: 'none-found' }
      : { value: lengthMs(longest) / 1000, evidence: [toRange(longest)] };
  },
});
