/** How far a recording is on its way. */

/** The stages of a recording's way, in order. */
const STAGES = ['identify', 'probe', 'transcribe', 'analyze'] as const;

/** See {@link STAGES}. */
export type Stage = (typeof STAGES)[number];

/** One step forward. */
export interface Progress {
  readonly stage: Stage;
  /** How much of the whole is done, 0 to 1; null while the recording's length is not known. */
  readonly fraction: number | null;
}

/** The share of the whole time that a stage takes, as measured on talks of minutes and more. */
const WEIGHTS: Readonly<Record<Stage, number>> = {
  identify: 0.01,
  probe: 0.01,
  transcribe: 0.97,
  analyze: 0.01,
};

/** The fraction of the whole that is done when `within` (0 to 1) of a stage is. */
export function overallFraction(stage: Stage, within: number): number {
  let before = 0;
  for (const each of STAGES) {
    if (each === stage) {
      return Math.min(1, before + WEIGHTS[each] * Math.min(1, Math.max(0, within)));
    }
    before += WEIGHTS[each];
  }
  return before;
}
