/** How long a pause is on average. */
import { defineMetric } from '../metric.ts';
import { totalMs } from '../span.ts';

export const pauseMean = defineMetric({
  id: 'pause-mean',
  unit: 's',
  kind: 'average',
  en: { title: 'Mean pause', definition: 'Mean length of the pauses.' },
  ru: { title: 'Средняя пауза', definition: 'Средняя длина пауз.' },
  source: 'Mean silent pause duration (fluency research)',
  needs: ['speech'],
  find: ({ speech: { pauses } }) =>
    pauses.length === 0 ? { absent: 'none-found' } : { value: totalMs(pauses) / pauses.length / 1000 },
});
