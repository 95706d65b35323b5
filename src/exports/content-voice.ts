/** What the voice does with the words of a report: passages that stand out, phrases that fade, stress that misses. */
import type { Delivery, Report, TimeRange } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { formatClock } from './clock.ts';
import type { Extent, Listing } from './listing.ts';
import { firstOf } from './listing.ts';
import { wordsFrom } from './passages.ts';
import type { Wording } from './wording.ts';

const SHORT_ITEMS = 5;

/** Nothing of what there is none of. */
export function voiceListings(report: Report, wording: Wording, extent: Extent): readonly Listing[] {
  const { delivery } = report;
  return isPresent(delivery)
    ? [
        ...passageListing(report, delivery, wording, extent),
        ...fadeListing(report, delivery, wording, extent),
        ...stressListing(report, delivery, wording, extent),
      ]
    : [];
}

function passageListing(
  report: Report,
  { passages }: Delivery,
  { texts }: Wording,
  extent: Extent,
): readonly Listing[] {
  if (!isPresent(passages) || passages.length === 0) {
    return [];
  }
  const { stretch, at, context } = texts.columns;
  return [
    {
      lead: texts.voice.passages,
      head: [stretch, at, context],
      rows: firstOf(passages, extent, SHORT_ITEMS).map((passage) => [
        { text: texts.voice.kinds[passage.kind] },
        {
          text: `${formatClock(passage.startSec)}–${formatClock(passage.endSec)}`,
          align: 'end',
          tone: 'faint',
        },
        { text: firstWords(report, passage) },
      ]),
    },
  ];
}

function fadeListing(
  report: Report,
  { fadingPhrases }: Delivery,
  { texts, numbers }: Wording,
  extent: Extent,
): readonly Listing[] {
  if (!isPresent(fadingPhrases) || fadingPhrases.length === 0) {
    return [];
  }
  const { at, value, phrase } = texts.columns;
  const gravest = fadingPhrases.toSorted((a, b) => b.fallDb - a.fallDb);
  return [
    {
      lead: texts.voice.fading,
      head: [at, value, phrase],
      rows: firstOf(gravest, extent, SHORT_ITEMS).map((item) => [
        { text: formatClock(item.startSec), align: 'end', tone: 'faint' },
        { text: numbers.withUnit(-item.fallDb, 'dB'), align: 'end' },
        { text: firstWords(report, item) },
      ]),
    },
  ];
}

function stressListing(
  report: Report,
  { emphasis }: Delivery,
  { texts }: Wording,
  extent: Extent,
): readonly Listing[] {
  if (!isPresent(emphasis) || emphasis.mismatches.length === 0 || !isPresent(report.transcript)) {
    return [];
  }
  const { words } = report.transcript;
  const { stretch, at, context } = texts.columns;
  return [
    {
      lead: texts.voice.mismatches,
      head: [stretch, at, context],
      rows: firstOf(emphasis.mismatches, extent, SHORT_ITEMS).map((item) => [
        { text: texts.voice.mismatchKinds[item.kind] },
        { text: formatClock(item.startSec), align: 'end', tone: 'faint' },
        { text: wordsFrom(words, item.word, item.word) },
      ]),
    },
  ];
}

function firstWords({ transcript }: Report, { startSec, endSec }: TimeRange): string {
  if (!isPresent(transcript)) {
    return '';
  }
  const first = transcript.words.findIndex((word) => word.endSec > startSec);
  const last = transcript.words.findLastIndex((word) => word.startSec < endSec);
  return first === -1 || last < first ? '' : wordsFrom(transcript.words, first, last);
}
