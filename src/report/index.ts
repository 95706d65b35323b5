/** The schemas of everything that is reported: one truth for the CLI's JSON, the API, the library and the page. */
export { ADVICE_CODES, advice } from './advice.ts';
export type { Advice, AdviceCode } from './advice.ts';
export { MAX_CURVE_POINTS, curve } from './curve.ts';
export type { Curve } from './curve.ts';
export {
  delivery,
  emphasis,
  fadingPhrase,
  statementEnd,
  stressMismatch,
  stressedWord,
  voicePassage,
} from './delivery.ts';
export type {
  Delivery,
  Emphasis,
  FadingPhrase,
  StatementEnd,
  StressMismatch,
  StressedWord,
  VoicePassage,
} from './delivery.ts';
export {
  FILLED_PAUSE_SIGNS,
  FILLED_PAUSE_TRIGGERS,
  filledPause,
  fillerCluster,
  hesitations,
  lengthening,
  restart,
} from './filled-pauses.ts';
export type {
  FilledPause,
  FilledPauseKind,
  FilledPauseSign,
  FilledPauseTrigger,
  FillerCluster,
  Hesitations,
  Lengthening,
  Restart,
} from './filled-pauses.ts';
export { FILLER_KINDS, FILLER_REASONS, filler, fillerKind, fillerReason } from './filler.ts';
export type { Filler, FillerKind, FillerReason } from './filler.ts';
export { missingPause, paceStretch, pause, phrase, phrasing } from './layers.ts';
export type { MissingPause, PaceStretch, Pause, Phrase, Phrasing } from './layers.ts';
export { band, confidence, isPresent, measure, measured, unit } from './measure.ts';
export type { Band, Confidence, Measure, Measured, Unit } from './measure.ts';
export { NOTICE_CODES, notice } from './notice.ts';
export type { Notice, NoticeCode } from './notice.ts';
export { normsOverride } from './norms.ts';
export type { NormsOverride } from './norms.ts';
export { MAX_PLAN_POINTS, plannedTalk, talkPlan, timeWindow } from './plan.ts';
export type { PlannedTalk, TalkPlan, TimeWindow } from './plan.ts';
export { REASON_CODES, absent } from './reason.ts';
export type { Absent, AbsentFor, ReasonCode } from './reason.ts';
export { wording, wordingPlace } from './wording.ts';
export type { WordingLayer, WordingPlace } from './wording.ts';
export { SCHEMA_VERSION, analysisParameters, recordingFacts, report, reportJsonSchema } from './report.ts';
export type { AnalysisParameters, RecordingFacts, Report } from './report.ts';
export { DEFAULT_SCENARIO, SCENARIOS, scenario } from './scenario.ts';
export type { Scenario } from './scenario.ts';
export { soundFacts } from './sound-facts.ts';
export type { SoundFacts } from './sound-facts.ts';
export { rangeSec, timeRange } from './time-range.ts';
export type { TimeRange } from './time-range.ts';
export { packTracks, unpackTracks } from './packed-tracks.ts';
export { FRAME_TRACKS, MIN_LEVEL_DB, TRACK_HOP_SEC } from './tracks.ts';
export type { Tracks } from './tracks.ts';
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
