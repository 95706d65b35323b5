/** Which share of the pauses falls inside clauses. */
import { placeDoubts } from '../confidence.ts';
import { defineMetric } from '../metric.ts';
import { pausesAt } from '../places.ts';
import { longestSpans, toRange } from '../span.ts';

const MAX_CITED = 5;
/** A share of fewer pauses would be decided by one of them. */
const MIN_PLACED = 5;
const SURE_PLACED = 10;

export const inClausePauseShare = defineMetric({
  id: 'in-clause-pause-share',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Share of pauses inside clauses',
    definition:
      'Pauses inside clauses divided by all pauses whose place is known; at least five of these are needed. ' +
      'Cited are the five longest.',
    moves: 'Every halt inside a phrase raises it; every pause at the end of one lowers it.',
    source: 'Pauses within clauses mark trouble with words (De Jong 2016, Kahng 2014, Huensch 2023)',
  },
  ru: {
    title: 'Доля пауз внутри фразы',
    definition:
      'Число пауз внутри фразы, делённое на число всех пауз, место которых известно; таких нужно не меньше пяти. ' +
      'Показаны пять самых длинных.',
    moves: 'Каждая остановка посреди фразы её повышает, каждая пауза в конце фразы снижает.',
    source: 'Паузы внутри фразы говорят о поиске слов (De Jong 2016, Kahng 2014, Huensch 2023)',
  },
  needs: ['speech', 'timedWords', 'pausePlaces'],
  absentFor: ['too-little-speech', 'no-punctuation'],
  doubtedFor: ['too-little-speech', 'no-punctuation'],
  find({ pausePlaces }) {
    const inside = pausesAt(pausePlaces, 'inside');
    const placed = inside.length + pausesAt(pausePlaces, 'boundary').length;
    if (placed < MIN_PLACED) {
      return { absent: pausePlaces.length < MIN_PLACED ? 'too-little-speech' : 'no-punctuation' };
    }
    return {
      value: inside.length / placed,
      evidence: longestSpans(inside, MAX_CITED).map(toRange),
      doubts: [
        ...(placed < SURE_PLACED ? ([{ confidence: 'low', reason: 'too-little-speech' }] as const) : []),
        ...placeDoubts(pausePlaces),
      ],
    };
  },
});
