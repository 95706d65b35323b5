/** The one form of sound that leaves this part: 16 kHz mono float samples from -1 to 1. */

/** Samples per second. */
export const SAMPLE_RATE_HZ = 16_000;

/** Samples in a block: one second. The last block of a recording may be shorter. */
export const BLOCK_SAMPLES = SAMPLE_RATE_HZ;
