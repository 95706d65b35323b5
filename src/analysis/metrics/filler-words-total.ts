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
    moves:
      'Every such word adds one, so a longer talk has more of them: compare talks by the number per minute.',
    source: 'Pragmatic markers by list and context rules',
  },
  ru: {
    title: 'Слова-паразиты',
    definition:
      'Слова и выражения, которые только заполняют время: «как бы», «значит», «ну» (в английском you know, like, so); в ' +
      'обычном значении те же слова не считаются, как и звуки вроде «эм». Показаны первые двадцать.',
    moves:
      'Каждое такое слово прибавляет единицу, поэтому в длинном выступлении их больше; сравнивать выступления лучше ' +
      'по числу в минуту.',
    source: 'Дискурсивные слова по списку и правилам контекста',
  },
  needs: ['timedWords', 'fillers'],
  doubtedFor: ['no-punctuation', 'tidy-transcript'],
  find: ({ timedWords, fillers }) => ({
    value: fillers.length,
    evidence: citeFillers(fillers),
    doubts: fillerDoubts(timedWords),
  }),
});
