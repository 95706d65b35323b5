/** The filler words of a report in words: each with all its places, the most frequent first. */
import type { Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { cleanText } from './clean.ts';
import { formatClock } from './clock.ts';
import type { Listing } from './listing.ts';
import type { Wording } from './wording.ts';

/** Nothing when the fillers are absent. */
export function fillerListings({ fillers }: Report, { texts, numbers }: Wording): readonly Listing[] {
  if (!isPresent(fillers)) {
    return [];
  }
  const { filler, count, places } = texts.columns;
  return [
    {
      lead: fillers.length === 0 ? texts.fillers.none : '',
      head: [filler, count, places],
      rows: [...Map.groupBy(fillers, ({ text }) => cleanText(text))]
        .toSorted(([, a], [, b]) => b.length - a.length)
        .map(([text, group]) => [
          { text },
          { text: numbers.number(group.length), align: 'end', tone: 'strong' },
          { places: group.map(({ startSec }) => formatClock(startSec)) },
        ]),
    },
  ];
}
