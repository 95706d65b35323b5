/** How far apart the high and the low of a voice lie. */
import { defineMetric } from '../metric.ts';
import { quantile } from '../statistics.ts';

export const pitchRange = defineMetric({
  id: 'pitch-range',
  unit: 'st',
  kind: 'average',
  en: {
    title: 'Pitch range',
    definition:
      'From the pitch that a tenth of the voice lies under to the one that a tenth lies over, in semitones. Voices ' +
      'differ: it compares with other talks of the same speaker only.',
    moves: 'Using both the high and the low of your voice raises it; a single cry makes no difference.',
    source: '10th to 90th percentile of the pitch',
  },
  ru: {
    title: 'Диапазон голоса',
    definition:
      'Расстояние в полутонах между высотой, ниже которой лежит десятая часть звучания, и высотой, выше которой лежит десятая часть. ' +
      'У каждого голоса он свой, поэтому сравнивать его стоит только с другими выступлениями того же человека.',
    moves: 'Растёт, если пользоваться и верхом, и низом голоса; отдельный возглас его не меняет.',
    source: 'От 10-го до 90-го процентиля высоты голоса',
  },
  needs: ['voice', 'speech'],
  find({ voice: { voiced } }) {
    return { value: quantile(voiced.semitones, 0.9) - quantile(voiced.semitones, 0.1) };
  },
});
