/** Reports and transcripts as JSON documents: the keys in the order of the schema, a newline at the end. */
import type { Report } from '../report/index.ts';
import { report as reportSchema, transcriptDocument } from '../report/index.ts';

/** How a document is laid out. */
export interface JsonLayout {
  /** All on one line. Default: false, with two spaces for each level. */
  readonly oneLine?: boolean;
}

/** The whole report. Equal reports give equal bytes, however their objects were put together. */
export function toJson(report: Report, layout: JsonLayout): string {
  return print(reportSchema.parse(report), layout);
}

/** The transcript alone, by the schema `transcriptDocument`. */
export function toTranscriptJson(report: Report, layout: JsonLayout): string {
  return print(transcriptDocument.parse(report), layout);
}

function print(document: object, { oneLine = false }: JsonLayout): string {
  return `${JSON.stringify(document, null, oneLine ? 0 : 2)}\n`;
}
