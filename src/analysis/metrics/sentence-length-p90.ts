/** How long the long sentences are. */
import { toRange } from '../span.ts';
import { MIN_SENTENCES, sentenceDoubts } from '../wording/sentence-doubts.ts';
import { defineMetric } from '../metric.ts';

const MAX_CITED = 3;

export const sentenceLengthP90 = defineMetric({
  id: 'sentence-length-p90',
  unit: 'words',
  kind: 'average',
  en: {
    title: 'Long sentences',
    definition: 'Nine of ten sentences have at most this many spoken words. Cited are the longest three.',
    moves: 'The longest sentences decide it: a full stop in each lowers it.',
    source: '90th percentile (nearest rank) of sentence lengths',
  },
  ru: {
    title: 'Длинные предложения',
    definition: 'В девяти предложениях из десяти слов не больше этого числа. Показаны три самых длинных.',
    moves: 'Всё решают самые длинные предложения: если разбить их, число уменьшится.',
    source: '90-й процентиль длины предложений (по ближайшему рангу)',
  },
  needs: ['timedWords', 'sentences'],
  absentFor: ['too-little-speech'],
  doubtedFor: ['too-little-speech', 'no-punctuation', 'sentences-by-punctuation'],
  find({ timedWords, sentences }) {
    const byLength = sentences.toSorted((a, b) => a.words - b.words);
    const value = byLength[Math.ceil(byLength.length * 0.9) - 1]?.words;
    if (value === undefined || sentences.length < MIN_SENTENCES) {
      return { absent: 'too-little-speech' };
    }
    return {
      value,
      evidence: byLength
        .slice(-MAX_CITED)
        .toSorted((a, b) => a.firstWord - b.firstWord)
        .map(({ span }) => toRange(span)),
      doubts: sentenceDoubts(timedWords, sentences),
    };
  },
});
