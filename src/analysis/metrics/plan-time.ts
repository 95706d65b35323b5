/** How long the talk is, against its plan. */
import { defineMetric } from '../metric.ts';
import type { Span } from '../span.ts';
import { lengthMs, toMs, toRange } from '../span.ts';

export const planTime = defineMetric({
  id: 'plan-time',
  unit: 's',
  kind: 'total',
  en: {
    title: 'Time of the talk',
    definition:
      'Time from the first speech to the last, against the time that was planned. Cited is what comes after the longest ' +
      'time allowed; the whole talk when it is too short.',
    moves:
      'One more point, example or digression makes the talk longer, and so do pauses. Leaving a point out saves more ' +
      'time than speaking faster.',
    source: 'The plan of the talk',
  },
  ru: {
    title: 'Время выступления',
    definition:
      'Время от начала первой реплики до конца последней по сравнению с планом. Показано всё, что не уложилось в план, ' +
      'а если выступление короче плана — оно целиком.',
    moves:
      'Лишний пункт, пример или отступление удлиняют выступление, паузы тоже. Вычеркнутый пункт сберегает больше ' +
      'времени, чем ускоренный темп.',
    source: 'План выступления',
  },
  needs: ['speech', 'plan'],
  find({ speech: { talk }, plan: { window } }) {
    return {
      value: lengthMs(talk) / 1000,
      evidence: outsideOf(talk, window.minSec, window.maxSec).map(toRange),
      limits: { min: window.minSec, max: window.maxSec },
    };
  },
});

function outsideOf(talk: Span, minSec = 0, maxSec = Infinity): readonly Span[] {
  if (lengthMs(talk) > maxSec * 1000) {
    return [{ startMs: talk.startMs + toMs(maxSec), endMs: talk.endMs }];
  }
  return lengthMs(talk) < minSec * 1000 ? [talk] : [];
}
