/** The metric registry: every metric, by subject, in the order in which reports show them. A new metric is a file and a row. */
import type { Metric } from './metric.ts';
import { articulationRate } from './metrics/articulation-rate.ts';
import { bandwidth } from './metrics/bandwidth.ts';
import { clippedShare } from './metrics/clipped-share.ts';
import { clusteredHedgesPerMinute } from './metrics/clustered-hedges-per-minute.ts';
import { deliberateRepetitions } from './metrics/deliberate-repetitions.ts';
import { densePassages } from './metrics/dense-passages.ts';
import { duration } from './metrics/duration.ts';
import { fadingPhrasesShare } from './metrics/fading-phrases-share.ts';
import { fastStretches } from './metrics/fast-stretches.ts';
import { filledPauseShare } from './metrics/filled-pause-share.ts';
import { filledPauses } from './metrics/filled-pauses.ts';
import { filledPausesTotal } from './metrics/filled-pauses-total.ts';
import { fillerClusters } from './metrics/filler-clusters.ts';
import { fillerWordsPer100 } from './metrics/filler-words-per-100.ts';
import { fillerWordsPerMinute } from './metrics/filler-words-per-minute.ts';
import { fillerWordsTotal } from './metrics/filler-words-total.ts';
import { hedgesPerMinute } from './metrics/hedges-per-minute.ts';
import { hum } from './metrics/hum.ts';
import { inClausePauseShare } from './metrics/in-clause-pause-share.ts';
import { inClausePausesPerMinute } from './metrics/in-clause-pauses-per-minute.ts';
import { lengtheningsPerMinute } from './metrics/lengthenings-per-minute.ts';
import { lexicalVariety } from './metrics/lexical-variety.ts';
import { longInClausePauses } from './metrics/long-in-clause-pauses.ts';
import { longPausesPerMinute } from './metrics/long-pauses-per-minute.ts';
import { longPausesTotal } from './metrics/long-pauses-total.ts';
import { loudnessTrend } from './metrics/loudness-trend.ts';
import { loudnessVariation } from './metrics/loudness-variation.ts';
import { missingPauses } from './metrics/missing-pauses.ts';
import { monotoneShare } from './metrics/monotone-share.ts';
import { nominalShare } from './metrics/nominal-share.ts';
import { nucleiRate } from './metrics/nuclei-rate.ts';
import { openEndingsShare } from './metrics/open-endings-share.ts';
import { paceDrift } from './metrics/pace-drift.ts';
import { paceSpread } from './metrics/pace-spread.ts';
import { paceVariation } from './metrics/pace-variation.ts';
import { passiveShare } from './metrics/passive-share.ts';
import { pauseLongest } from './metrics/pause-longest.ts';
import { pauseMean } from './metrics/pause-mean.ts';
import { pauseShare } from './metrics/pause-share.ts';
import { pausesPerMinute } from './metrics/pauses-per-minute.ts';
import { pausesTotal } from './metrics/pauses-total.ts';
import { phonationRatio } from './metrics/phonation-ratio.ts';
import { phraseLengthMean } from './metrics/phrase-length-mean.ts';
import { phraseLengthP90 } from './metrics/phrase-length-p90.ts';
import { pitchRange } from './metrics/pitch-range.ts';
import { pitchTrend } from './metrics/pitch-trend.ts';
import { pitchVariation } from './metrics/pitch-variation.ts';
import { planTime } from './metrics/plan-time.ts';
import { readability } from './metrics/readability.ts';
import { removableShare } from './metrics/removable-share.ts';
import { restartsPerMinute } from './metrics/restarts-per-minute.ts';
import { reverberation } from './metrics/reverberation.ts';
import { runLengthMean } from './metrics/run-length-mean.ts';
import { rushedPassages } from './metrics/rushed-passages.ts';
import { secondVoice } from './metrics/second-voice.ts';
import { sensitiveWords } from './metrics/sensitive-words.ts';
import { sentenceLengthMean } from './metrics/sentence-length-mean.ts';
import { sentenceLengthP90 } from './metrics/sentence-length-p90.ts';
import { slowStretches } from './metrics/slow-stretches.ts';
import { snr } from './metrics/snr.ts';
import { speakingTime } from './metrics/speaking-time.ts';
import { speechRateSyllables } from './metrics/speech-rate-syllables.ts';
import { speechRateWords } from './metrics/speech-rate-words.ts';
import { startRush } from './metrics/start-rush.ts';
import { strategicPausesPerMinute } from './metrics/strategic-pauses-per-minute.ts';
import { stressedWordsPerMinute } from './metrics/stressed-words-per-minute.ts';
import { topRepetitionShare } from './metrics/top-repetition-share.ts';
import { topStarterShare } from './metrics/top-starter-share.ts';
import { unexplainedTerms } from './metrics/unexplained-terms.ts';
import { wordsTotal } from './metrics/words-total.ts';

/** What a metric is about. */
export type MetricGroupId = 'time' | 'pace' | 'pauses' | 'phrases' | 'fillers' | 'words' | 'voice' | 'sound';

/** The metrics of one subject. */
export interface MetricGroup {
  readonly id: MetricGroupId;
  /** What a speaker wants to see first. */
  readonly headline: readonly Metric[];
  /** The rest: a short report shows one of these only when it lies outside its band. */
  readonly details: readonly Metric[];
}

/** Every metric, by subject. The file of each is named by its id. */
export const METRIC_GROUPS: readonly MetricGroup[] = Object.freeze([
  {
    id: 'time',
    headline: [duration, planTime, speakingTime],
    details: [phonationRatio, wordsTotal],
  },
  {
    id: 'pace',
    headline: [speechRateSyllables, speechRateWords, articulationRate, paceVariation],
    details: [
      paceSpread,
      paceDrift,
      startRush,
      fastStretches,
      slowStretches,
      rushedPassages,
      densePassages,
      nucleiRate,
    ],
  },
  {
    id: 'pauses',
    headline: [pauseShare, inClausePausesPerMinute, strategicPausesPerMinute, runLengthMean],
    details: [
      pausesTotal,
      pausesPerMinute,
      pauseMean,
      pauseLongest,
      longPausesTotal,
      longPausesPerMinute,
      inClausePauseShare,
      longInClausePauses,
      missingPauses,
    ],
  },
  { id: 'phrases', headline: [phraseLengthMean, phraseLengthP90], details: [] },
  {
    id: 'fillers',
    headline: [fillerWordsPerMinute, filledPauses],
    details: [
      fillerWordsTotal,
      fillerWordsPer100,
      filledPausesTotal,
      filledPauseShare,
      lengtheningsPerMinute,
      restartsPerMinute,
      fillerClusters,
    ],
  },
  {
    id: 'words',
    headline: [removableShare, clusteredHedgesPerMinute, topStarterShare, sentenceLengthMean],
    details: [
      hedgesPerMinute,
      topRepetitionShare,
      deliberateRepetitions,
      sentenceLengthP90,
      lexicalVariety,
      readability,
      unexplainedTerms,
      passiveShare,
      nominalShare,
      sensitiveWords,
    ],
  },
  {
    id: 'voice',
    headline: [pitchVariation, loudnessVariation, openEndingsShare, fadingPhrasesShare],
    details: [monotoneShare, pitchRange, stressedWordsPerMinute, loudnessTrend, pitchTrend],
  },
  {
    id: 'sound',
    headline: [],
    details: [snr, clippedShare, bandwidth, hum, secondVoice, reverberation],
  },
]);

/** Every metric, in the order in which reports show them. */
export const METRICS: readonly Metric[] = Object.freeze(
  METRIC_GROUPS.flatMap(({ headline, details }) => [...headline, ...details]),
);

/** The metric of an id; undefined when there is none, as in a report of a newer version. */
export function metricById(id: string): Metric | undefined {
  return METRICS.find((metric) => metric.id === id);
}
