/** How often the end of a word is drawn out. */
import { citeFillers } from '../fillers.ts';
import { defineMetric } from '../metric.ts';
import { lengthMs, perMinute } from '../span.ts';

export const lengtheningsPerMinute = defineMetric({
  id: 'lengthenings-per-minute',
  unit: 'per-min',
  kind: 'average',
  en: {
    title: 'Drawn-out word ends per minute',
    definition:
      'Words per minute whose last vowel or sonorant is held more than 2.5 times as long as this voice usually holds them. ' +
      'Cited are the first twenty.',
    moves:
      'Holding the end of a word while you think of the next one raises it; ending the word and falling silent lowers it.',
    source: 'Lengthenings (VMU; first estimate)',
  },
  ru: {
    title: 'Растянутых слов в минуту',
    definition:
      'У скольких слов в минуту последний гласный или сонорный звук длится более чем в 2,5 раза дольше, чем обычно у этого голоса. ' +
      'Показаны первые двадцать.',
    moves:
      'Растёт, если тянуть конец слова («и-и», «что-о»), пока ищется следующее; снижается, если закончить слово и помолчать.',
    source: 'Растягивания (VMU; предварительно)',
  },
  needs: ['hesitations', 'speech', 'timedWords'],
  find: ({ hesitations: { lengthenings }, speech }) => ({
    value: perMinute(lengthenings.length, lengthMs(speech.talk)),
    evidence: citeFillers(lengthenings),
  }),
});
