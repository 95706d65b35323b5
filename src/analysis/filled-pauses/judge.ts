/** How likely a held sound is a filled pause: a logistic sum of its signs, with fixed weights. */
import type { Signs } from './signs.ts';

/** From here on a sound is counted. */
export const COUNTED_FROM = 0.8;
/** From here on a sound is shown, as doubtful. */
export const SHOWN_FROM = 0.5;

/**
 * Log odds. They are fitted by `bench/filled-pause-weights.bench.ts` to sounds put into readings and to everything
 * that is held in the readings themselves, word ends drawn out on purpose included. Only `written` is set, and cautiously:
 * of 14 hesitations that Whisper printed when it was asked for them, 13 were really said.
 */
const BIAS = 3.68;
const WEIGHTS: Readonly<Record<keyof Signs, number>> = {
  length: 2.44,
  change: -1.57,
  words: -2.75,
  silence: 0.37,
  strange: -1.08,
  written: 1.5,
};

/** How likely the sound is a filled pause, 0 to 1. */
export function confidenceOf(signs: Signs): number {
  const logOdds =
    BIAS +
    WEIGHTS.length * signs.length +
    WEIGHTS.change * signs.change +
    WEIGHTS.words * signs.words +
    WEIGHTS.silence * signs.silence +
    WEIGHTS.strange * signs.strange +
    WEIGHTS.written * signs.written;
  return 1 / (1 + Math.exp(-logOdds));
}
