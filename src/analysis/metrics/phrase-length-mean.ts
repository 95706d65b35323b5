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
    moves:
      'Short sentences, and pauses between the parts of long ones, lower it; parts joined without a pause raise it.',
    source: 'Mean length of phrases (phonetics)',
  },
  ru: {
    title: 'Средняя фраза',
    definition:
      'Среднее число слов во фразе: до конца предложения, до паузы на границе части предложения или до паузы не ' +
      'короче порога фразы (1 с, если не задан другой).',
    moves:
      'Короткие предложения и паузы между частями длинных её уменьшают; части, соединённые без паузы, увеличивают.',
    source: 'Средняя длина фразы (фонетика)',
  },
  needs: ['timedWords', 'phrases'],
  doubtedFor: ['too-little-speech', 'no-punctuation'],
  find({ timedWords, phrases: { items } }) {
    return {
      value: items.reduce((sum, phrase) => sum + phrase.words, 0) / items.length,
      doubts: phraseDoubts(timedWords, items),
    };
  },
});
