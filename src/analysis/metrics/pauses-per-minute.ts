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
  },
  ru: {
    title: 'Пауз в минуту',
    definition: 'Число пауз на минуту от начала первой реплики до конца последней.',
  },
  source: 'Silent pause rate (fluency research)',
  needs: ['speech'],
  find: ({ speech }) => ({ value: perMinute(speech.pauses.length, lengthMs(speech.talk)) }),
});
