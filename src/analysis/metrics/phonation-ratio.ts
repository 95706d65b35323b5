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
    moves:
      'Speaking on without a break raises it. Any silence lowers it, even one that is too short to be called a pause.',
    source: 'Phonation time ratio (fluency research)',
  },
  ru: {
    title: 'Доля речи',
    definition: 'Время речи, делённое на время от начала первой реплики до конца последней.',
    moves:
      'Растёт, если говорить без остановок. Любая тишина её снижает, даже слишком короткая, чтобы считаться паузой.',
    source: 'Доля звучания (исследования беглости речи)',
  },
  needs: ['speech'],
  find: ({ speech }) => ({ value: speech.soundMs / lengthMs(speech.talk) }),
});
