/** The hesitations of a report in words: sounds with what they stand at, held word ends, restarts, clusters. */
import type { FilledPause, Hesitations, Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { formatClock } from './clock.ts';
import type { Extent, Listing, ListingCell } from './listing.ts';
import { firstOf } from './listing.ts';
import { wordsBetween, wordsFrom } from './passages.ts';
import type { Wording } from './wording.ts';

const SHORT_ITEMS = 5;

/** Nothing of what there is none of; doubtful sounds only where there is room for them. */
export function hesitationListings(report: Report, wording: Wording, extent: Extent): readonly Listing[] {
  const { hesitations } = report;
  const known = isPresent(hesitations) ? hesitations : { filledPauses: [], lengthenings: [], clusters: [] };
  const [counted, doubtful] = [true, false].map((isCounted) =>
    known.filledPauses.filter((pause) => pause.counted === isCounted),
  );
  const { texts } = wording;
  return [
    soundListing(report, texts.hesitations.sounds, counted ?? [], wording, extent),
    ...(extent === 'full'
      ? [soundListing(report, texts.hesitations.doubtful, doubtful ?? [], wording, extent)]
      : []),
    lengtheningListing(report, known.lengthenings, wording, extent),
    restartListing(report, wording, extent),
    clusterListing(known.clusters, wording, extent),
  ].filter(({ rows }) => rows.length > 0);
}

function soundListing(
  report: Report,
  lead: string,
  pauses: readonly FilledPause[],
  { texts, numbers }: Wording,
  extent: Extent,
): Listing {
  const { at, sound, sureness, before, context } = texts.columns;
  return {
    lead,
    head: [at, sound, sureness, before, context],
    rows: firstOf(pauses, extent, SHORT_ITEMS).map((pause) => [
      place(pause.startSec),
      { text: texts.hesitations.kinds[pause.kind] },
      { text: numbers.withUnit(pause.confidence, 'ratio'), align: 'end', tone: 'faint' },
      { text: pause.trigger === null ? '' : texts.hesitations.triggers[pause.trigger] },
      { text: wordsBetween(report, pause.afterWord, pause.beforeWord) },
    ]),
  };
}

function lengtheningListing(
  report: Report,
  lengthenings: Hesitations['lengthenings'],
  { texts, numbers }: Wording,
  extent: Extent,
): Listing {
  const { at, context, length } = texts.columns;
  return {
    lead: texts.hesitations.lengthenings,
    head: [at, context, length],
    rows: firstOf(lengthenings, extent, SHORT_ITEMS).map(({ startSec, word, times }) => [
      place(startSec),
      { text: words(report, word, word) },
      { text: texts.hesitations.times(numbers.counted(times, 'time')), tone: 'faint' },
    ]),
  };
}

function restartListing(report: Report, { texts }: Wording, extent: Extent): Listing {
  const { at, stretch, context } = texts.columns;
  const restarts = isPresent(report.restarts) ? report.restarts : [];
  return {
    lead: texts.hesitations.restarts,
    head: [at, stretch, context],
    rows: firstOf(restarts, extent, SHORT_ITEMS).map(({ startSec, kind, firstWord, lastWord }) => [
      place(startSec),
      { text: texts.hesitations.restartKinds[kind], tone: 'faint' },
      { text: words(report, firstWord, lastWord) },
    ]),
  };
}

function clusterListing(
  clusters: Hesitations['clusters'],
  { texts, numbers }: Wording,
  extent: Extent,
): Listing {
  const { at, count } = texts.columns;
  return {
    lead: texts.hesitations.clusters,
    head: [at, count],
    rows: firstOf(clusters, extent, SHORT_ITEMS).map(({ startSec, endSec, fillers }) => [
      { text: `${formatClock(startSec)}–${formatClock(endSec)}`, align: 'end', tone: 'faint' },
      { text: numbers.number(fillers), align: 'end', tone: 'strong' },
    ]),
  };
}

function place(sec: number): ListingCell {
  return { text: formatClock(sec), align: 'end', tone: 'faint' };
}

function words({ transcript }: Report, first: number, last: number): string {
  return isPresent(transcript) && first < transcript.words.length
    ? wordsFrom(transcript.words, first, last)
    : '';
}
