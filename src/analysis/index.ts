/** The analysis: words and speech in, a report out. Pure. */
export { ANALYSIS_VERSION, analyze } from './analyze.ts';
export { bandSource } from './bands.ts';
export type { AnalysisInput, Need } from './context.ts';
export type { Metric, MetricText } from './metric.ts';
export { METRICS, metricById } from './registry.ts';
