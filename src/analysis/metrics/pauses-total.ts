/** How many silent pauses there are. */
import { defineMetric } from '../metric.ts';

export const pausesTotal = defineMetric({
  id: 'pauses-total',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Pauses',
    definition:
      'Silences between speech at least as long as the pause threshold (0.25 s unless set otherwise); ' +
      'the silence before the first and after the last speech is none.',
  },
  ru: {
    title: 'Паузы',
    definition:
      'Промежутки тишины между речью не короче порога (0,25 с, если не задан другой); ' +
      'тишина до первой и после последней реплики не считается.',
  },
  source: 'Silent pauses (Goldman-Eisler: 0.25 s)',
  needs: ['speech'],
  find: ({ speech }) => ({ value: speech.pauses.length }),
});
