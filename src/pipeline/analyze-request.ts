/** What the pipeline is asked for, and what it works with. */
import type { Media } from '../media/index.ts';
import type { AnalysisParameters, TalkPlan } from '../report/index.ts';
import type { ModelEntry, Models, Speech } from '../speech/index.ts';
import type { Logger } from '../telemetry/index.ts';
import type { Voice } from '../voice/index.ts';
import type { Progress } from './progress.ts';

/** What the pipeline works with. */
export interface PipelineDeps {
  readonly media: Media;
  readonly speech: Speech;
  readonly voice: Voice;
  readonly models: Models;
  readonly logger: Logger;
}

/** A recording to analyse. */
export interface AnalyzeRequest {
  /** Absolute path of the recording. */
  readonly path: string;
  /** The name that the report shows: the file's own, without its folder. */
  readonly name: string;
  /** A two-letter code, or `auto` to find it out. */
  readonly language: string;
  /** The name of the model that hears it. Default: the best that is installed for the language. */
  readonly model?: string;
  /** Whether the recording may be sent to the owner's transcription server, for the model `remote`. Default: no. */
  readonly upload?: 'allowed';
  /** What the speaker intends. */
  readonly plan?: TalkPlan;
  /** Thresholds that differ from the defaults. */
  readonly parameters?: Partial<AnalysisParameters>;
}

/** How an analysis is watched and ended. */
export interface AnalyzeOptions {
  /** Aborting ends the work at once: children are killed, nothing is left. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /**
   * Asked when the recording needs a model that is not installed: whether it may be fetched. Without one the analysis
   * fails, or of speech in an unknown language gives what needs no words. Default: it may not.
   */
  readonly mayFetch?: (model: ModelEntry) => Promise<boolean>;
}
