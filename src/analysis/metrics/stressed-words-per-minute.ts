/** How often a word is stressed. */
import { defineMetric } from '../metric.ts';
import { lengthMs, perMinute } from '../span.ts';

export const stressedWordsPerMinute = defineMetric({
  id: 'stressed-words-per-minute',
  unit: 'per-min',
  kind: 'average',
  en: {
    title: 'Stressed words per minute',
    definition:
      'Words per minute that stand out of the five seconds on both sides by pitch, loudness and length together: by one ' +
      'standard deviation on average.',
    moves:
      'Picking out single words by pitch, loudness and length raises it; giving every word the same weight lowers it.',
    source: 'Prominence by pitch, energy and duration',
  },
  ru: {
    title: 'Выделенных слов в минуту',
    definition:
      'Сколько слов в минуту выделены голосом: по высоте, громкости и длительности вместе они в среднем на одно стандартное отклонение ' +
      'выше соседних (по пять секунд с каждой стороны).',
    moves:
      'Растёт, если выделять отдельные слова высотой, громкостью и протяжённостью; если все слова звучат одинаково, ' +
      'снижается.',
    source: 'Выделенность по высоте, громкости и длительности',
  },
  needs: ['spoken', 'timedWords', 'speech'],
  find: ({ spoken: { emphasis }, timedWords }) => ({
    value: perMinute(emphasis.stressed.length, lengthMs(timedWords.talk)),
  }),
});
