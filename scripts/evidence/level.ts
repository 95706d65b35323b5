/** How loud a passage is. */

/** Root mean square level in decibels under full scale; -Infinity for digital silence. */
export function levelDbfs(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) {
    sum += sample * sample;
  }
  return 10 * Math.log10(sum / Math.max(1, samples.length));
}
