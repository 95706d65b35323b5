/** How long sentences are on average. */
import { MIN_SENTENCES, sentenceDoubts } from '../wording/sentence-doubts.ts';
import { defineMetric } from '../metric.ts';

export const sentenceLengthMean = defineMetric({
  id: 'sentence-length-mean',
  unit: 'words',
  kind: 'average',
  en: {
    title: 'Mean sentence length',
    definition: 'Spoken words divided by sentences. Where a sentence ends is what the recogniser printed.',
    moves: 'Long sentences raise it, a full stop between two thoughts lowers it.',
    source: 'Mean sentence length; ends by printed punctuation',
  },
  ru: {
    title: 'Средняя длина предложения',
    definition: 'Число слов, делённое на число предложений. Границы предложений расставил распознаватель.',
    moves: 'Длинные предложения увеличивают, точка между двумя мыслями уменьшает.',
    source: 'Средняя длина предложения по знакам распознавателя',
  },
  needs: ['timedWords', 'sentences'],
  absentFor: ['too-little-speech'],
  doubtedFor: ['too-little-speech', 'no-punctuation', 'sentences-by-punctuation'],
  find({ timedWords, sentences }) {
    return sentences.length < MIN_SENTENCES
      ? { absent: 'too-little-speech' }
      : {
          value: timedWords.spokenTotal / sentences.length,
          doubts: sentenceDoubts(timedWords, sentences),
        };
  },
});
