/** How often a pause falls inside a clause. */
import { placeDoubts } from '../confidence.ts';
import { defineMetric } from '../metric.ts';
import { pausesAt } from '../places.ts';
import { lengthMs, longestSpans, perMinute, toRange } from '../span.ts';

const MAX_CITED = 5;

export const inClausePausesPerMinute = defineMetric({
  id: 'in-clause-pauses-per-minute',
  unit: 'per-min',
  kind: 'average',
  en: {
    title: 'Pauses inside clauses per minute',
    definition:
      'Pauses that stand neither after a mark of punctuation nor before a conjunction or preposition, or that follow a ' +
      'filler word, per minute from the first speech to the last. Cited are the five longest.',
    moves:
      'Searching for a word in the middle of a phrase raises it, and so does a stop after a filler word. Knowing how ' +
      'a phrase ends before you start it lowers it.',
    source: 'Pauses within clauses mark trouble with words (De Jong 2016, Kahng 2014, Huensch 2023)',
  },
  ru: {
    title: 'Пауз внутри фразы в минуту',
    definition:
      'Число пауз не после знака препинания и не перед союзом или предлогом, а также пауз после слова-паразита, на минуту ' +
      'от начала первой реплики до конца последней. Показаны пять самых длинных.',
    moves:
      'Растёт, если искать слова посреди фразы и останавливаться после слов-паразитов. Снижается, если, начиная ' +
      'фразу, знать, чем она закончится.',
    source: 'Паузы внутри фразы говорят о поиске слов (De Jong 2016, Kahng 2014, Huensch 2023)',
  },
  needs: ['speech', 'timedWords', 'pausePlaces'],
  doubtedFor: ['no-punctuation'],
  find({ speech, pausePlaces }) {
    const inside = pausesAt(pausePlaces, 'inside');
    return {
      value: perMinute(inside.length, lengthMs(speech.talk)),
      evidence: longestSpans(inside, MAX_CITED).map(toRange),
      doubts: placeDoubts(pausePlaces),
    };
  },
});
