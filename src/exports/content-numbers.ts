/** The measured numbers of a report in words: value with unit, verdict, footnotes, and where the bands come from. */
import { bandSource } from '../analysis/index.ts';
import type { Measured, Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { cleanText } from './clean.ts';
import type { Wording } from './wording.ts';

/** The numbers, in the order of the report. */
export interface NumbersContent {
  readonly rows: readonly NumberRow[];
  readonly footnotes: readonly Footnote[];
  /** Whether a row has an interval in brackets, which needs a word of explanation. */
  readonly hasIntervals: boolean;
  readonly ranges: readonly RangeRow[];
}

/** One measured number. */
interface NumberRow {
  readonly title: string;
  /** With unit and, where known, its interval in brackets. */
  readonly value: string;
  /** The mark of its footnote; empty for a number that is sure. */
  readonly mark: string;
  /** How it stands to its band; null without one. */
  readonly verdict: { readonly text: string; readonly outside: boolean } | null;
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

const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'] as const;

/** See {@link NumbersContent}. */
export function numbersContent(
  report: Report,
  wording: Wording,
  titleOf: (id: string) => string,
): NumbersContent {
  const measures = Object.entries(report.metrics).flatMap(([id, measure]) =>
    isPresent(measure) ? [{ id, title: titleOf(id), measure }] : [],
  );
  const notes = [...new Set(measures.map(({ measure }) => doubt(measure, wording)))].filter(
    (text) => text !== '',
  );
  return {
    rows: measures.map(({ title, measure }) => {
      const note = notes.indexOf(doubt(measure, wording));
      return {
        title,
        value: valueText(title, measure, wording),
        mark: note === -1 ? '' : footnoteMark(note + 1),
        verdict: verdictOf(measure, wording),
      };
    }),
    footnotes: notes.map((text, index) => ({ mark: footnoteMark(index + 1), text })),
    hasIntervals: measures.some(({ measure }) => measure.interval80 !== undefined),
    ranges: measures.flatMap(({ id, title, measure: { band } }) =>
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
