/** From words and speech to the report: a pure function, the same bytes for the same input. */
import { WORD_LISTS_VERSION } from '../language/index.ts';
import type { Absent, Curve, Measure, Notice, PlannedTalk, Report } from '../report/index.ts';
import { SCHEMA_VERSION, isPresent } from '../report/index.ts';
import { advise } from './advice.ts';
import type { AnalysisContext, AnalysisInput, AnalysisTools } from './context.ts';
import { createContext } from './context.ts';
import { NORMS_VERSION } from './norms/norms.ts';
import { createPace, toReportCurve } from './pace-curve.ts';
import { toReportPause } from './pauses.ts';
import { layPlan } from './planned-talk.ts';
import { METRICS } from './registry.ts';
import { toRange } from './span.ts';
import { toReportDelivery } from './voice/voice-layers.ts';

/** The version of this stage: it grows with every change after which the same input gives another report. */
export const ANALYSIS_VERSION = 3;

/** Less speech than this gets a notice. */
const VERY_SHORT_MS = 10_000;

/** Measures everything that the registry knows. Takes time linear in the number of words; never throws on real input. */
export function analyze(input: AnalysisInput, tools: AnalysisTools = {}): Report {
  const context = createContext(input, tools);
  const { speech, phrases, shownFillers, missingPauses, paceStretches } = context;
  const metrics: Record<string, Measure> = {};
  for (const metric of METRICS) {
    metrics[metric.id] = metric.measure(context);
  }
  return {
    schemaVersion: SCHEMA_VERSION,
    recording: context.recording,
    notices: withSpeechNotice(context),
    metrics,
    speech: isPresent(speech) ? speech.spans.map(toRange) : [],
    curves: curvesOf(context),
    pauses: pausesOf(context),
    missingPauses,
    paceStretches,
    plan: plannedTalk(context),
    phrases,
    delivery: toReportDelivery(context.voice, context.spoken),
    fillers: shownFillers,
    hesitations: context.hesitations,
    restarts: context.restarts,
    wording: context.wording,
    advice: advise(context, metrics),
    transcript: context.transcript,
    parameters: context.parameters,
    stages: sortByKey({
      ...input.stages,
      analysis: ANALYSIS_VERSION,
      norms: NORMS_VERSION,
      'word-lists': WORD_LISTS_VERSION,
    }),
  };
}

/** The pauses with their places where these are known. */
function pausesOf({ speech, pausePlaces }: AnalysisContext): Report['pauses'] {
  if (!isPresent(speech)) {
    return speech;
  }
  return isPresent(pausePlaces)
    ? pausePlaces.map(toReportPause)
    : speech.pauses.map((pause) => toReportPause({ ...pause, place: 'unknown' }));
}

function curvesOf({ paceCurve }: AnalysisContext): Readonly<Record<string, Curve | Absent>> {
  return {
    'speech-rate-syllables': isPresent(paceCurve) ? toReportCurve(paceCurve, 'rate') : paceCurve,
    'articulation-rate': isPresent(paceCurve) ? toReportCurve(paceCurve, 'articulation') : paceCurve,
  };
}

function plannedTalk({ plan, speech, timedWords }: AnalysisContext): PlannedTalk | Absent {
  if (!isPresent(plan) || !isPresent(speech)) {
    return isPresent(plan) ? { absent: 'no-speech' } : plan;
  }
  return layPlan(plan, speech.talk, isPresent(timedWords) ? createPace(timedWords, speech.spans) : undefined);
}

/** Adds that nobody speaks, or hardly, unless it is said already. */
function withSpeechNotice({ notices, speech }: AnalysisContext): readonly Notice[] {
  const notice: Notice | undefined = !isPresent(speech)
    ? { code: 'no-speech', params: {} }
    : speech.soundMs < VERY_SHORT_MS
      ? { code: 'very-short', params: { speechSec: speech.soundMs / 1000 } }
      : undefined;
  return notice === undefined || notices.some(({ code }) => code === notice.code)
    ? notices
    : [...notices, notice];
}

/** The order of the stages says nothing, so it may not change the bytes. */
function sortByKey(record: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
