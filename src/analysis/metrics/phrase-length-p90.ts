/** How long the long phrases are: nine of ten phrases are no longer. */
import { phraseDoubts } from '../confidence.ts';
import { defineMetric } from '../metric.ts';

const MAX_CITED = 3;

export const phraseLengthP90 = defineMetric({
  id: 'phrase-length-p90',
  unit: 'words',
  kind: 'average',
  en: {
    title: 'Long phrases',
    definition: 'Nine of ten phrases have at most this many spoken words. Cited are the longest three.',
    moves: 'Your longest phrases decide it: splitting them lowers it, whatever the others are like.',
    source: '90th percentile (nearest rank) of phrase lengths',
  },
  ru: {
    title: 'Длинные фразы',
    definition: 'В девяти фразах из десяти слов не больше этого числа. Показаны три самые длинные.',
    moves: 'Всё решают самые длинные фразы: если их разбить, число уменьшится, какими бы ни были остальные.',
    source: '90-й процентиль длины фраз (по ближайшему рангу)',
  },
  needs: ['timedWords', 'phrases'],
  absentFor: ['too-little-speech'],
  doubtedFor: ['too-little-speech', 'no-punctuation'],
  find({ timedWords, phrases: { items } }) {
    const byLength = items.toSorted((a, b) => a.words - b.words);
    const value = byLength[Math.ceil(byLength.length * 0.9) - 1]?.words;
    if (value === undefined) {
      return { absent: 'too-little-speech' };
    }
    return {
      value,
      evidence: byLength
        .slice(-MAX_CITED)
        .map(({ startSec, endSec }) => ({ startSec, endSec }))
        .toSorted((a, b) => a.startSec - b.startSec),
      doubts: phraseDoubts(timedWords, items),
    };
  },
});
