/** How long a pause is on average. */
import { defineMetric } from '../metric.ts';
import { totalMs } from '../span.ts';

export const pauseMean = defineMetric({
  id: 'pause-mean',
  unit: 's',
  kind: 'average',
  en: {
    title: 'Mean pause',
    definition: 'Mean length of the pauses.',
    moves: 'Pauses that are held for two or three seconds raise it; many short halts lower it.',
    source: 'Mean silent pause duration (fluency research)',
  },
  ru: {
    title: 'Средняя пауза',
    definition: 'Средняя длина пауз.',
    moves: 'Паузы, выдержанные по две-три секунды, её удлиняют; частые короткие остановки укорачивают.',
    source: 'Средняя длительность незаполненных пауз (исследования беглости речи)',
  },
  needs: ['speech'],
  absentFor: ['none-found'],
  find: ({ speech: { pauses } }) =>
    pauses.length === 0 ? { absent: 'none-found' } : { value: totalMs(pauses) / pauses.length / 1000 },
});
