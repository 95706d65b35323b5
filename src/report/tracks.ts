/** Tracks: what is measured from the sound alone, one value every 10 ms; and the bytes that they are kept as. */
import type { SoundFacts } from './sound-facts.ts';

/** Time from one frame to the next, in seconds. */
export const TRACK_HOP_SEC = 0.01;

/** The level of digital silence, and of everything below it, in dBFS. */
export const MIN_LEVEL_DB = -120;

/**
 * The tracks of a recording. Frame `i` stands for the time from `i` to `i + 1` hops; its values are measured around
 * the middle of that. All frame arrays have `frames` values.
 */
export interface Tracks {
  /** Always {@link TRACK_HOP_SEC}. */
  readonly hopSec: number;
  readonly frames: number;
  /** Pitch in Hz, 65 to 500 unless the tracker was told otherwise; 0 where the sound has none (unvoiced, silence). */
  readonly pitchHz: Float32Array;
  /** Strength of the strongest periodicity, 0 (noise, silence) to 1 (a pure tone); about 0.45 parts voiced from not. */
  readonly voicing: Float32Array;
  /** RMS of 25 ms in dBFS (a full-scale sine has -3); {@link MIN_LEVEL_DB} for digital silence. */
  readonly levelDb: Float32Array;
  /**
   * How much the shape of the spectrum changes, in dB: RMS difference, over bands of 0.1 to 4 kHz, between 30 ms
   * before and 30 ms after, overall level taken out. Held sounds are low, transitions high. `NaN` next to digital
   * silence.
   */
  readonly changeDb: Float32Array;
  /** First formant in Hz, 0 where the frame is unvoiced or no formant stands out. */
  readonly formant1Hz: Float32Array;
  /** Second formant in Hz, 0 where the frame is unvoiced or no formant stands out. */
  readonly formant2Hz: Float32Array;
  /** Level of 0.1–0.45 kHz minus level of 0.45–2.5 kHz, in dB: high in hums (m, n), low in open vowels. May be `NaN`. */
  readonly lowBandDb: Float32Array;
  /** Level of 1–4 kHz minus level of 0.1–1 kHz, in dB: how bright a voice is. `NaN` in digital silence. */
  readonly tiltDb: Float32Array;
  /** Level of 4–8 kHz minus level of 0.1–4 kHz, in dB: high in hisses (s, sh) and breaths. `NaN` in digital silence. */
  readonly highBandDb: Float32Array;
  /** Frames of the syllable nuclei, rising: voiced peaks of loudness with a dip between each two. */
  readonly nuclei: Uint32Array;
  readonly sound: SoundFacts;
}

/** The arrays with one value a frame, in the order in which they are packed. */
export const FRAME_TRACKS = [
  'pitchHz',
  'voicing',
  'levelDb',
  'changeDb',
  'formant1Hz',
  'formant2Hz',
  'lowBandDb',
  'tiltDb',
  'highBandDb',
] as const satisfies readonly (keyof Tracks)[];
