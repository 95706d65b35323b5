/** Up to which frequency the voice was recorded. */
import { defineMetric } from '../metric.ts';

export const bandwidth = defineMetric({
  id: 'bandwidth',
  unit: 'Hz',
  kind: 'total',
  en: {
    title: 'Bandwidth',
    definition:
      'The highest frequency with sound of the voice in it, up to 8000 Hz. Telephone sound ends at 3400 Hz.',
    moves:
      'A telephone, a wireless headset or a covered microphone lowers it; an open microphone recorded without strong ' +
      'compression raises it.',
    source: 'Spectrum of the voice',
  },
  ru: {
    title: 'Полоса частот',
    definition:
      'Самая высокая частота, на которой ещё есть голос, до 8000 Гц. Телефонный звук кончается на 3400 Гц.',
    moves:
      'Телефонная связь, беспроводная гарнитура и закрытый микрофон её сужают; открытый микрофон и запись без ' +
      'сильного сжатия расширяют.',
    source: 'Спектр голоса',
  },
  needs: ['tracks'],
  absentFor: ['too-little-speech'],
  find: ({ tracks: { sound } }) =>
    sound.bandwidthHz === null ? { absent: 'too-little-speech' } : { value: sound.bandwidthHz },
});
