/** The pauses of a report in words: how many stand where, the longest ones, and where one is missing. */
import type { MissingPause, Pause, Report } from '../report/index.ts';
import { isPresent, rangeSec } from '../report/index.ts';
import { formatClock } from './clock.ts';
import type { Extent, Listing, ListingCell } from './listing.ts';
import { firstOf } from './listing.ts';
import { wordsBetween, wordsFrom } from './passages.ts';
import type { Wording } from './wording.ts';

const MAX_LONGEST = 3;
const SHORT_MISSING = 3;

/** Nothing of what is absent. */
export function pauseListings(report: Report, wording: Wording, extent: Extent): readonly Listing[] {
  const { pauses, missingPauses } = report;
  return [
    ...(isPresent(pauses) ? [longestPauses(report, pauses, wording, extent)] : []),
    ...(isPresent(missingPauses) && missingPauses.length > 0
      ? [pausesThatWouldHelp(report, missingPauses, wording, extent)]
      : []),
  ];
}

function longestPauses(report: Report, pauses: readonly Pause[], wording: Wording, extent: Extent): Listing {
  const { texts, numbers } = wording;
  const longest = pauses.toSorted((a, b) => rangeSec(b) - rangeSec(a)).slice(0, MAX_LONGEST);
  const { at, length, place, context } = texts.columns;
  // A terminal has no room for it, and of a column that is empty throughout only a gap would be seen.
  const hasPlaces = extent === 'full' && longest.some((pause) => pause.place === 'inside');
  return {
    lead: [
      countSentence(report, pauses, wording),
      placeSentence(pauses, wording),
      pauses.length > MAX_LONGEST ? texts.pauses.longest : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    head: [at, length, ...(hasPlaces ? [place] : []), context],
    rows: longest.map((pause) => [
      { text: formatClock(pause.startSec), align: 'end', tone: 'faint' },
      { text: numbers.duration(rangeSec(pause)), align: 'end' },
      ...(hasPlaces ? [{ text: pause.place === 'inside' ? texts.pauses.inside : '' }] : []),
      { text: wordsBetween(report, pause.afterWord, pause.beforeWord) },
    ]),
  };
}

function countSentence({ parameters }: Report, pauses: readonly Pause[], wording: Wording): string {
  const { texts, numbers } = wording;
  const shortest = numbers.duration(parameters.minPauseSec);
  if (pauses.length === 0) {
    return texts.pauses.none(shortest);
  }
  const count = numbers.counted(pauses.length, 'pause');
  const long = pauses.filter((pause) => rangeSec(pause) >= parameters.longPauseSec).length;
  return long === 0
    ? texts.pauses.all(count, shortest)
    : texts.pauses.withLong(count, shortest, numbers.number(long), numbers.duration(parameters.longPauseSec));
}

/** Empty when nothing is known of where any pause stands. */
function placeSentence(pauses: readonly Pause[], { texts, numbers }: Wording): string {
  const count = (place: Pause['place']): number => pauses.filter((pause) => pause.place === place).length;
  const unknown = count('unknown');
  return unknown === pauses.length
    ? ''
    : texts.pauses.places(
        numbers.number(count('boundary')),
        numbers.number(count('inside')),
        unknown === 0 ? null : numbers.number(unknown),
      );
}

function pausesThatWouldHelp(
  report: Report,
  missing: readonly MissingPause[],
  wording: Wording,
  extent: Extent,
): Listing {
  const { texts, numbers } = wording;
  const rows = missing.flatMap((run): readonly (readonly ListingCell[])[] => {
    const words: ListingCell = { text: numbers.counted(run.words, 'word'), align: 'end' };
    const row = (sec: number, context: string): readonly ListingCell[] => [
      { text: formatClock(sec), align: 'end', tone: 'faint' },
      words,
      { text: context },
    ];
    return run.pauseAfter.length === 0
      ? [row(run.startSec, startOf(report, run))]
      : run.pauseAfter.map((index) =>
          row(endOf(report, index) ?? run.startSec, wordsBetween(report, index, index + 1)),
        );
  });
  const { at, run, context } = texts.columns;
  return {
    lead: texts.pauses.missing(
      numbers.number(report.parameters.maxRunWords),
      numbers.duration(report.parameters.maxRunSec),
    ),
    head: [at, run, context],
    rows: firstOf(rows, extent, SHORT_MISSING),
  };
}

function startOf({ transcript }: Report, { firstWord, lastWord }: MissingPause): string {
  return isPresent(transcript) ? wordsFrom(transcript.words, firstWord, lastWord) : '';
}

function endOf({ transcript }: Report, index: number): number | undefined {
  return isPresent(transcript) ? transcript.words[index]?.endSec : undefined;
}
