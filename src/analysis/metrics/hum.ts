/** How loud the hum of the mains is. */
import { defineMetric } from '../metric.ts';

export const hum = defineMetric({
  id: 'hum',
  unit: 'dB',
  kind: 'total',
  en: {
    title: 'Mains hum',
    definition:
      'Level of the hum at 50 or 60 Hz with its harmonics, against full scale (0 is the loudest possible).',
    moves:
      'Power supplies, long cables and poor grounding raise it; keeping the microphone away from them lowers it.',
    source: 'Lines of the spectrum at the mains frequency',
  },
  ru: {
    title: 'Гул электросети',
    definition:
      'Уровень гула на 50 или 60 Гц вместе с гармониками относительно предела шкалы (0 — громче не бывает).',
    moves:
      'Растёт от блоков питания, длинных проводов и плохого заземления; снижается, если держать микрофон от них подальше.',
    source: 'Линии спектра на частоте электросети',
  },
  needs: ['tracks'],
  absentFor: ['none-found'],
  find: ({ tracks: { sound } }) =>
    sound.hum === null ? { absent: 'none-found' } : { value: sound.hum.levelDb },
});
