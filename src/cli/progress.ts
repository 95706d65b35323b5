/** How a run tells what it is doing: the events of each file, and the estimate of the time that is left. */
import type { ErrorDescription } from '../errors/index.ts';
import type { Progress } from '../pipeline/index.ts';

/** What a file is going through: standard input is received first, then the pipeline's own stages. */
export type FileStage = 'receive' | Progress['stage'];

/** How far a file is; while a model is fetched for it, how far that is. */
export type FileProgress =
  | Progress
  | {
      readonly stage: FileStage;
      /** Of the whole, 0 to 1; null when it is not known. */
      readonly fraction: number | null;
    };

/** How a file ended. */
export type FileEnd =
  | { readonly kind: 'done'; /** Files that were written, absolute. */ readonly written: readonly string[] }
  | { readonly kind: 'failed'; readonly error: ErrorDescription }
  | { readonly kind: 'cancelled' };

/** Shows the progress of a run. Files are told apart by their place in the order given. */
export interface ProgressView {
  start(file: number): void;
  update(file: number, progress: FileProgress): void;
  end(file: number, end: FileEnd): void;
  /** A sentence for the user that belongs to no file. */
  readonly warn: (sentence: string) => void;
  /** Takes a line of the log, its newline included. */
  log(line: string): void;
  /** Takes what is drawn away while `write` writes to the same terminal, and draws it again. */
  aside<T>(write: () => Promise<T>): Promise<T>;
  /** Stops drawing; idempotent. */
  close(): void;
}

/** Before this much was done and waited, an estimate would be a guess. */
const MIN_FRACTION = 0.1;
const MIN_ELAPSED_SEC = 1;

/** Seconds that are left, when the rest goes as the part that is done; null while too little is done to tell. */
export function remainingSec(elapsedSec: number, fraction: number | null): number | null {
  if (fraction === null || fraction < MIN_FRACTION || elapsedSec < MIN_ELAPSED_SEC) {
    return null;
  }
  return (elapsedSec * (1 - Math.min(1, fraction))) / fraction;
}
