/** Whether the opening is faster than the rest. */
import { paceDoubts } from '../confidence.ts';
import { defineMetric } from '../metric.ts';
import { ratesOf } from '../pace-curve.ts';
import { lengthMs, toMs, toRange } from '../span.ts';
import { quantile } from '../statistics.ts';

/** The talk has to be so many openings long: else the opening is most of what it is compared with. */
const MIN_OPENINGS = 2;

export const startRush = defineMetric({
  id: 'start-rush',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Pace of the opening',
    definition:
      'Syllables per second, pauses included, in the first minute (unless set otherwise) divided by the speaker’s own ' +
      'median over windows of 15 seconds; the talk must be twice as long. Cited is the opening.',
    moves:
      'Nerves at the start raise it; a breath and slow first sentences lower it. At 100% you open at your own usual pace.',
    source: 'Speech rate of the opening',
  },
  ru: {
    title: 'Темп вступления',
    definition:
      'Слогов в секунду вместе с паузами в первую минуту (если не задано другое), делённое на собственную медиану по отрезкам ' +
      'в 15 секунд; выступление должно быть вдвое длиннее. Показано вступление.',
    moves:
      'Растёт, если в начале волноваться и спешить; вдох и неторопливые первые фразы его снижают. При 100 % вы ' +
      'начинаете в своём обычном темпе.',
    source: 'Темп речи во вступлении',
  },
  needs: ['speech', 'timedWords', 'paceCurve'],
  absentFor: ['too-little-speech'],
  doubtedFor: ['too-little-speech'],
  find({ timedWords: { talk }, paceCurve, parameters }) {
    const openingMs = toMs(parameters.openingSec);
    const median = quantile(ratesOf(paceCurve), 0.5);
    if (lengthMs(talk) < openingMs * MIN_OPENINGS || !(median > 0)) {
      return { absent: 'too-little-speech' };
    }
    const opening = { startMs: talk.startMs, endMs: talk.startMs + openingMs };
    return {
      value: paceCurve.pace.rateIn(opening) / median,
      evidence: [toRange(opening)],
      doubts: paceDoubts(lengthMs(talk)),
    };
  },
});
