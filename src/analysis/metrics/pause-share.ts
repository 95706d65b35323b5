/** The share of the talk that is pauses. */
import { verdictOf } from '../bands.ts';
import { defineMetric } from '../metric.ts';
import { unbrokenRuns } from '../pauses.ts';
import { lengthMs, longestSpans, toRange, totalMs } from '../span.ts';

/** Speech without a pause is cited from this length on: 12 s or 25 words are the first estimate for "too long". */
const LONG_RUN_MS = 12_000;
const MAX_CITED = 3;

export const pauseShare = defineMetric({
  id: 'pause-share',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Share of pauses',
    definition:
      'Time in pauses divided by the time from the first speech to the last. Cited are the longest pauses; ' +
      'when the share is below the band, the longest stretches of 12 seconds or more without a pause.',
  },
  ru: {
    title: 'Доля пауз',
    definition:
      'Время пауз, делённое на время от начала первой реплики до конца последней. Показаны самые длинные паузы, ' +
      'а если доля ниже нормы — самые длинные отрезки от 12 секунд без единой паузы.',
  },
  source: 'Pause time ratio (fluency research)',
  needs: ['speech'],
  find({ speech }, norm) {
    const value = totalMs(speech.pauses) / lengthMs(speech.talk);
    const tooFew = norm !== undefined && verdictOf(norm, value) === 'below';
    const cited = tooFew
      ? unbrokenRuns(speech.talk, speech.pauses).filter((run) => lengthMs(run) >= LONG_RUN_MS)
      : speech.pauses;
    return { value, evidence: longestSpans(cited, MAX_CITED).map(toRange) };
  },
});
