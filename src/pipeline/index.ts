/** The pipeline: the way of a recording from a file to its report, with progress and cancellation. */
export { createPipeline } from './pipeline.ts';
export type { AnalyzeOptions, AnalyzeRequest, Pipeline, PipelineDeps } from './pipeline.ts';
export type { Progress, Stage } from './progress.ts';
