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
    moves: 'The longer the talk and the more often you stop, the more there are.',
    source: 'Silent pauses (Goldman-Eisler: 0.25 s)',
  },
  ru: {
    title: 'Паузы',
    definition:
      'Промежутки тишины между речью не короче порога (0,25 с, если не задан другой); ' +
      'тишина до первой и после последней реплики не считается.',
    moves: 'Чем длиннее выступление и чем чаще вы останавливаетесь, тем их больше.',
    source: 'Незаполненные паузы (Goldman-Eisler: 0,25 с)',
  },
  needs: ['speech'],
  find: ({ speech }) => ({ value: speech.pauses.length }),
});
