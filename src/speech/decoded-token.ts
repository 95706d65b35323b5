/** What decoding finds at each step, and what words are made of. */

/** One decoded token: its row of attention, and how likely it was. */
export interface DecodedToken {
  readonly token: number;
  /** Natural logarithm: 0 is certain. */
  readonly logProbability: number;
  /** Mean of the alignment heads over the encoder's frames. */
  readonly attention: Float32Array;
}
