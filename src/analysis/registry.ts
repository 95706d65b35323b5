/** The metric registry: every metric, in the order in which reports show them. A new metric is a file and a row. */
import type { Metric } from './metric.ts';
import { articulationRate } from './metrics/articulation-rate.ts';
import { duration } from './metrics/duration.ts';
import { filledPauses } from './metrics/filled-pauses.ts';
import { fillerWordsPer100 } from './metrics/filler-words-per-100.ts';
import { fillerWordsPerMinute } from './metrics/filler-words-per-minute.ts';
import { fillerWordsTotal } from './metrics/filler-words-total.ts';
import { longPausesPerMinute } from './metrics/long-pauses-per-minute.ts';
import { longPausesTotal } from './metrics/long-pauses-total.ts';
import { pauseLongest } from './metrics/pause-longest.ts';
import { pauseMean } from './metrics/pause-mean.ts';
import { pauseShare } from './metrics/pause-share.ts';
import { pausesPerMinute } from './metrics/pauses-per-minute.ts';
import { pausesTotal } from './metrics/pauses-total.ts';
import { phonationRatio } from './metrics/phonation-ratio.ts';
import { phraseLengthMean } from './metrics/phrase-length-mean.ts';
import { phraseLengthP90 } from './metrics/phrase-length-p90.ts';
import { speakingTime } from './metrics/speaking-time.ts';
import { speechRateSyllables } from './metrics/speech-rate-syllables.ts';
import { speechRateWords } from './metrics/speech-rate-words.ts';
import { wordsTotal } from './metrics/words-total.ts';

/** Every metric. The file of each is named by its id. */
export const METRICS: readonly Metric[] = Object.freeze([
  duration,
  speakingTime,
  phonationRatio,
  wordsTotal,
  speechRateWords,
  speechRateSyllables,
  articulationRate,
  pausesTotal,
  pausesPerMinute,
  pauseMean,
  pauseLongest,
  pauseShare,
  longPausesTotal,
  longPausesPerMinute,
  phraseLengthMean,
  phraseLengthP90,
  fillerWordsTotal,
  fillerWordsPerMinute,
  fillerWordsPer100,
  filledPauses,
]);

/** The metric of an id; undefined when there is none, as in a report of a newer version. */
export function metricById(id: string): Metric | undefined {
  return METRICS.find((metric) => metric.id === id);
}
