/** What a report says to a person, in words of one language but not yet in a format: text and Markdown print this. */
import { METRIC_GROUPS, metricById } from '../analysis/index.ts';
import type { Advice, Measure, ReasonCode, Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { cleanText } from './clean.ts';
import { firstPlaces, formatClock } from './clock.ts';
import { fillerListings } from './content-fillers.ts';
import { hesitationListings } from './content-hesitations.ts';
import type { NumberRow, NumbersContent, SectionId } from './content-numbers.ts';
import { isHeadline, numbersContent } from './content-numbers.ts';
import { paceListings } from './content-pace.ts';
import { pauseListings } from './content-pauses.ts';
import { phraseListings } from './content-phrases.ts';
import { planListings } from './content-plan.ts';
import { voiceListings } from './content-voice.ts';
import { wordingListings } from './content-wording.ts';
import type { Extent, Listing } from './listing.ts';
import type { Wording } from './wording.ts';

/** All pieces are cleaned lines. What is absent stands in `notMeasured` alone. */
export interface Content {
  readonly heading: Heading;
  readonly notices: readonly string[];
  /** By subject; none is empty. */
  readonly sections: readonly Section[];
  readonly numbers: NumbersContent;
  readonly notMeasured: readonly { readonly titles: readonly string[]; readonly reason: string }[];
  readonly advice: readonly AdviceRow[];
  /** Whether numbers were judged and all of them are within their bands. */
  readonly allInside: boolean;
}

/** What a report has about one subject. */
export interface Section {
  readonly title: string;
  readonly rows: readonly NumberRow[];
  readonly listings: readonly Listing[];
}

/** Which recording a text is about. */
export interface Heading {
  /** The file name. */
  readonly title: string;
  /** Length, language, model: those that are known. */
  readonly facts: readonly string[];
}

/** One thing to change. */
export interface AdviceRow {
  readonly title: string;
  readonly text: string;
  /** Clock times of the first places to listen to. */
  readonly places: readonly string[];
}

type Part = Measure | Report['pauses' | 'fillers' | 'phrases' | 'transcript'];

const SECTIONS: readonly SectionId[] = [...METRIC_GROUPS.map(({ id }) => id), 'other'];

const LISTINGS: {
  readonly [Id in SectionId]: (report: Report, wording: Wording, extent: Extent) => readonly Listing[];
} = {
  time: planListings,
  pace: paceListings,
  pauses: pauseListings,
  phrases: phraseListings,
  fillers: (report, wording, extent) => [
    ...fillerListings(report, wording, extent),
    ...hesitationListings(report, wording, extent),
  ],
  words: wordingListings,
  voice: voiceListings,
  sound: () => [],
  other: () => [],
};

/** See {@link Content}. */
export function toContent(report: Report, wording: Wording, extent: Extent): Content {
  const bands = Object.values(report.metrics).flatMap((measure) =>
    isPresent(measure) && measure.band !== undefined ? [measure.band] : [],
  );
  const numbers = numbersContent(report, wording, extent, (id) => metricTitle(id, wording));
  return {
    heading: toHeading(report, wording),
    notices: toNotices(report, wording),
    sections: SECTIONS.map((id) => ({
      title: wording.texts.headings[id],
      rows: numbers.rowsOf(id),
      listings: LISTINGS[id](report, wording, extent),
    })).filter(({ rows, listings }) => rows.length > 0 || listings.length > 0),
    numbers,
    notMeasured: notMeasured(report, wording, extent),
    advice: report.advice.map((advice) => adviceRow(advice, wording)),
    allInside: bands.length > 0 && bands.every((band) => band.verdict === 'inside'),
  };
}

/** See {@link Heading}. */
export function toHeading(report: Report, wording: Wording): Heading {
  const { recording, transcript } = report;
  // Rounded as the duration below it is, which is no place to seek to.
  const facts = [formatClock(Math.round(recording.durationSec))];
  if (isPresent(transcript)) {
    const { language, model } = transcript;
    facts.push(wording.numbers.language(language), `${model.name} ${model.version}`);
  }
  return { title: cleanText(recording.name), facts: facts.map(cleanText) };
}

/** The notices of a report, each as a line. */
export function toNotices(report: Report, wording: Wording): readonly string[] {
  return report.notices.map((notice) => cleanText(wording.notice(notice)));
}

/** What is absent, by reason: one line for all that a silent recording lacks. A plan that nobody gave is not missed. */
function notMeasured(report: Report, wording: Wording, extent: Extent): Content['notMeasured'] {
  const { headings } = wording.texts;
  const parts: readonly (readonly [title: string, part: Part])[] = [
    ...Object.entries(report.metrics)
      .filter(([id]) => extent === 'full' || isHeadline(id))
      .map(([id, measure]) => [metricTitle(id, wording), measure] as const),
    [headings.pauses, report.pauses],
    [headings.fillers, report.fillers],
    [headings.phrases, report.phrases],
    [headings.transcript, report.transcript],
  ];
  const titlesByReason = new Map<ReasonCode, Set<string>>();
  for (const [title, part] of parts) {
    if ('absent' in part && part.absent !== 'no-plan' && part.absent !== 'switched-off') {
      // A set: a layer and the metric that counts it may have the same title.
      titlesByReason.set(part.absent, (titlesByReason.get(part.absent) ?? new Set()).add(title));
    }
  }
  return [...titlesByReason].map(([reason, titles]) => ({
    titles: [...titles],
    reason: wording.reason(reason),
  }));
}

/** The title in the registry. A metric of a newer version than this one is shown by its id. */
function metricTitle(id: string, wording: Wording): string {
  return metricById(id)?.[wording.locale].title ?? cleanText(id);
}

function adviceRow(advice: Advice, wording: Wording): AdviceRow {
  const { title, text } = wording.advice(advice);
  return {
    title,
    text: cleanText(text),
    places: firstPlaces(advice.evidence),
  };
}
