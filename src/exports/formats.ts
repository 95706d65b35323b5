/** The formats that a report, or its transcript alone, is written in. */
import type { Locale } from '../errors/index.ts';
import type { Report } from '../report/index.ts';
import { toJson, toTranscriptJson } from './json.ts';
import { toMarkdown, toTranscriptMarkdown } from './markdown.ts';
import { toSrt } from './srt.ts';
import { toText, toTranscriptText } from './text.ts';
import { toTxt } from './txt.ts';
import { toVtt } from './vtt.ts';
import { createWording } from './wording.ts';

/**
 * `text`: for a person at a terminal. `json`: everything, for programs. `md`: the report with its transcript as
 * Markdown. `srt`, `vtt`: subtitles. `txt`: the words alone. Each is also the ending of a file in this format: `text`
 * is not `txt`, so both fit into one folder.
 */
export const REPORT_FORMATS = ['text', 'json', 'md', 'srt', 'vtt', 'txt'] as const;

/** See {@link REPORT_FORMATS}. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** How a report is written. */
export interface ExportOptions {
  /** The language of titles and sentences; the words of the talk stay as they were said. */
  readonly locale: Locale;
  /** `text` only: bold, dim and yellow by terminal codes. Default: false. */
  readonly color?: boolean;
  /** `text` only: the columns of a line, 40 at least. Default: 80. */
  readonly columns?: number;
  /** `json` only: on one line, so that several documents can follow each other (NDJSON). Default: false. */
  readonly oneLine?: boolean;
}

/**
 * A report in one format, with a newline at its end. Words and names of the recording are escaped as the format
 * needs it. A report without a transcript gives an empty `srt`; `vtt` and `txt` say why.
 */
export function exportReport(report: Report, format: ReportFormat, options: ExportOptions): string {
  const wording = createWording(options.locale);
  switch (format) {
    case 'text':
      return toText(report, wording, terminalOptions(options));
    case 'json':
      return toJson(report, options);
    case 'md':
      return toMarkdown(report, wording);
    case 'srt':
      return toSrt(report);
    case 'vtt':
      return toVtt(report, wording);
    case 'txt':
      return toTxt(report, wording);
    default:
      return format satisfies never;
  }
}

/**
 * The transcript of a report alone. `text` and `md` show each phrase with its time, `json` is a `TranscriptDocument`;
 * the others are as in {@link exportReport}.
 */
export function exportTranscript(report: Report, format: ReportFormat, options: ExportOptions): string {
  const wording = createWording(options.locale);
  switch (format) {
    case 'text':
      return toTranscriptText(report, wording, terminalOptions(options));
    case 'json':
      return toTranscriptJson(report, options);
    case 'md':
      return toTranscriptMarkdown(report, wording);
    case 'srt':
    case 'vtt':
    case 'txt':
      return exportReport(report, format, options);
    default:
      return format satisfies never;
  }
}

function terminalOptions({ color = false, columns = 80 }: ExportOptions): {
  color: boolean;
  columns: number;
} {
  return { color, columns };
}
