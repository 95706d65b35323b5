/** The wording of a talk in words: how sentences open, what comes again, what could go, what needs explaining. */
import type { Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { cleanText } from './clean.ts';
import { formatClock } from './clock.ts';
import type { Extent, Listing, ListingCell } from './listing.ts';
import { firstOf } from './listing.ts';
import type { Wording } from './wording.ts';

const SHORT_COUNT = 3;
const MAX_ROWS = 15;

/** Nothing when the wording is absent; each listing only when there is something in it. */
export function wordingListings(
  { wording, transcript }: Report,
  { texts, numbers }: Wording,
  extent: Extent,
): readonly Listing[] {
  if (!isPresent(wording) || !isPresent(transcript)) {
    return [];
  }
  const { phrase, count, places, value } = texts.columns;
  const clockOf = (word: number): string => formatClock(transcript.words[word]?.startSec ?? 0);
  const row = (text: string, times: number, at: readonly string[]): readonly ListingCell[] => [
    { text: cleanText(text) },
    { text: numbers.number(times), align: 'end', tone: 'strong' },
    { places: at },
  ];
  const listing = (
    lead: string,
    rows: readonly (readonly ListingCell[])[],
    last = count,
  ): readonly Listing[] =>
    rows.length === 0
      ? []
      : [{ lead, head: [phrase, last, places], rows: firstOf(rows.slice(0, MAX_ROWS), extent, SHORT_COUNT) }];
  const grouped = (
    items: readonly { readonly text: string; readonly startSec: number }[],
  ): readonly (readonly ListingCell[])[] =>
    [...Map.groupBy(items, ({ text }) => text)]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([text, group]) =>
        row(
          text,
          group.length,
          group.map(({ startSec }) => formatClock(startSec)),
        ),
      );
  return [
    ...listing(
      texts.wording.figures,
      wording.figures.map(({ text, parts, startSec }) => row(text, parts, [formatClock(startSec)])),
    ),
    ...listing(texts.wording.hedges, grouped(wording.hedges.filter(({ clustered }) => clustered))),
    ...listing(
      texts.wording.starters,
      (isPresent(wording.starters) ? wording.starters : [])
        .filter((starter) => starter.count > 1)
        .map((starter) => row(starter.text, starter.count, starter.words.map(clockOf))),
    ),
    ...listing(
      texts.wording.repetitions,
      wording.repetitions.map((item) => row(item.text, item.count, item.words.map(clockOf))),
    ),
    ...listing(
      texts.wording.repeatedPhrases,
      wording.repeatedPhrases.map((item) =>
        row(
          item.text,
          item.count,
          item.places.map(({ startSec }) => formatClock(startSec)),
        ),
      ),
    ),
    ...listing(texts.wording.unexplained, replaceable(wording.unexplained), value),
    ...listing(texts.wording.removable, grouped(wording.removable.filter(({ kind }) => kind !== 'filler'))),
    ...(isPresent(wording.sensitive)
      ? listing(texts.wording.sensitive, replaceable(wording.sensitive), value)
      : []),
  ];
}

/** Each item with what may be said in its place. */
function replaceable(
  items: readonly {
    readonly text: string;
    readonly instead?: string | undefined;
    readonly startSec: number;
  }[],
): readonly (readonly ListingCell[])[] {
  return items.map(({ text, instead = '', startSec }) => [
    { text: cleanText(text) },
    { text: cleanText(instead) },
    { places: [formatClock(startSec)] },
  ]);
}
