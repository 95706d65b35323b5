/** How many words could go. */
import { citeWording } from '../wording/cite.ts';
import { defineMetric } from '../metric.ts';

export const removableShare = defineMetric({
  id: 'removable-share',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Words that could go',
    definition:
      'Share of the spoken words that are fillers, intensifiers such as “very”, weak words said twice, or the extra part of pleonasms such as “free gift”. Cited are the first twenty.',
    moves: 'Each “really” and “in order to” raises it; saying the same in fewer words lowers it.',
    source: 'Removable words by list and rule',
  },
  ru: {
    title: 'Лишние слова',
    definition:
      'Доля слов, без которых смысл не изменится: слова-паразиты, усилители вроде «очень», сомнение, высказанное дважды, и лишнее в оборотах вроде «свободная вакансия». Показаны первые двадцать.',
    moves: 'Растёт от «реально» и «на сегодняшний день»; если сказать короче, снижается.',
    source: 'Лишние слова по списку и правилам',
  },
  needs: ['timedWords', 'wording'],
  find: ({ timedWords, wording: { removable } }) => ({
    value: removable.reduce((sum, { words }) => sum + words, 0) / timedWords.spokenTotal,
    evidence: citeWording(removable),
  }),
});
