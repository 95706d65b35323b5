/** How much of the talk is in stretches whose pitch hardly moves. */
import { defineMetric } from '../metric.ts';
import { lengthMs, longestSpans, toMs, toRange, totalMs } from '../span.ts';
import { monotoneStretches } from '../voice/pitch-windows.ts';

const MAX_CITED = 5;

export const monotoneShare = defineMetric({
  id: 'monotone-share',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Monotone stretches',
    definition:
      'Time in stretches of 20 seconds or more whose pitch varies by less than 2 semitones in every window of 10 ' +
      'seconds, divided by the time from the first speech to the last. Cited are the longest five.',
    moves: 'Long passages on one tone raise it; a lively sentence in between ends such a stretch.',
    source: 'Pitch dynamism under 0.11 (Hincks 2005), which is 2 semitones',
  },
  ru: {
    title: 'Монотонные отрезки',
    definition:
      'Доля выступления в отрезках от 20 секунд, где высота голоса в каждом окне из 10 секунд меняется меньше чем ' +
      'на 2 полутона. Показаны пять самых длинных.',
    moves: 'Растёт от долгих мест, сказанных на одном тоне; живая фраза посередине обрывает такой отрезок.',
    source: 'Подвижность тона меньше 0,11 (Hincks 2005), то есть 2 полутона',
  },
  needs: ['voice', 'speech'],
  find({ voice, speech: { talk }, parameters: { monotoneSt, monotoneStretchSec } }) {
    const stretches = monotoneStretches(voice.pitchWindows, monotoneSt, toMs(monotoneStretchSec));
    return {
      value: totalMs(stretches) / lengthMs(talk),
      evidence: longestSpans(stretches, MAX_CITED).map(toRange),
    };
  },
});
