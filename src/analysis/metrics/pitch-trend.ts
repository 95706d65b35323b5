/** Whether the voice keeps its pitch to the end of the talk. */
import { defineMetric } from '../metric.ts';
import { trendOf } from '../voice/trend.ts';

export const pitchTrend = defineMetric({
  id: 'pitch-trend',
  unit: 'st',
  kind: 'average',
  en: {
    title: 'Pitch towards the end',
    definition:
      'By how many semitones the voice is higher at the end of the talk than at its start, along the straight line through ' +
      'windows of 20 seconds. Negative: it sinks. Talks of less than two minutes are too short for it.',
    moves: 'A voice that tires lowers it; growing tension or excitement raises it.',
    source: 'Linear trend of the pitch',
  },
  ru: {
    title: 'Высота голоса к концу',
    definition:
      'На сколько полутонов голос к концу выступления выше, чем в начале: наклон прямой, проведённой через окна по 20 секунд. ' +
      'Меньше нуля — голос опускается. Для выступлений короче двух минут не считается.',
    moves: 'Снижается, если голос устаёт; растёт вместе с напряжением и волнением.',
    source: 'Линейное изменение высоты голоса',
  },
  needs: ['voice', 'speech'],
  absentFor: ['too-little-speech'],
  hasInterval80: true,
  find({ voice: { voiced }, speech: { talk } }) {
    const trend = trendOf(voiced, talk, ({ meanSt }) => meanSt);
    return trend === undefined
      ? { absent: 'too-little-speech' }
      : { value: trend.change, interval80: trend.interval80 };
  },
});
