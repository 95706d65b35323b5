/** How many filled pauses there are. */
import { countedPauses, hesitationDoubts, pauseCountInterval } from '../filled-pauses/hesitations.ts';
import { citeFillers } from '../fillers.ts';
import { defineMetric } from '../metric.ts';

export const filledPausesTotal = defineMetric({
  id: 'filled-pauses-total',
  unit: 'count',
  kind: 'total',
  en: {
    title: 'Filler sounds',
    definition:
      'How many sounds such as um and uh there are: those found in the recording that are at least 80 % sure. Cited are the first twenty.',
    moves:
      'Every such sound adds one, so a longer talk has more of them: compare talks by the number per minute.',
    source: 'Filled pauses, found by steady pitch and spectrum (Goto 1999)',
  },
  ru: {
    title: 'Звуки-паразиты',
    definition:
      'Сколько раз слышны звуки вроде «э-э» и «м-м»: считаются найденные в записи с уверенностью не ниже 80 %. Показаны первые двадцать.',
    moves:
      'Каждый такой звук прибавляет единицу, поэтому в длинном выступлении их больше; сравнивать выступления лучше ' +
      'по числу в минуту.',
    source: 'Заполненные паузы, найденные по ровному тону и спектру (Goto 1999)',
  },
  needs: ['hesitations', 'timedWords'],
  doubtedFor: ['sounds-doubtful'],
  hasInterval80: true,
  find({ hesitations }) {
    const counted = countedPauses(hesitations);
    return {
      value: counted.length,
      interval80: pauseCountInterval(hesitations),
      evidence: citeFillers(counted),
      doubts: hesitationDoubts(hesitations),
    };
  },
});
