/** The grid that all tracks lie on: 16 kHz sound, a frame every 10 ms, measured around the middle of its 10 ms. */

/** The sound that is tracked has this many samples a second. */
export const SAMPLE_RATE_HZ = 16_000;

/** Samples from one frame to the next; `TRACK_HOP_SEC` of the report's tracks. */
export const HOP_SAMPLES = 160;
