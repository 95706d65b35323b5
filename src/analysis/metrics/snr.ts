/** How far the voice stands out of the noise. */
import { defineMetric } from '../metric.ts';

export const snr = defineMetric({
  id: 'snr',
  unit: 'dB',
  kind: 'total',
  en: {
    title: 'Voice over noise',
    definition:
      'Level of the voice over the level of what is heard between words. Under 15 dB pauses, pitch and soft words are measured ' +
      'less surely.',
    moves: 'A quiet room and a near microphone raise it; fans, a street, other voices and distance lower it.',
    source: 'Signal-to-noise ratio',
  },
  ru: {
    title: 'Голос над шумом',
    definition:
      'Насколько голос громче того, что слышно между словами. Если меньше 15 дБ, то паузы, высота тона и тихие слова измеряются ' +
      'менее надёжно.',
    moves:
      'Растёт в тихой комнате и близко к микрофону; вентиляторы, улица, чужие голоса и расстояние снижают это число.',
    source: 'Отношение сигнала к шуму',
  },
  needs: ['tracks'],
  absentFor: ['too-little-speech', 'none-found'],
  find: ({ tracks: { sound } }) =>
    sound.snrDb === null
      ? { absent: sound.speechLevelDb === null ? 'too-little-speech' : 'none-found' }
      : { value: sound.snrDb },
});
