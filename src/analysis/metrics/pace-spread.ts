/** How far the slow and the fast parts of a talk lie apart. */
import { paceDoubts } from '../confidence.ts';
import { defineMetric } from '../metric.ts';
import { ratesOf } from '../pace-curve.ts';
import { lengthMs } from '../span.ts';
import { quantile } from '../statistics.ts';

/** Fewer windows have no tenth of their own. */
const MIN_WINDOWS = 10;

export const paceSpread = defineMetric({
  id: 'pace-spread',
  unit: 'syllables/s',
  kind: 'average',
  en: {
    title: 'Spread of the pace',
    definition:
      'How much faster the fastest tenth begins than the slowest tenth ends (90th minus 10th percentile), in the windows ' +
      'of the variation of the pace.',
    moves:
      'The further your slowest and your fastest passages lie apart, the greater it is; an even pace makes it small.',
    source: 'Interdecile range of the speech rate',
  },
  ru: {
    title: 'Разброс темпа',
    definition:
      'На сколько самая быстрая десятая часть быстрее самой медленной (90-й процентиль минус 10-й), по тем же отрезкам, что и ' +
      'изменчивость темпа.',
    moves:
      'Чем сильнее различаются ваши самые медленные и самые быстрые места, тем он больше; при ровном темпе он мал.',
    source: 'Разность крайних децилей темпа речи',
  },
  needs: ['speech', 'timedWords', 'paceCurve'],
  absentFor: ['too-little-speech'],
  doubtedFor: ['too-little-speech'],
  find({ timedWords, paceCurve }) {
    const rates = ratesOf(paceCurve);
    return rates.length < MIN_WINDOWS
      ? { absent: 'too-little-speech' }
      : {
          value: quantile(rates, 0.9) - quantile(rates, 0.1),
          doubts: paceDoubts(lengthMs(timedWords.talk)),
        };
  },
});
