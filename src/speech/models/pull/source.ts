/** A place that a model comes from, as a pull sees it: which files it gives, and how they come. */
import type { PinnedFile } from '../model-entry.ts';
import type { PullPhase } from '../models.ts';

/** What a source is given for its work. */
export interface FetchJob {
  /** An existing folder of the source's own: what a cut fetch left is still there. */
  readonly folder: string;
  /** Ends the fetch at once; what came is left for the next one. */
  readonly signal: AbortSignal;
  /** Told often: what is being done, and how many bytes of the download are there. */
  readonly report: (phase: PullPhase, bytesDone: number) => void;
}

/** A place that gives a model's files. */
export interface Source {
  /** How a person is told of it: a host, a package, a folder. */
  readonly label: string;
  /** A name for its folder: the same for the same files from the same place. */
  readonly key: string;
  /** What is in the job's folder when a fetch is through, whole and with these hashes. */
  readonly files: readonly PinnedFile[];
  /** How much has to come. */
  readonly downloadBytes: number;
  /** How much disk a fetch takes at most, the files included. */
  readonly diskBytes: number;
  /**
   * Gets the files.
   *
   * @throws SourceFailure when another source may do better; an AppError when none would; the signal's reason
   */
  fetch(job: FetchJob): Promise<void>;
}

/** A source does not give what it should. The reason is short and of no language: `ENOTFOUND`, `HTTP 404`. */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';
  readonly reason: string;

  constructor(reason: string, options: { readonly cause?: unknown } = {}) {
    super(reason, options);
    this.reason = reason;
  }
}

/** The bytes of all files together. */
export function totalBytes(files: readonly { readonly bytes: number }[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
