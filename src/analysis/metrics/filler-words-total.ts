/** How many filler words there are. */
import { fillerDoubts } from '../confidence.ts';
import { citeFillers } from '../fillers.ts';
import { defineMetric } from '../metric.ts';

export const fillerWordsTotal = defineMetric({
  id: 'filler-words-total',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Filler words',
    definition:
      'Words and phrases such as “you know”, “like”, “so” where they fill time; the same words in their ordinary ' +
      'sense are not counted, nor are sounds such as um. Cited are the first twenty.',
  },
  ru: {
    title: 'Слова-паразиты',
    definition:
      'Слова и выражения, которые только заполняют время: «как бы», «значит», «ну» (в английском you know, like, so); в ' +
      'обычном значении те же слова не считаются, как и звуки вроде «эм». Показаны первые двадцать.',
  },
  source: 'Pragmatic markers by list and context rules',
  needs: ['timedWords', 'fillers'],
  find: ({ timedWords, fillers }) => ({
    value: fillers.length,
    evidence: citeFillers(fillers),
    doubts: fillerDoubts(timedWords),
  }),
});
