/** The plan of a talk beside the talk, in words. */
import type { PlannedTalk, Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { cleanText } from './clean.ts';
import { formatClock } from './clock.ts';
import type { Listing } from './listing.ts';
import type { Wording } from './wording.ts';

/** A point of which so much of its time was spent counts as done: nobody stops on the second. */
const DONE_SHARE = 0.9;

/** Nothing without a plan, or when the plan has no points. */
export function planListings({ plan }: Report, { texts, numbers }: Wording): readonly Listing[] {
  if (!isPresent(plan) || plan.points.length === 0) {
    return [];
  }
  const { point, at, status, pace } = texts.columns;
  return [
    {
      lead: texts.plan.points,
      head: [point, at, status, pace],
      rows: plan.points.map((item) => [
        { text: cleanText(item.title) },
        { text: `${formatClock(item.startSec)}–${formatClock(item.endSec)}`, align: 'end', tone: 'faint' },
        { text: statusOf(item, { texts, numbers }) },
        {
          text: item.syllablesPerSec === null ? '' : numbers.shortPace(item.syllablesPerSec),
        },
      ]),
    },
  ];
}

function statusOf(
  { startSec, endSec, spentSec }: PlannedTalk['points'][number],
  { texts, numbers }: Pick<Wording, 'texts' | 'numbers'>,
): string {
  if (spentSec === 0) {
    return texts.plan.notReached;
  }
  return spentSec < (endSec - startSec) * DONE_SHARE ? texts.plan.only(numbers.duration(spentSec)) : '';
}
