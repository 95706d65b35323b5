/** How often a weak word makes a statement smaller. */
import { lengthMs, perMinute } from '../span.ts';
import { citeWording } from '../wording/cite.ts';
import { defineMetric } from '../metric.ts';

export const hedgesPerMinute = defineMetric({
  id: 'hedges-per-minute',
  unit: 'per-min',
  kind: 'average',
  en: {
    title: 'Weak words per minute',
    definition:
      'Words such as “maybe”, “I think” or “a bit” per minute from the first word to the last; filler words are not among them. Cited are the first twenty.',
    moves:
      'Each “maybe” and “kind of” raises it. Doubt about a fact is honest, so this number alone is not judged.',
    source: 'Hedges by list and neighbouring words',
  },
  ru: {
    title: 'Смягчающих слов в минуту',
    definition:
      'Сколько раз в минуту звучат слова вроде «наверное», «мне кажется», «как-то»; слова-паразиты сюда не входят. Показаны первые двадцать.',
    moves:
      'Растёт от каждого «наверное» и «вроде». Честно сомневаться в факте можно, поэтому само по себе это число не оценивается.',
    source: 'Смягчающие слова по списку и соседним словам',
  },
  needs: ['timedWords', 'wording'],
  find: ({ timedWords, wording: { hedges } }) => ({
    value: perMinute(hedges.length, lengthMs(timedWords.talk)),
    evidence: citeWording(hedges),
  }),
});
