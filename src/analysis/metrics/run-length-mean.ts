/** How many syllables come between two pauses. */
import { verdictOf } from '../bands.ts';
import { defineMetric } from '../metric.ts';
import { longestSpans, toRange } from '../span.ts';

const MAX_CITED = 3;
/** A mean of fewer runs would be decided by one of them. */
const SURE_RUNS = 10;

export const runLengthMean = defineMetric({
  id: 'run-length-mean',
  unit: 'syllables',
  kind: 'average',
  en: {
    title: 'Mean run',
    definition:
      'Mean number of syllables from one pause to the next. Cited are the longest three when the mean is above the band.',
    moves:
      'Pausing more often lowers it; running sentences together raises it. Halting inside phrases lowers it too, but ' +
      'that is no gain.',
    source: 'Mean length of runs (Hincks 2005)',
  },
  ru: {
    title: 'Средний отрезок без паузы',
    definition:
      'Среднее число слогов от паузы до паузы. Если оно выше нормы, показаны три самых длинных отрезка.',
    moves:
      'Чем чаще паузы, тем он короче; если предложения сливаются, он длиннее. Заминки внутри фраз тоже его ' +
      'укорачивают, но это не улучшение.',
    source: 'Средняя длина отрезка между паузами (Hincks 2005)',
  },
  needs: ['speech', 'timedWords', 'runs'],
  doubtedFor: ['too-little-speech'],
  find({ timedWords, runs }, norm) {
    const value = timedWords.syllableTotal / runs.length;
    const isBreathless = norm !== undefined && verdictOf(norm, value) === 'above';
    return {
      value,
      evidence: isBreathless ? longestSpans(runs, MAX_CITED).map(toRange) : [],
      doubts: runs.length < SURE_RUNS ? [{ confidence: 'medium', reason: 'too-little-speech' }] : [],
    };
  },
});
