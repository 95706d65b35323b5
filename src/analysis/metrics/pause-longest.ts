/** The longest pause. */
import { defineMetric } from '../metric.ts';
import { lengthMs, longestSpans, toRange } from '../span.ts';

export const pauseLongest = defineMetric({
  id: 'pause-longest',
  unit: 's',
  kind: 'total',
  en: { title: 'Longest pause', definition: 'Length of the longest pause, which is cited.' },
  ru: { title: 'Самая длинная пауза', definition: 'Длина самой длинной паузы; она показана.' },
  source: 'Silent pauses (Goldman-Eisler: 0.25 s)',
  needs: ['speech'],
  find({ speech }) {
    const [longest] = longestSpans(speech.pauses, 1);
    return longest === undefined
      ? { absent: 'none-found' }
      : { value: lengthMs(longest) / 1000, evidence: [toRange(longest)] };
  },
});
