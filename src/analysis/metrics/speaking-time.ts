/** How long somebody speaks. */
import { defineMetric } from '../metric.ts';

export const speakingTime = defineMetric({
  id: 'speaking-time',
  unit: 's',
  kind: 'total',
  en: {
    title: 'Speaking time',
    definition: 'Time in which a voice is heard: the recording without its silences.',
    moves: 'It grows the more you say and the slower you say it; silence does not count.',
    source: 'Voice activity detection',
  },
  ru: {
    title: 'Время речи',
    definition: 'Время, когда звучит голос: запись без тишины.',
    moves: 'Чем больше вы говорите и чем медленнее, тем оно больше; тишина сюда не входит.',
    source: 'Определение речи в звуке',
  },
  needs: ['speech'],
  find: ({ speech }) => ({ value: speech.soundMs / 1000 }),
});
