/** How much of the voice was cut off by a recording level that was too high. */
import { defineMetric } from '../metric.ts';

export const clippedShare = defineMetric({
  id: 'clipped-share',
  unit: 'ratio',
  kind: 'total',
  en: {
    title: 'Clipped sound',
    definition:
      'Share of the samples of the voice that are cut off at one ceiling, at full scale or below it. From 0.1% on it is heard.',
    moves:
      'A recording level that is too high raises it; turning the level down, or moving back from the microphone, lowers it.',
    source: 'Runs of samples at one ceiling',
  },
  ru: {
    title: 'Перегрузка',
    definition:
      'Доля отсчётов голоса, срезанных на одном уровне: на предельном или ниже него. Слышно начиная с 0,1 %.',
    moves:
      'Растёт, если уровень записи слишком высок; снижается, если его убавить или отодвинуться от микрофона.',
    source: 'Ряды отсчётов на одном и том же пределе',
  },
  needs: ['tracks'],
  absentFor: ['too-little-speech'],
  find: ({ tracks: { sound } }) =>
    sound.clippedShare === null ? { absent: 'too-little-speech' } : { value: sound.clippedShare },
});
