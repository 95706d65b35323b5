/** How often the voice fills a pause: um, uh, hmm, found in the sound itself. */
import { countedPauses, hesitationDoubts, pauseCountInterval } from '../filled-pauses/hesitations.ts';
import { citeFillers } from '../fillers.ts';
import { defineMetric } from '../metric.ts';
import { lengthMs, perMinute } from '../span.ts';

export const filledPauses = defineMetric({
  id: 'filled-pauses',
  unit: 'per-min',
  kind: 'average',
  en: {
    title: 'Filler sounds per minute',
    definition:
      'Sounds such as um and uh per minute, from the first speech to the last: held sounds of at least 0.2 s that no word ' +
      'accounts for, found in the recording itself. Only those count that are at least 80 % sure. Cited are the first twenty.',
    moves:
      'Thinking aloud, before a figure, a term or a new thought, raises it; thinking in silence lowers it.',
    source: 'Filled pauses (Laske & DiGennaro Reed 2024), found by steady pitch and spectrum (Goto 1999)',
  },
  ru: {
    title: 'Звуков-паразитов в минуту',
    definition:
      'Сколько звуков вроде «э-э» и «м-м» приходится на минуту от первой реплики до последней: это протяжные звуки от 0,2 с, ' +
      'которые не относятся ни к одному слову; их ищут в самой записи. Считаются те, в которых уверенность не ниже 80 %. ' +
      'Показаны первые двадцать.',
    moves: 'Растёт, если думать вслух: перед числом, термином, новой мыслью; снижается, если думать молча.',
    source:
      'Заполненные паузы (Laske & DiGennaro Reed 2024), найденные по ровному тону и спектру (Goto 1999)',
  },
  needs: ['hesitations', 'speech', 'timedWords'],
  doubtedFor: ['sounds-doubtful'],
  hasInterval80: true,
  find({ hesitations, speech }) {
    const counted = countedPauses(hesitations);
    const [low, high] = pauseCountInterval(hesitations);
    const ms = lengthMs(speech.talk);
    return {
      value: perMinute(counted.length, ms),
      interval80: [perMinute(low, ms), perMinute(high, ms)],
      evidence: citeFillers(counted),
      doubts: hesitationDoubts(hesitations),
    };
  },
});
