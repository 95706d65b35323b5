/** How much of its 30 seconds the encoder is given, and the sound as its mel graph takes it. */
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';

/** Frames of the mel spectrum in the 30 seconds that the model was trained on: one each 10 ms. */
export const MAX_FRAMES = 3_000;
export const MAX_SAMPLES = MAX_FRAMES * 160;

const SAMPLES_A_FRAME = 160;
/** The spectrum of a frame reaches this far to either side of it. */
const REACH = 200;
/** What the last frame reaches beyond its start, less what the first one lacks. */
const TAIL = 240;
/** Encoder positions are made of two frames each, and windows of whole half seconds. */
const FRAME_STEP = 50;
/** What the loudest sample of a chunk becomes. */
const LOUDEST = 0.5;
/**
 * Silence that the model needs behind speech to know that it has ended. With 1 s it makes a fifth more errors in the
 * Russian example talk, and as many on the recordings of real voices; an encoder run takes 5 % longer for it.
 */
const SILENCE_SEC = 2;

/** Frames for some sound: itself and two seconds of silence, in steps of half a second, at most all. */
export function fittedFrames(samples: number): number {
  const frames = (samples / SAMPLE_RATE_HZ + SILENCE_SEC) * 100;
  return Math.min(MAX_FRAMES, Math.ceil(frames / FRAME_STEP) * FRAME_STEP);
}

/** How many of the encoder's positions lie in the sound, not in the silence behind it. */
export function soundPositions(samples: number, frames: number): number {
  return Math.min(frames / 2, Math.ceil(samples / (2 * SAMPLES_A_FRAME)));
}

/**
 * The input of the mel graph: the sound's start mirrored before it, silence behind it, and its loudest sample at half
 * of what is possible. The model was meant to hear all levels alike, and does not quite.
 */
export function paddedSound(samples: Float32Array, frames: number): Float32Array {
  const padded = new Float32Array(frames * SAMPLES_A_FRAME + TAIL);
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const gain = loudest === 0 ? 1 : LOUDEST / loudest;
  for (let index = REACH; index < padded.length; index += 1) {
    padded[index] = (samples[index - REACH] ?? 0) * gain;
  }
  for (let index = 0; index < REACH; index += 1) {
    padded[index] = padded[2 * REACH - index] ?? 0;
  }
  return padded;
}
