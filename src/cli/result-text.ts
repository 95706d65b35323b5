/** What is printed or written of a result, by product and format. */
import type { Locale } from '../errors/index.ts';
import { toPrintable } from '../errors/index.ts';
import type { ReportFormat } from '../exports/index.ts';
import { exportReport, exportTranscript } from '../exports/index.ts';
import type { Report } from '../report/index.ts';
import type { Product } from './recording-options.ts';

const EXPORTERS = { report: exportReport, transcript: exportTranscript } as const satisfies Record<
  Product,
  typeof exportReport
>;

/** A result in one format, as it is written to a file. */
export function resultText(report: Report, format: ReportFormat, product: Product, locale: Locale): string {
  return EXPORTERS[product](report, format, { locale });
}

/** What standard output is, and what is printed on it before and after. */
export interface PrintFacts {
  readonly product: Product;
  readonly format: ReportFormat;
  readonly locale: Locale;
  readonly color: boolean;
  readonly columns: number;
  /** What the user called the recording. */
  readonly name: string;
  /** How many results there will be. */
  readonly count: number;
  /** Whether JSON goes on one line, whatever the number of results. */
  readonly jsonLines: boolean;
}

/**
 * A result as it is printed on standard output. Several JSON documents are lines (NDJSON); several texts of plain
 * words are headed by the name, which they do not have in themselves. See {@link textBetween}.
 */
export function printedText(report: Report, facts: PrintFacts): string {
  const { product, format, locale, color, columns, name, count, jsonLines } = facts;
  const oneLine = jsonLines || count > 1;
  const text = EXPORTERS[product](report, format, { locale, color, columns, oneLine });
  return format === 'txt' && count > 1 ? `==> ${toPrintable(name)} <==\n${text}` : text;
}

/** What is printed between two results: an empty line, but nothing between the lines of JSON. */
export function textBetween(format: ReportFormat): string {
  return format === 'json' ? '' : '\n';
}
