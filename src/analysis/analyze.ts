/** From words and speech to the report: a pure function, the same bytes for the same input. */
import type { Measure, Notice, Report } from '../report/index.ts';
import { SCHEMA_VERSION, isPresent } from '../report/index.ts';
import { advise } from './advice.ts';
import type { AnalysisContext, AnalysisInput } from './context.ts';
import { createContext } from './context.ts';
import { toReportPause } from './pauses.ts';
import { METRICS } from './registry.ts';
import { toRange } from './span.ts';

/** The version of this stage: it grows with every change after which the same input gives another report. */
export const ANALYSIS_VERSION = 1;

/** Less speech than this gets a notice. */
const VERY_SHORT_MS = 10_000;

/** Measures everything that the registry knows. Takes time linear in the number of words; never throws on real input. */
export function analyze(input: AnalysisInput): Report {
  const context = createContext(input);
  const { speech, phrases, fillers } = context;
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
    pauses: isPresent(speech) ? speech.pauses.map(toReportPause) : speech,
    phrases,
    fillers,
    advice: advise(context, metrics),
    transcript: context.transcript,
    parameters: context.parameters,
    stages: sortByKey({ ...input.stages, analysis: ANALYSIS_VERSION }),
  };
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
