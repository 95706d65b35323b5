/** The way of a recording: identify, probe, decode and transcribe as one stream, analyse; one report at the end. */
import type { AnalysisInput } from '../analysis/index.ts';
import type { WorkerPool } from '../compute/index.ts';
import { createWorkerPool } from '../compute/index.ts';
import type { Identity, Probe } from '../media/index.ts';
import type { RecordingFacts, Report } from '../report/index.ts';
import { analysisParameters } from '../report/index.ts';
import { SPEECH_VERSION } from '../speech/index.ts';
import { VOICE_VERSION } from '../voice/index.ts';
import type { AnalyzeOptions, AnalyzeRequest, PipelineDeps } from './analyze-request.ts';
import type { Stage } from './progress.ts';
import { createTell } from './progress.ts';
import type { StageLog } from './stage-log.ts';
import { createStageLog } from './stage-log.ts';
import { transcribe } from './transcribe.ts';

/** See {@link createPipeline}. */
export interface Pipeline {
  /**
   * Analyses one recording.
   *
   * @throws AppError with a code of `media`, `speech` (its models included) or `compute`; the signal's reason when
   *   aborted
   */
  analyze(request: AnalyzeRequest, options: AnalyzeOptions): Promise<Report>;
  close(): Promise<void>;
}

/** An hour-long talk takes a fraction of a second; this is for a machine under heavy load. */
const ANALYSIS_TIMEOUT_MS = 60_000;

/** Makes a pipeline. Its parts are made, and closed, by whoever composes it. */
export function createPipeline(deps: PipelineDeps): Pipeline {
  const threads = createWorkerPool({
    entry: new URL('./analysis.worker.ts', import.meta.url),
    threads: 1,
    taskTimeoutMs: ANALYSIS_TIMEOUT_MS,
  });
  return Object.freeze({
    analyze: async (request: AnalyzeRequest, options: AnalyzeOptions) => {
      const log = createStageLog(deps.logger);
      try {
        return await run({ ...deps, threads, log }, request, options);
      } catch (error) {
        if (!options.signal.aborted) {
          log.failed(error);
        }
        throw error;
      }
    },
    close: () => threads.close(),
  });
}

interface RunDeps extends Pick<PipelineDeps, 'media' | 'speech' | 'voice' | 'models'> {
  readonly threads: WorkerPool;
  readonly log: StageLog;
}

async function run(deps: RunDeps, request: AnalyzeRequest, options: AnalyzeOptions): Promise<Report> {
  const { media, threads, log } = deps;
  const { path, name } = request;
  const { signal } = options;
  const tell = createTell(options.onProgress);
  const begin = (stage: Stage): void => {
    log.begin(stage);
    tell(stage, 0);
  };

  begin('identify');
  const identity = await media.identify(path, {
    signal,
    name,
    onProgress: (fraction) => {
      tell('identify', fraction);
    },
  });
  log.identified(identity.sha256);
  log.finished({ recordingBytes: identity.bytes });

  begin('probe');
  const probe = await media.probe(path, { signal, name });
  log.finished({ container: probe.container, codec: probe.codec });

  log.begin('transcribe');
  const { heard, decoded, tracks } = await transcribe(deps, request, probe, { ...options, tell });
  log.finished({ audioSec: Math.round(decoded.durationSec) });

  begin('analyze');
  const input: AnalysisInput = {
    recording: recordingFacts(name, identity, probe, decoded.durationSec),
    notices: [...decoded.notices, ...heard.notices],
    speech: heard.speech,
    transcript: heard.transcript,
    tracks,
    ...(request.plan === undefined ? {} : { plan: request.plan }),
    parameters: analysisParameters.parse(request.parameters ?? {}),
    stages: { speech: SPEECH_VERSION, voice: VOICE_VERSION },
  };
  // Away from the main thread: an hour's words take longer than it may be held.
  const report = await threads.run<Report>('analyze', input, { signal });
  log.finished();
  tell('analyze', 1);
  return report;
}

function recordingFacts(name: string, identity: Identity, probe: Probe, durationSec: number): RecordingFacts {
  const { container, codec, sampleRateHz, channels } = probe;
  return {
    name,
    sha256: identity.sha256,
    bytes: identity.bytes,
    durationSec: Math.round(durationSec * 1000) / 1000,
    container,
    codec,
    sampleRateHz,
    channels,
  };
}
