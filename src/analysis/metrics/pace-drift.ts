/** Whether the talk gets faster towards its end. */
import { paceDoubts } from '../confidence.ts';
import { defineMetric } from '../metric.ts';
import type { Span } from '../span.ts';
import { lengthMs, perMinute, toMs } from '../span.ts';
import { citeOutside, ratedStretches } from '../stretches.ts';
import { syllablesBetween } from '../words.ts';

/** A third of a shorter talk is a few sentences. */
const MIN_TALK_MS = 90_000;

export const paceDrift = defineMetric({
  id: 'pace-drift',
  unit: 'ratio',
  kind: 'average',
  en: {
    title: 'Pace at the end against the start',
    definition:
      'Syllables per second, pauses included, in the last third of the talk divided by those in the first third; the talk ' +
      'must last a minute and a half. Cited are the fastest stretches of the last third that are above the band.',
    moves:
      'Running out of time raises it; a calm ending with pauses lowers it. At 100% the end is as fast as the start.',
    source: 'Change of the speech rate over the talk',
  },
  ru: {
    title: 'Темп в конце по сравнению с началом',
    definition:
      'Слогов в секунду вместе с паузами в последней трети выступления, делённое на то же в первой трети; выступление должно ' +
      'длиться не меньше полутора минут. Показаны самые быстрые отрезки последней трети, если они выше нормы.',
    moves:
      'Растёт, если к концу не хватает времени и приходится спешить; спокойный конец с паузами снижает это число. ' +
      'При 100 % конец такой же быстрый, как начало.',
    source: 'Изменение темпа по ходу выступления',
  },
  needs: ['speech', 'timedWords', 'paceCurve'],
  absentFor: ['too-little-speech'],
  doubtedFor: ['too-little-speech'],
  find({ timedWords, paceCurve: { pace }, parameters }, norm) {
    const { startMs, endMs } = timedWords.talk;
    const thirdMs = Math.floor((endMs - startMs) / 3);
    const first = { startMs, endMs: startMs + thirdMs };
    const last = { startMs: endMs - thirdMs, endMs };
    const firstRate = pace.rateIn(first);
    if (endMs - startMs < MIN_TALK_MS || firstRate === 0) {
      return { absent: 'too-little-speech' };
    }
    const lastRate = pace.rateIn(last);
    const stretches = ratedStretches(timedWords, toMs(parameters.paceWindowSec), (from, to, span) =>
      isInside(span, last)
        ? perMinute(syllablesBetween(timedWords, from, to), lengthMs(span)) / 60 / firstRate
        : undefined,
    );
    const value = lastRate / firstRate;
    return {
      value,
      evidence: citeOutside(stretches, norm, { ...last, rate: value }),
      doubts: paceDoubts(endMs - startMs),
    };
  },
});

function isInside(inner: Span, outer: Span): boolean {
  return inner.startMs >= outer.startMs && inner.endMs <= outer.endMs;
}
