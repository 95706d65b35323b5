/** The best place to cut sound that must be cut: where it is quietest. */
import { SAMPLE_RATE_HZ } from './recognizer.ts';

const WINDOW_SAMPLES = 0.03 * SAMPLE_RATE_HZ;

/** The middle of the quietest 30 ms between two samples. */
export function quietestSample(samples: Float32Array, from: number, to: number): number {
  let best = Math.floor((from + to) / 2);
  let least = Infinity;
  for (let start = Math.floor(from); start + WINDOW_SAMPLES <= to; start += WINDOW_SAMPLES) {
    let energy = 0;
    for (let index = start; index < start + WINDOW_SAMPLES; index += 1) {
      energy += (samples[index] ?? 0) ** 2;
    }
    if (energy < least) {
      least = energy;
      best = start + WINDOW_SAMPLES / 2;
    }
  }
  return best;
}
