/** How often the talk pauses. */
import { defineMetric } from '../metric.ts';
import { lengthMs, perMinute } from '../span.ts';

export const pausesPerMinute = defineMetric({
  id: 'pauses-per-minute',
  unit: 'per-min',
  kind: 'average',
  en: {
    title: 'Pauses per minute',
    definition: 'Pauses per minute from the first speech to the last.',
    moves:
      'Stopping after each thought raises it, and so does halting inside phrases; long runs of speech lower it.',
    source: 'Silent pause rate (fluency research)',
  },
  ru: {
    title: 'Пауз в минуту',
    definition: 'Число пауз на минуту от начала первой реплики до конца последней.',
    moves:
      'Растёт, если останавливаться после каждой мысли, но и если запинаться посреди фразы; долгая речь без пауз ' +
      'снижает это число.',
    source: 'Частота незаполненных пауз (исследования беглости речи)',
  },
  needs: ['speech'],
  find: ({ speech }) => ({ value: perMinute(speech.pauses.length, lengthMs(speech.talk)) }),
});
