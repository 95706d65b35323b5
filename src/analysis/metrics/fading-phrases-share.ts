/** How many phrases lose their loudness towards the end. */
import { defineMetric } from '../metric.ts';
import { shareInterval } from '../voice/interval.ts';
import { levelDoubts } from '../voice/sound-quality.ts';

/** From fewer phrases no share follows; from few a doubtful one. */
const MIN_PHRASES = 5;
const SURE_PHRASES = 15;
const MAX_CITED = 10;

export const fadingPhrasesShare = defineMetric({
  id: 'fading-phrases-share',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Fading phrases',
    definition:
      'Phrases whose loudness falls, from start to end, by 3 decibels more than is usual in the talk, or by more than 9, ' +
      'out of those of six words and more. Cited are those that fall most, up to ten.',
    moves:
      'Running out of breath towards the end of a phrase raises it; a breath before the phrase, or a shorter one, lowers it.',
    source: 'Slope of word levels within a phrase',
  },
  ru: {
    title: 'Затухающие фразы',
    definition:
      'Доля фраз, громкость которых от начала к концу падает на 3 децибела больше, чем обычно в этом выступлении, или больше чем на ' +
      '9, среди фраз от шести слов. Показаны до десяти фраз с самым сильным спадом.',
    moves: 'Растёт, если к концу фразы не хватает дыхания; вдох перед фразой или фраза покороче её снижают.',
    source: 'Спад громкости слов внутри фразы',
  },
  needs: ['spoken', 'tracks', 'speech', 'phrases'],
  absentFor: ['too-little-speech'],
  doubtedFor: ['too-little-speech', 'poor-sound'],
  hasInterval80: true,
  find({ spoken: { fades }, tracks }) {
    const { judged, fading } = fades;
    if (judged < MIN_PHRASES) {
      return { absent: 'too-little-speech' };
    }
    return {
      value: fading.length / judged,
      interval80: shareInterval(fading.length, judged),
      evidence: fading
        .toSorted((a, b) => b.fallDb - a.fallDb)
        .slice(0, MAX_CITED)
        .toSorted((a, b) => a.startSec - b.startSec)
        .map(({ startSec, endSec }) => ({ startSec, endSec })),
      doubts: [
        ...(judged < SURE_PHRASES ? [{ confidence: 'medium', reason: 'too-little-speech' } as const] : []),
        ...levelDoubts(tracks.sound),
      ],
    };
  },
});
