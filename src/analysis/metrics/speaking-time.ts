/** How long somebody speaks. */
import { defineMetric } from '../metric.ts';

export const speakingTime = defineMetric({
  id: 'speaking-time',
  unit: 's',
  kind: 'total',
  en: {
    title: 'Speaking time',
    definition: 'Time in which a voice is heard: the recording without its silences.',
  },
  ru: {
    title: 'Время речи',
    definition: 'Время, когда звучит голос: запись без тишины.',
  },
  source: 'Voice activity detection',
  needs: ['speech'],
  find: ({ speech }) => ({ value: speech.soundMs / 1000 }),
});
