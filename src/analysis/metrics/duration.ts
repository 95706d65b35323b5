/** How long the recording is. */
import { defineMetric } from '../metric.ts';

export const duration = defineMetric({
  id: 'duration',
  unit: 's',
  kind: 'total',
  en: {
    title: 'Duration',
    definition: 'Length of the sound that was decoded, with all silence.',
  },
  ru: {
    title: 'Длительность',
    definition: 'Длина декодированного звука вместе со всей тишиной.',
  },
  source: 'The decoded sound',
  needs: [],
  find: ({ recording }) => ({ value: recording.durationSec }),
});
