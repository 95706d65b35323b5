/** The share of the talk in which a voice is heard. */
import { defineMetric } from '../metric.ts';
import { lengthMs } from '../span.ts';

export const phonationRatio = defineMetric({
  id: 'phonation-ratio',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Share of speech',
    definition: 'Speaking time divided by the time from the first speech to the last.',
  },
  ru: {
    title: 'Доля речи',
    definition: 'Время речи, делённое на время от начала первой реплики до конца последней.',
  },
  source: 'Phonation time ratio (fluency research)',
  needs: ['speech'],
  find: ({ speech }) => ({ value: speech.soundMs / lengthMs(speech.talk) }),
});
