/** Exports: reports as bytes of text, and the texts of every code, in English and Russian. */
export { formatClock } from './clock.ts';
export { REPORT_FORMATS, exportReport, exportTranscript } from './formats.ts';
export type { ExportOptions, ReportFormat } from './formats.ts';
export { createWording } from './wording.ts';
export type { Wording } from './wording.ts';
