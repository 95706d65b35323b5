/**
 * Pitch candidates of one frame: the peaks of its autocorrelation divided by that of the window (Boersma 1993,
 * "Accurate short-term analysis of the fundamental frequency and the harmonics-to-noise ratio of a sampled sound").
 */
import { SAMPLE_RATE_HZ } from '../grid.ts';

/** How many candidates of a frame are looked at; more never win. */
export const MAX_CANDIDATES = 8;

/** The candidates of one frame, strongest first; used again for the next frame. */
export interface Candidates {
  count: number;
  readonly hz: Float64Array;
  /** The height of the peak: the share of the power that repeats with that period, up to 1. */
  readonly strength: Float64Array;
}

/** Finds candidates. */
export interface CandidateFinder {
  /** The autocorrelation must reach so many lags. */
  readonly lags: number;
  /** The candidates of a frame from its autocorrelation, which is of the windowed frame. */
  find(autocorrelation: Float64Array): Candidates;
}

/** What is looked for. */
export interface CandidateOptions {
  readonly minHz: number;
  readonly maxHz: number;
  /** Peaks lower than this are none. */
  readonly minStrength: number;
  /** What an octave down costs: of a period and its double, the shorter one is meant. */
  readonly octaveCost: number;
}

/**
 * See {@link CandidateFinder}.
 *
 * @param windowLags the autocorrelation of the window itself
 */
export function createCandidateFinder(windowLags: Float64Array, options: CandidateOptions): CandidateFinder {
  const { minHz, maxHz, minStrength, octaveCost } = options;
  const minLag = Math.floor(SAMPLE_RATE_HZ / maxHz);
  const maxLag = Math.ceil(SAMPLE_RATE_HZ / minHz);
  const lags = maxLag + 2;
  const correction = Float64Array.from(
    { length: lags },
    (_, lag) => (windowLags[0] ?? 0) / (windowLags[lag] ?? 1),
  );
  const found: Candidates = {
    count: 0,
    hz: new Float64Array(MAX_CANDIDATES),
    strength: new Float64Array(MAX_CANDIDATES),
  };
  const ranks = new Float64Array(MAX_CANDIDATES);

  /** Keeps the list sorted by rank; the weakest falls out when it is full. */
  const insert = (hz: number, strength: number): void => {
    const rank = strength - octaveCost * Math.log2(maxHz / hz);
    let at = found.count;
    if (at === MAX_CANDIDATES) {
      at -= 1;
      if (rank <= (ranks[at] ?? 0)) {
        return;
      }
    } else {
      found.count += 1;
    }
    for (; at > 0 && (ranks[at - 1] ?? 0) < rank; at -= 1) {
      ranks[at] = ranks[at - 1] ?? 0;
      found.hz[at] = found.hz[at - 1] ?? 0;
      found.strength[at] = found.strength[at - 1] ?? 0;
    }
    ranks[at] = rank;
    found.hz[at] = hz;
    found.strength[at] = strength;
  };

  return Object.freeze({
    lags,
    find(autocorrelation: Float64Array): Candidates {
      found.count = 0;
      const power = autocorrelation[0] ?? 0;
      if (power <= 0) {
        return found;
      }
      let before = ((autocorrelation[minLag - 1] ?? 0) * (correction[minLag - 1] ?? 0)) / power;
      let here = ((autocorrelation[minLag] ?? 0) * (correction[minLag] ?? 0)) / power;
      for (let lag = minLag; lag <= maxLag; lag += 1) {
        const after = ((autocorrelation[lag + 1] ?? 0) * (correction[lag + 1] ?? 0)) / power;
        if (here >= minStrength && here > before && here >= after) {
          // The peak of the parabola through the three.
          const shift = (before - after) / (2 * (before - 2 * here + after));
          const peak = here - ((before - after) * shift) / 4;
          const hz = SAMPLE_RATE_HZ / (lag + shift);
          if (hz >= minHz && hz <= maxHz) {
            // A peak over 1 is an artefact of a rising level; the higher, the less it is worth.
            insert(hz, peak > 1 ? 1 / peak : peak);
          }
        }
        before = here;
        here = after;
      }
      return found;
    },
  });
}
