/** How often repetition is used on purpose. */
import { citeWording } from '../wording/cite.ts';
import { defineMetric } from '../metric.ts';

export const deliberateRepetitions = defineMetric({
  id: 'deliberate-repetitions',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Repetition on purpose',
    definition:
      'Places where three or more sentences or clauses in a row open with the same words (anaphora), or three short parts are built alike (triad). They are a strength and never counted as repetition.',
    moves: 'Building three sentences alike around a key thought raises it.',
    source: 'Anaphora and triads by their words',
  },
  ru: {
    title: 'Намеренные повторы',
    definition:
      'Места, где три и больше предложений или частей подряд начинаются одинаково (анафора) или три коротких части построены одинаково (триада). Это сильный приём, к обычным повторам он не относится.',
    moves: 'Растёт, если вокруг главной мысли построить три предложения одинаково.',
    source: 'Анафоры и триады по словам',
  },
  needs: ['wording'],
  find: ({ wording: { figures } }) => ({ value: figures.length, evidence: citeWording(figures) }),
});
