/** Progress for programs: one JSON object a line on standard error. */
import type { OutputStream } from './io.ts';
import type { FileProgress, ProgressView } from './progress.ts';
import { remainingSec } from './progress.ts';

/** What the lines are made from. */
export interface JsonProgressOptions {
  readonly stream: Pick<OutputStream, 'write'>;
  /** The names as given, by place. */
  readonly names: readonly string[];
  /** Whether only failures are told. */
  readonly quiet: boolean;
  /** Milliseconds from any start. Default: `performance.now`. */
  readonly nowMs?: () => number;
}

/** A file's progress within one stage is told at most this often, but for its end. */
const MIN_GAP_MS = 250;

interface FileState {
  readonly startedMs: number;
  toldMs: number;
  stage: FileProgress['stage'] | undefined;
}

/**
 * Creates the view. Events: `started`, `progress` (stage, fraction 0 to 1 or null, elapsedSec, remainingSec or null; in
 * the stage `fetch` also model, bytesDone, bytesTotal or null), `finished` (elapsedSec, written), `failed` (error: code, message, mend), `cancelled`, `warning` (message).
 */
export function createJsonProgress(options: JsonProgressOptions): ProgressView {
  const { stream, names, quiet, nowMs = () => performance.now() } = options;
  const states = new Map<number, FileState>();

  function tell(event: string, fields: Readonly<Record<string, unknown>>): void {
    if (quiet && event !== 'failed') {
      return;
    }
    stream.write(`${JSON.stringify({ event, ...fields })}\n`);
  }

  return {
    start: (file) => {
      states.set(file, { startedMs: nowMs(), toldMs: -Infinity, stage: undefined });
      tell('started', { file: names[file] });
    },
    update: (file, progress) => {
      const { stage, fraction } = progress;
      const state = states.get(file);
      const now = nowMs();
      if (state === undefined) {
        return;
      }
      const isSoon = state.stage === stage && now - state.toldMs < MIN_GAP_MS;
      if (isSoon && fraction !== 1) {
        return;
      }
      state.stage = stage;
      state.toldMs = now;
      const elapsedSec = (now - state.startedMs) / 1000;
      tell('progress', {
        file: names[file],
        stage,
        fraction: fraction === null ? null : round(fraction),
        ...fetchFields(progress),
        elapsedSec: round(elapsedSec),
        remainingSec: round(remainingSec(elapsedSec, fraction)),
      });
    },
    end: (file, end) => {
      const state = states.get(file);
      states.delete(file);
      const elapsedSec = state === undefined ? null : round((nowMs() - state.startedMs) / 1000);
      switch (end.kind) {
        case 'done':
          tell('finished', { file: names[file], elapsedSec, written: end.written });
          return;
        case 'failed':
          tell('failed', { file: names[file], elapsedSec, error: end.error });
          return;
        case 'cancelled':
          tell('cancelled', { file: names[file], elapsedSec });
          return;
        default:
          end satisfies never;
      }
    },
    warn: (message) => tell('warning', { message }),
    log: (line) => stream.write(line),
    aside: (write) => write(),
    close: () => {},
  };
}

/** Of the model that is fetched for the file; nothing otherwise. */
function fetchFields(progress: FileProgress): Readonly<Record<string, unknown>> {
  if (!('bytesDone' in progress)) {
    return {};
  }
  const { model, bytesDone, bytesTotal } = progress;
  return { model, bytesDone, bytesTotal: bytesTotal ?? null };
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}
