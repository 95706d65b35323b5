/** The share of the talk that is pauses. */
import { verdictOf } from '../bands.ts';
import { defineMetric } from '../metric.ts';
import { unbrokenRuns } from '../pauses.ts';
import { lengthMs, longestSpans, toMs, toRange, totalMs } from '../span.ts';

const MAX_CITED = 3;

export const pauseShare = defineMetric({
  id: 'pause-share',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Share of pauses',
    definition:
      'Time in pauses divided by the time from the first speech to the last. Cited are the longest pauses; ' +
      'when the share is below the band, the longest stretches of 12 seconds or more (unless set otherwise) without a pause.',
    moves: 'More pauses and longer ones raise it; running on without a break lowers it.',
    source: 'Pause time ratio (fluency research)',
  },
  ru: {
    title: 'Доля пауз',
    definition:
      'Время пауз, делённое на время от начала первой реплики до конца последней. Показаны самые длинные паузы, ' +
      'а если доля ниже нормы — самые длинные отрезки от 12 секунд (если не задано другое) без единой паузы.',
    moves: 'Чем больше пауз и чем они длиннее, тем она выше; если говорить без остановок, она снижается.',
    source: 'Доля времени пауз (исследования беглости речи)',
  },
  needs: ['speech'],
  find({ speech, parameters }, norm) {
    const value = totalMs(speech.pauses) / lengthMs(speech.talk);
    const tooFew = norm !== undefined && verdictOf(norm, value) === 'below';
    const cited = tooFew
      ? unbrokenRuns(speech.talk, speech.pauses).filter((run) => lengthMs(run) >= toMs(parameters.maxRunSec))
      : speech.pauses;
    return { value, evidence: longestSpans(cited, MAX_CITED).map(toRange) };
  },
});
