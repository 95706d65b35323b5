/** A talk beside its plan: where each point lies by the plan alone, and what the talk did there. */
import type { PlannedTalk, TalkPlan, TimeWindow } from '../report/index.ts';
import type { Pace } from './pace-curve.ts';
import { roundFor } from './rounding.ts';
import type { Span } from './span.ts';
import { lengthMs, toMs, toRange } from './span.ts';

/** Less sound than this has no rate of its own. */
const MIN_SOUND_MS = 5000;

/**
 * Lays the points over the talk in their order, each as long as the middle of its window. The words are not looked at:
 * a point is where it should be, not where it was found.
 *
 * @param pace undefined when words or their times are not known
 */
export function layPlan(plan: TalkPlan, talk: Span, pace: Pace | undefined): PlannedTalk {
  let atMs = talk.startMs;
  const points = plan.points.map(({ title, window }) => {
    const span = { startMs: atMs, endMs: atMs + nominalMs(window) };
    atMs = span.endMs;
    const spent = {
      startMs: Math.min(span.startMs, talk.endMs),
      endMs: Math.min(span.endMs, talk.endMs),
    };
    const isRated = pace !== undefined && pace.soundIn(spent) >= MIN_SOUND_MS;
    return {
      title,
      window,
      ...toRange(span),
      spentSec: lengthMs(spent) / 1000,
      syllablesPerSec: isRated ? roundFor('syllables/s', pace.rateIn(spent)) : null,
    };
  });
  const { maxSec } = plan.window;
  const overMs = maxSec === undefined ? 0 : lengthMs(talk) - toMs(maxSec);
  return { window: plan.window, points, overSec: Math.max(0, overMs) / 1000 };
}

function nominalMs({ minSec, maxSec }: TimeWindow): number {
  const [low, high] = [minSec ?? maxSec ?? 0, maxSec ?? minSec ?? 0];
  return Math.round(((low + high) / 2) * 1000);
}
