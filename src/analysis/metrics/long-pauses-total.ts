/** How many long pauses there are. */
import { defineMetric } from '../metric.ts';
import { pausesOf } from '../pauses.ts';
import { longestSpans, toMs, toRange } from '../span.ts';

const MAX_CITED = 5;

export const longPausesTotal = defineMetric({
  id: 'long-pauses-total',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Long pauses',
    definition:
      'Pauses at least as long as the long-pause threshold (2.5 s unless set otherwise). Cited are the five longest.',
    moves:
      'Every silence of that length adds one, whether it is held on purpose or the thread was lost; a longer talk ' +
      'has more of them.',
    source: 'Strong speakers hold pauses of 2 to 3 s; beyond, a pause is noticed as a gap',
  },
  ru: {
    title: 'Длинные паузы',
    definition:
      'Паузы не короче порога длинной паузы (2,5 с, если не задан другой). Показаны пять самых длинных.',
    moves:
      'Каждая прибавляет единицу, намеренная она или вы потеряли мысль; в длинном выступлении их больше.',
    source: 'Сильные ораторы держат паузы по 2–3 с; более долгие слушатель замечает как провал',
  },
  needs: ['speech'],
  find({ speech, parameters }) {
    const long = pausesOf(speech.pauses, toMs(parameters.longPauseSec));
    return { value: long.length, evidence: longestSpans(long, MAX_CITED).map(toRange) };
  },
});
