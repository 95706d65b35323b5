/** Reports and transcripts as JSON documents: the keys in the order of the schema, two spaces, a newline at the end. */
import type { Report } from '../report/index.ts';
import { report as reportSchema, transcriptDocument } from '../report/index.ts';

/** The whole report. Equal reports give equal bytes, however their objects were put together. */
export function toJson(report: Report): string {
  return print(reportSchema.parse(report));
}

/** The transcript alone, by the schema `transcriptDocument`. */
export function toTranscriptJson(report: Report): string {
  return print(transcriptDocument.parse(report));
}

function print(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
