/** Whether the voice keeps its loudness to the end of the talk. */
import { defineMetric } from '../metric.ts';
import { trendOf } from '../voice/trend.ts';

export const loudnessTrend = defineMetric({
  id: 'loudness-trend',
  unit: 'dB',
  kind: 'average',
  en: {
    title: 'Loudness towards the end',
    definition:
      'By how many decibels the voice is louder at the end of the talk than at its start, along the straight line through ' +
      'windows of 20 seconds. Negative: it gets softer. Talks of less than two minutes are too short for it.',
    moves:
      'A voice that tires, or a speaker who moves away from the microphone, lowers it; a voice that warms up raises it.',
    source: 'Linear trend of the level of the voice',
  },
  ru: {
    title: 'Громкость к концу',
    definition:
      'На сколько децибел голос к концу выступления громче, чем в начале: наклон прямой, проведённой через окна по 20 секунд. ' +
      'Меньше нуля — голос слабеет. Для выступлений короче двух минут не считается.',
    moves:
      'Снижается, если голос устаёт или вы отходите от микрофона; растёт, если голос постепенно набирает силу.',
    source: 'Линейное изменение громкости голоса',
  },
  needs: ['voice', 'speech'],
  absentFor: ['too-little-speech'],
  hasInterval80: true,
  find({ voice: { voiced }, speech: { talk } }) {
    const trend = trendOf(voiced, talk, ({ levelDb }) => levelDb);
    return trend === undefined
      ? { absent: 'too-little-speech' }
      : { value: trend.change, interval80: trend.interval80 };
  },
});
