/** How many words a phrase has on average. */
import { phraseDoubts } from '../confidence.ts';
import { defineMetric } from '../metric.ts';

export const phraseLengthMean = defineMetric({
  id: 'phrase-length-mean',
  unit: 'words',
  kind: 'average',
  en: {
    title: 'Mean phrase',
    definition:
      'Mean number of spoken words in a phrase: up to the end of a sentence, a pause at the end of a clause, or a ' +
      'pause of at least the phrase threshold (1 s unless set otherwise).',
  },
  ru: {
    title: 'Средняя фраза',
    definition:
      'Среднее число слов во фразе: до конца предложения, до паузы на границе части предложения или до паузы не ' +
      'короче порога фразы (1 с, если не задан другой).',
  },
  source: 'Mean length of phrases (phonetics)',
  needs: ['timedWords', 'phrases'],
  find({ timedWords, phrases: { items } }) {
    return {
      value: items.reduce((sum, phrase) => sum + phrase.words, 0) / items.length,
      doubts: phraseDoubts(timedWords, items),
    };
  },
});
