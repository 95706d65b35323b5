/** Follows the pitch of a voice through the spectra of its frames. */
import type { Fourier } from '../fourier.ts';
import { SAMPLE_RATE_HZ } from '../grid.ts';
import { createCandidateFinder } from './candidates.ts';
import { createPitchPath } from './path.ts';

/** What counts as pitch. The defaults are those of Praat's `To Pitch (ac)`, but for the range. */
export interface PitchParameters {
  /** The lowest pitch in Hz. Three of its periods are looked at together. Default 65. */
  readonly minPitchHz: number;
  /** The highest pitch in Hz. Default 500. */
  readonly maxPitchHz: number;
  /** The strength of periodicity, 0 to 1, from which on a frame is rather voiced. Default 0.45. */
  readonly voicingThreshold: number;
  /** How much a pitch an octave higher is preferred, in units of strength. Default 0.01. */
  readonly octaveCost: number;
  /** What a jump by an octave from frame to frame costs, in units of strength. Default 0.35. */
  readonly octaveJumpCost: number;
  /** What a change between voiced and unvoiced costs, in units of strength. Default 0.14. */
  readonly voicedUnvoicedCost: number;
}

/** See {@link PitchParameters}. */
export const DEFAULT_PITCH: PitchParameters = Object.freeze({
  minPitchHz: 65,
  maxPitchHz: 500,
  voicingThreshold: 0.45,
  octaveCost: 0.01,
  octaveJumpCost: 0.35,
  voicedUnvoicedCost: 0.14,
});

/** Follows the pitch. */
export interface PitchFollower {
  /**
   * Takes the power spectrum of the next frame.
   *
   * @returns the strength of its strongest periodicity, 0 to 1
   */
  push(power: Float64Array): number;
  /** Hands out the rest. */
  end(): void;
}

/** A peak under half of the threshold never wins. */
const LEAST_SHARE_OF_THRESHOLD = 0.5;

/**
 * Samples of the window that the lowest pitch needs, and the size of the transform for it: large enough that the
 * autocorrelation of the window's beginning with its end does not run into the lags that are looked at.
 */
export function pitchWindow({ minPitchHz }: Pick<PitchParameters, 'minPitchHz'>): {
  readonly length: number;
  readonly transformSize: number;
} {
  const length = 2 * Math.round((1.5 * SAMPLE_RATE_HZ) / minPitchHz);
  const lags = Math.ceil(SAMPLE_RATE_HZ / minPitchHz) + 2;
  return { length, transformSize: 2 ** Math.ceil(Math.log2(length + lags)) };
}

/**
 * See {@link PitchFollower}.
 *
 * @param taperPower the power spectrum of the taper of the frames
 * @param onPitch gets the pitch of each frame in order, some frames later; 0 for unvoiced
 */
export function createPitchFollower(
  { fourier, taperPower }: { readonly fourier: Fourier; readonly taperPower: Float64Array },
  parameters: PitchParameters,
  onPitch: (hz: number) => void,
): PitchFollower {
  const { minPitchHz: minHz, maxPitchHz: maxHz, voicingThreshold } = parameters;
  const lags = new Float64Array(Math.ceil(SAMPLE_RATE_HZ / minHz) + 2);
  const taperLags = new Float64Array(lags.length);
  fourier.autocorrelationOf(taperPower, taperLags);
  const minStrength = LEAST_SHARE_OF_THRESHOLD * voicingThreshold;
  const finder = createCandidateFinder(taperLags, { ...parameters, minHz, maxHz, minStrength });
  const path = createPitchPath({ ...parameters, maxHz }, onPitch);
  return {
    push(power) {
      fourier.autocorrelationOf(power, lags);
      const candidates = finder.find(lags);
      path.push(candidates);
      let strongest = 0;
      for (let index = 0; index < candidates.count; index += 1) {
        strongest = Math.max(strongest, candidates.strength[index] ?? 0);
      }
      return strongest;
    },
    end: () => path.end(),
  };
}
