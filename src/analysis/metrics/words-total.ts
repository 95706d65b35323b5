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
  },
  ru: {
    title: 'Слова',
    definition:
      'Слова так, как они произнесены: число — столько слов, сколько звучит. Звуки вроде «эм» не слова.',
  },
  source: 'The transcript',
  needs: ['words'],
  find: ({ words }) => ({ value: words.spokenTotal }),
});
