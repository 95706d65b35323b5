/** How often a pause is long. */
import { defineMetric } from '../metric.ts';
import { pausesOf } from '../pauses.ts';
import { lengthMs, longestSpans, perMinute, toMs, toRange } from '../span.ts';

const MAX_CITED = 5;

export const longPausesPerMinute = defineMetric({
  id: 'long-pauses-per-minute',
  unit: 'per-min',
  kind: 'average',
  en: {
    title: 'Long pauses per minute',
    definition:
      'Pauses at least as long as the long-pause threshold (2.5 s unless set otherwise) per minute from the first ' +
      'speech to the last. Cited are the five longest.',
    moves:
      'Losing the thread, looking for a note or waiting for a slide raises it; knowing the first words of your next ' +
      'thought lowers it.',
    source: 'Strong speakers hold pauses of 2 to 3 s; beyond, a pause is noticed as a gap',
  },
  ru: {
    title: 'Длинных пауз в минуту',
    definition:
      'Число пауз не короче порога длинной паузы (2,5 с, если не задан другой) на минуту от начала первой реплики ' +
      'до конца последней. Показаны пять самых длинных.',
    moves:
      'Растёт, если терять мысль, искать место в записях или ждать слайда; снижается, если знать первые слова ' +
      'следующей мысли.',
    source: 'Сильные ораторы держат паузы по 2–3 с; более долгие слушатель замечает как провал',
  },
  needs: ['speech'],
  find({ speech, parameters }) {
    const long = pausesOf(speech.pauses, toMs(parameters.longPauseSec));
    return {
      value: perMinute(long.length, lengthMs(speech.talk)),
      evidence: longestSpans(long, MAX_CITED).map(toRange),
    };
  },
});
