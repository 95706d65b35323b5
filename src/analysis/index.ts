/** The analysis: words and speech in, a report out. Pure. */
export { ANALYSIS_VERSION, analyze } from './analyze.ts';
export { bandSource, normOf } from './bands.ts';
export type { Norm, NormPlace } from './bands.ts';
export { NORMS, NORMS_VERSION } from './norms/norms.ts';
export { SPEECH_NEEDED } from './confidence.ts';
export type { AnalysisInput, AnalysisTools, Need } from './context.ts';
export { vouchHesitations } from './filled-pauses/vouch.ts';
export type { Metric, MetricText } from './metric.ts';
export { parsePlan } from './plan-text.ts';
export { METRICS, METRIC_GROUPS, metricById } from './registry.ts';
export type { MetricGroup, MetricGroupId } from './registry.ts';
