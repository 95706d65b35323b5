/** The stretches of a report that are too fast or too slow, in words. */
import type { PaceStretch, Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { formatClock } from './clock.ts';
import type { Extent, Listing } from './listing.ts';
import { firstOf } from './listing.ts';
import { wordsFrom } from './passages.ts';
import type { Wording } from './wording.ts';

const SHORT_STRETCHES = 5;

/** Nothing when there are none. */
export function paceListings(report: Report, wording: Wording, extent: Extent): readonly Listing[] {
  const { texts, numbers } = wording;
  const { paceStretches } = report;
  if (!isPresent(paceStretches) || paceStretches.length === 0) {
    return [];
  }
  const { stretch, at, value, context } = texts.columns;
  return [
    {
      lead: texts.pace.stretches,
      head: [stretch, at, value, context],
      rows: firstOf(paceStretches, extent, SHORT_STRETCHES).map((item) => [
        { text: texts.pace.kinds[item.kind] },
        { text: `${formatClock(item.startSec)}–${formatClock(item.endSec)}`, align: 'end', tone: 'faint' },
        { text: numbers.shortPace(item.syllablesPerSec) },
        { text: firstWords(report, item) },
      ]),
    },
  ];
}

function firstWords({ transcript }: Report, { startSec, endSec }: PaceStretch): string {
  if (!isPresent(transcript)) {
    return '';
  }
  const first = transcript.words.findIndex((word) => word.endSec > startSec);
  const last = transcript.words.findLastIndex((word) => word.startSec < endSec);
  return first === -1 || last < first ? '' : wordsFrom(transcript.words, first, last);
}
