/** How far a recording is on its way. */

/** The stages of a recording's way, in order. */
const STAGES = ['identify', 'probe', 'transcribe', 'analyze'] as const;

/** See {@link STAGES}. */
export type Stage = (typeof STAGES)[number];

/** One step forward. */
export type Progress =
  | {
      readonly stage: Stage;
      /** How much of the whole is done, 0 to 1; null while the recording's length is not known. */
      readonly fraction: number | null;
    }
  | FetchProgress;

/** A model that the recording needs is being fetched; how long the whole takes is open until it is there. */
export interface FetchProgress {
  readonly stage: 'fetch';
  readonly fraction: null;
  readonly model: string;
  readonly bytesDone: number;
  /** Absent as long as it is not known. */
  readonly bytesTotal?: number;
}

/** The share of the whole time that a stage takes, as measured on talks of minutes and more. */
const WEIGHTS: Readonly<Record<Stage, number>> = {
  identify: 0.01,
  probe: 0.01,
  transcribe: 0.97,
  analyze: 0.01,
};

/** The fraction of the whole that is done when `within` (0 to 1) of a stage is. */
function overallFraction(stage: Stage, within: number): number {
  let before = 0;
  for (const each of STAGES) {
    if (each === stage) {
      return Math.min(1, before + WEIGHTS[each] * Math.min(1, Math.max(0, within)));
    }
    before += WEIGHTS[each];
  }
  return before;
}

/** Tells how much of a stage is done, 0 to 1; null while the recording's length is not known. */
export type Tell = (stage: Stage, within: number | null) => void;

/** Tells the whole's progress, which never goes back: not even when a recording is heard again by another model. */
export function createTell(onProgress: ((progress: Progress) => void) | undefined): Tell {
  let furthest = 0;
  return (stage, within) => {
    if (within !== null) {
      furthest = Math.max(furthest, overallFraction(stage, within));
    }
    onProgress?.({ stage, fraction: within === null ? null : furthest });
  };
}
