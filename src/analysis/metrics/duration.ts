/** How long the recording is. */
import { defineMetric } from '../metric.ts';

export const duration = defineMetric({
  id: 'duration',
  unit: 's',
  kind: 'total',
  en: {
    title: 'Duration',
    definition: 'Length of the sound that was decoded, with all silence.',
    moves:
      'All of the recording counts, with what comes before your first word and after your last: cutting that off ' +
      'makes it shorter.',
    source: 'The decoded sound',
  },
  ru: {
    title: 'Длительность',
    definition: 'Длина записи вместе с тишиной.',
    moves:
      'Считается вся запись, вместе с тем, что звучит до вашего первого слова и после последнего: если это отрезать, ' +
      'она станет короче.',
    source: 'Декодированный звук',
  },
  needs: [],
  find: ({ recording }) => ({ value: recording.durationSec }),
});
