/** The schemas of everything that is reported: one truth for the CLI's JSON, the API, the library and the page. */
export { ADVICE_CODES, advice } from './advice.ts';
export type { Advice, AdviceCode } from './advice.ts';
export { filler, pause, phrase, phrasing } from './layers.ts';
export type { Filler, Pause, Phrase, Phrasing } from './layers.ts';
export { band, confidence, isPresent, measure, measured, unit } from './measure.ts';
export type { Band, Confidence, Measure, Measured, Unit } from './measure.ts';
export { NOTICE_CODES, notice } from './notice.ts';
export type { Notice, NoticeCode } from './notice.ts';
export { REASON_CODES, absent } from './reason.ts';
export type { Absent, ReasonCode } from './reason.ts';
export { SCHEMA_VERSION, analysisParameters, recordingFacts, report, reportJsonSchema } from './report.ts';
export type { AnalysisParameters, RecordingFacts, Report } from './report.ts';
export { rangeSec, timeRange } from './time-range.ts';
export type { TimeRange } from './time-range.ts';
export { transcriptDocument } from './transcript-document.ts';
export type { TranscriptDocument } from './transcript-document.ts';
export {
  languageShare,
  modelChoice,
  modelIdentity,
  recognizerAbilities,
  transcript,
  word,
} from './transcript.ts';
export type {
  LanguageShare,
  ModelChoice,
  ModelIdentity,
  RecognizerAbilities,
  Transcript,
  Word,
} from './transcript.ts';
