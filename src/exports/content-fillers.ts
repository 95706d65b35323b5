/** The filler words of a report in words: each with all its places, the most frequent first. */
import type { Filler, Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { cleanText } from './clean.ts';
import { formatClock } from './clock.ts';
import type { Extent, Listing } from './listing.ts';
import type { Wording } from './wording.ts';

/** Nothing when the fillers are absent; doubtful ones apart, and only where there is room for them. */
export function fillerListings(
  { fillers }: Report,
  { texts, numbers }: Wording,
  extent: Extent,
): readonly Listing[] {
  if (!isPresent(fillers)) {
    return [];
  }
  const { filler, count, places } = texts.columns;
  const listing = (lead: string, shown: readonly Filler[]): Listing => ({
    lead,
    head: [filler, count, places],
    rows: [...Map.groupBy(shown, ({ text }) => cleanText(text))]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([text, group]) => [
        { text },
        { text: numbers.number(group.length), align: 'end', tone: 'strong' },
        { places: group.map(({ startSec }) => formatClock(startSec)) },
      ]),
  });
  const [counted, doubtful] = [true, false].map((isCounted) =>
    fillers.filter((one) => one.counted === isCounted),
  );
  return [
    listing(counted?.length === 0 ? texts.fillers.none : '', counted ?? []),
    ...(extent === 'full' && doubtful !== undefined && doubtful.length > 0
      ? [listing(texts.fillers.doubtful, doubtful)]
      : []),
  ];
}
