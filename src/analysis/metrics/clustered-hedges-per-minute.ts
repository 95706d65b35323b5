/** How often weak words stand close together. */
import { lengthMs, perMinute } from '../span.ts';
import { citeWording } from '../wording/cite.ts';
import { defineMetric } from '../metric.ts';

export const clusteredHedgesPerMinute = defineMetric({
  id: 'clustered-hedges-per-minute',
  unit: 'per-min',
  kind: 'average',
  en: {
    title: 'Clustered weak words per minute',
    definition:
      'Weak words that stand at least three within fifteen seconds, per minute. Cited are the first twenty.',
    moves:
      'Several weak words around one thought raise it; stating the thought, or giving the reason for the doubt once, lowers it.',
    source: 'Weak words per minute as in the HSE speaking trainer (6 in 3 minutes), counted in clusters only',
  },
  ru: {
    title: 'Скоплений смягчающих слов: слов в минуту',
    definition:
      'Смягчающие слова, которых за пятнадцать секунд не меньше трёх, в пересчёте на минуту. Показаны первые двадцать.',
    moves:
      'Растёт, когда одну мысль смягчают несколько раз подряд; если сказать прямо или один раз назвать причину сомнения, снижается.',
    source: 'Число слабых слов, как в тренажёре ВШЭ (6 за 3 минуты), но только в скоплениях',
  },
  needs: ['timedWords', 'wording'],
  find({ timedWords, wording: { hedges } }) {
    const clustered = hedges.filter((hedge) => hedge.clustered);
    return {
      value: perMinute(clustered.length, lengthMs(timedWords.talk)),
      evidence: citeWording(clustered),
    };
  },
});
