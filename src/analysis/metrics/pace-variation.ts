/** How much the pace varies over the talk. */
import { paceDoubts } from '../confidence.ts';
import { defineMetric } from '../metric.ts';
import { ratesOf } from '../pace-curve.ts';
import { coefficientOfVariation } from '../statistics.ts';
import { lengthMs } from '../span.ts';

/** Fewer windows overlap too much to show how the pace varies. */
const MIN_WINDOWS = 10;

export const paceVariation = defineMetric({
  id: 'pace-variation',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Variation of the pace',
    definition:
      'Standard deviation divided by the mean of the pace in windows of 15 seconds, each 5 seconds after the one before ' +
      '(unless set otherwise); windows with less than a third of speech are left out, and ten are needed.',
    moves:
      'Slowing down for what matters and moving on quickly elsewhere raises it, and so do pauses that come in ' +
      'clumps; one and the same speed throughout lowers it.',
    source: 'Coefficient of variation of the speech rate',
  },
  ru: {
    title: 'Изменчивость темпа',
    definition:
      'Стандартное отклонение темпа, делённое на его среднее, по отрезкам в 15 секунд с шагом 5 секунд (если не задано ' +
      'другое); отрезки, где речи меньше трети, не учитываются, и нужно не меньше десяти.',
    moves:
      'Растёт, если важное говорить медленнее, а остальное быстрее, и если паузы идут то густо, то редко; одинаковая ' +
      'скорость от начала до конца её снижает.',
    source: 'Коэффициент вариации темпа речи',
  },
  needs: ['speech', 'timedWords', 'paceCurve'],
  absentFor: ['too-little-speech'],
  doubtedFor: ['too-little-speech'],
  find({ timedWords, paceCurve }) {
    const rates = ratesOf(paceCurve);
    return rates.length < MIN_WINDOWS
      ? { absent: 'too-little-speech' }
      : { value: coefficientOfVariation(rates), doubts: paceDoubts(lengthMs(timedWords.talk)) };
  },
});
