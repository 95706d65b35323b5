/** How many pauses inside clauses are long: the places where words were lost. */
import { placeDoubts } from '../confidence.ts';
import { defineMetric } from '../metric.ts';
import { pausesOf } from '../pauses.ts';
import { pausesAt } from '../places.ts';
import { longestSpans, toMs, toRange } from '../span.ts';

const MAX_CITED = 20;

export const longInClausePauses = defineMetric({
  id: 'long-in-clause-pauses',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Long pauses inside clauses',
    definition:
      'Pauses inside clauses at least as long as their threshold (1.2 s unless set otherwise). Cited are the twenty ' +
      'longest.',
    moves: 'Every long search for a word adds one; pausing before you start the phrase avoids it.',
    source: 'From 1.2 s inside a clause a pause is heard as uncertainty (VMU, HSE trainer)',
  },
  ru: {
    title: 'Длинные паузы внутри фразы',
    definition:
      'Паузы внутри фразы не короче порога (1,2 с, если не задан другой). Показаны двадцать самых длинных.',
    moves:
      'Каждый долгий поиск слова прибавляет единицу; если подумать до начала фразы, такой паузы не будет.',
    source: 'С 1,2 с пауза внутри фразы воспринимается как неуверенность (VMU, тренажёр ВШЭ)',
  },
  needs: ['speech', 'timedWords', 'pausePlaces'],
  doubtedFor: ['no-punctuation'],
  find({ pausePlaces, parameters }) {
    const long = pausesOf(pausesAt(pausePlaces, 'inside'), toMs(parameters.longInClausePauseSec));
    return {
      value: long.length,
      evidence: longestSpans(long, MAX_CITED).map(toRange),
      doubts: placeDoubts(pausePlaces),
    };
  },
});
