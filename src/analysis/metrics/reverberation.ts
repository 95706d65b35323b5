/** How long the room sounds after the voice: not measured, as no test has shown that it can be found. */
import { defineMetric } from '../metric.ts';

export const reverberation = defineMetric({
  id: 'reverberation',
  unit: 's',
  kind: 'total',
  en: {
    title: 'Reverberation',
    definition:
      'How long a sound takes to die away in the room. It is not measured: from speech alone it is not told surely enough from ' +
      'the way in which a voice ends its words.',
    moves:
      'Bare walls, a large room and a far microphone would raise it; curtains, carpets and a near microphone would lower it.',
    source: 'Decay of speech',
  },
  ru: {
    title: 'Гулкость помещения',
    definition:
      'За какое время звук затихает в помещении. Не измеряется: по одной только речи её пока не удаётся надёжно отличить от манеры ' +
      'заканчивать слова.',
    moves:
      'Росла бы от голых стен, большого зала и далёкого микрофона; шторы, ковры и близкий микрофон её бы снизили.',
    source: 'Затухание речи',
  },
  needs: ['speech'],
  absentFor: ['not-proven'],
  find: () => ({ absent: 'not-proven' }),
});
