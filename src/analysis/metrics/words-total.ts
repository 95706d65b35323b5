/** How many words are said. */
import { defineMetric } from '../metric.ts';

export const wordsTotal = defineMetric({
  id: 'words-total',
  unit: 'words',
  kind: 'total',
  en: {
    title: 'Words',
    definition:
      'Words as they are said: $84,000 is four words, well-known two. Hesitation sounds such as um are no words.',
    moves: 'The longer the talk and the faster the pace, the more words there are.',
    source: 'The transcript',
  },
  ru: {
    title: 'Слова',
    definition:
      'Слова считаются так, как звучат: «84 000» — это несколько слов. Звуки вроде «эм» — не слова.',
    moves: 'Чем длиннее выступление и чем быстрее темп, тем больше слов.',
    source: 'Расшифровка',
  },
  needs: ['words'],
  find: ({ words }) => ({ value: words.spokenTotal }),
});
