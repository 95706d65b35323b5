/** The pipeline: the way of a recording from a file to its report, with progress and cancellation. */
export { createPipeline } from './pipeline.ts';
export type { AnalyzeOptions, AnalyzeRequest, PipelineDeps } from './analyze-request.ts';
export type { Pipeline } from './pipeline.ts';
export type { FetchProgress, Progress, Stage } from './progress.ts';
