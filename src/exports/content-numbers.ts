/** The measured numbers of a report in words: value with unit, verdict, footnotes, and where the bands come from. */
import type { Metric, MetricGroupId } from '../analysis/index.ts';
import { METRIC_GROUPS, bandSource } from '../analysis/index.ts';
import type { Measured, Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { cleanText } from './clean.ts';
import { firstPlaces } from './clock.ts';
import type { Extent } from './listing.ts';
import type { Wording } from './wording.ts';

/** The subject of a section: a group of the registry, or what this version knows nothing of. */
export type SectionId = MetricGroupId | 'other';

/** The numbers, in the order of the registry. */
export interface NumbersContent {
  readonly rowsOf: (section: SectionId) => readonly NumberRow[];
  readonly footnotes: readonly Footnote[];
  /** Whether a row has an interval in brackets, which needs a word of explanation. */
  readonly hasIntervals: boolean;
  /** How many measured numbers a short report leaves out. */
  readonly hiddenCount: number;
  readonly ranges: readonly RangeRow[];
}

/** One measured number. */
export interface NumberRow {
  readonly title: string;
  /** With unit and, where known, its interval in brackets. */
  readonly value: string;
  /** The mark of its footnote; empty for a number that is sure. */
  readonly mark: string;
  /** How it stands to its band; null without one. */
  readonly verdict: { readonly text: string; readonly outside: boolean } | null;
  /** Clock times of the first places where it can be heard. */
  readonly places: readonly string[];
}

/** Why the numbers with this mark are less sure. */
interface Footnote {
  readonly mark: string;
  readonly text: string;
}

/** Where the band of a number comes from. */
interface RangeRow {
  readonly title: string;
  readonly source: string;
  /** How well founded it is. */
  readonly grade: string;
}

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly measure: Measured;
}

const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;

/** See {@link NumbersContent}. */
export function numbersContent(
  report: Report,
  wording: Wording,
  extent: Extent,
  titleOf: (id: string) => string,
): NumbersContent {
  const measured = Object.entries(report.metrics).flatMap(([id, measure]) =>
    isPresent(measure) ? [{ id, title: titleOf(id), measure }] : [],
  );
  const shown = extent === 'full' ? measured : measured.filter((row) => isHeadline(row.id) || isOutside(row));
  const notes = [...new Set(shown.map(({ measure }) => doubt(measure, wording)))].filter(
    (text) => text !== '',
  );
  const toRow = ({ title, measure }: Shown): NumberRow => {
    const note = notes.indexOf(doubt(measure, wording));
    return {
      title,
      value: valueText(title, measure, wording),
      mark: note === -1 ? '' : footnoteMark(note + 1),
      verdict: verdictOf(measure, wording),
      places: firstPlaces(measure.evidence),
    };
  };
  return {
    rowsOf: (section) => shown.filter(({ id }) => sectionOf(id) === section).map(toRow),
    footnotes: notes.map((text, index) => ({ mark: footnoteMark(index + 1), text })),
    hasIntervals: shown.some(({ measure }) => measure.interval80 !== undefined),
    hiddenCount: measured.length - shown.length,
    ranges: shown.flatMap(({ id, title, measure: { band } }) =>
      band === undefined
        ? []
        : [
            {
              title,
              source: cleanText(bandSource(id, band.source, wording.locale)),
              grade: wording.texts.grades[band.grade],
            },
          ],
    ),
  };
}

/** Whether a short report shows a number, or says that it is missing; of an unknown one it does. */
export function isHeadline(id: string): boolean {
  return !METRIC_GROUPS.some(({ details }) => has(details, id));
}

function isOutside({ measure: { band, confidence } }: Shown): boolean {
  return band !== undefined && band.verdict !== 'inside' && confidence !== 'low';
}

function sectionOf(id: string): SectionId {
  return METRIC_GROUPS.find(({ headline, details }) => has(headline, id) || has(details, id))?.id ?? 'other';
}

function has(metrics: readonly Metric[], id: string): boolean {
  return metrics.some((metric) => metric.id === id);
}

function valueText(title: string, { value, unit, interval80, band }: Measured, { numbers }: Wording): string {
  const limit = band?.verdict === 'below' ? band.min : band?.max;
  const text = numbers.withUnit(value, unit, { limit, title });
  return interval80 === undefined ? text : `${text} (${numbers.range(...interval80, unit)})`;
}

/** What a footnote says about a number; empty for a sure one. */
function doubt({ confidence, reason }: Measured, { texts }: Wording): string {
  if (confidence === 'high') {
    return '';
  }
  const sureness = texts.lessSure[confidence];
  return reason === undefined ? sureness : `${sureness}: ${texts.reasons[reason]}`;
}

function verdictOf({ band, unit }: Measured, wording: Wording): NumberRow['verdict'] {
  return band === undefined
    ? null
    : { text: wording.verdict(band, unit), outside: band.verdict !== 'inside' };
}

function footnoteMark(index: number): string {
  return String(index).replaceAll(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit);
}
