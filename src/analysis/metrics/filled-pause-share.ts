/** How much of the talk is filled pauses. */
import { countedPauses, hesitationDoubts } from '../filled-pauses/hesitations.ts';
import { defineMetric } from '../metric.ts';
import { lengthMs, longestSpans, toRange, toSpan, totalMs } from '../span.ts';

const MAX_CITED = 5;

export const filledPauseShare = defineMetric({
  id: 'filled-pause-share',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Share of filler sounds',
    definition:
      'Time in sounds such as um and uh, divided by the time from the first speech to the last. Cited are the five longest.',
    moves:
      'The more often such a sound comes and the longer it is held, the higher it is; silence in its place lowers it.',
    source: 'Filled pauses, found by steady pitch and spectrum (Goto 1999)',
  },
  ru: {
    title: 'Доля звуков-паразитов',
    definition:
      'Какую долю времени занимают звуки вроде «э-э» и «м-м», от первой реплики до последней. Показаны пять самых длинных.',
    moves: 'Чем чаще такие звуки и чем дольше они тянутся, тем она выше; тишина на их месте её снижает.',
    source: 'Заполненные паузы, найденные по ровному тону и спектру (Goto 1999)',
  },
  needs: ['hesitations', 'speech', 'timedWords'],
  doubtedFor: ['sounds-doubtful'],
  find({ hesitations, speech }) {
    const counted = countedPauses(hesitations).map(toSpan);
    return {
      value: totalMs(counted) / lengthMs(speech.talk),
      evidence: longestSpans(counted, MAX_CITED).map(toRange),
      doubts: hesitationDoubts(hesitations),
    };
  },
});
