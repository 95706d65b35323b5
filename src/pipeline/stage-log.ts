/** The log of one recording on its way: how long each stage took, and at which one and why the way ended early. */
import { isAppError } from '../errors/index.ts';
import type { Logger } from '../telemetry/index.ts';
import type { Stage } from './progress.ts';

/** A model that is fetched on the way has its line too. */
type LoggedStage = Stage | 'fetch';

/** See {@link createStageLog}. */
export interface StageLog {
  /** The stage that everything after it is about, until the next one. */
  begin(stage: LoggedStage): void;
  /** From now on each line says which recording it is about. By content: names are private. */
  identified(sha256: string): void;
  /** The stage that was begun has done its work. */
  finished(facts?: Readonly<Record<string, string | number>>): void;
  /** The stage that was begun has failed; its error is for the caller, its code for the log. */
  failed(error: unknown): void;
}

/** Hexadecimal digits that tell an owner's recordings apart. */
const ID_DIGITS = 12;

/** Writes at `info`, one line a stage. */
export function createStageLog(logger: Logger): StageLog {
  let log = logger;
  let stage: LoggedStage = 'identify';
  let startedMs = performance.now();
  const facts = (): { readonly stage: LoggedStage; readonly durationMs: number } => ({
    stage,
    durationMs: Math.round(performance.now() - startedMs),
  });
  return Object.freeze({
    begin: (next: LoggedStage) => {
      stage = next;
      startedMs = performance.now();
    },
    identified: (sha256: string) => {
      log = logger.child({ recording: sha256.slice(0, ID_DIGITS) });
    },
    finished: (more: Readonly<Record<string, string | number>> = {}) => {
      log.info({ ...facts(), ...more }, 'stage finished');
    },
    failed: (error: unknown) => {
      log.info({ ...facts(), code: isAppError(error) ? error.code : 'internal' }, 'stage failed');
    },
  });
}
