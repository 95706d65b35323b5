/** Small statistics over numbers. */

/** The arithmetic mean; NaN of none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The standard deviation, of these values as they are, not of a sample's population; NaN of none. */
export function standardDeviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** Standard deviation divided by the mean: how much values vary, whatever their size. NaN of none. */
export function coefficientOfVariation(values: readonly number[]): number {
  return standardDeviation(values) / mean(values);
}

/**
 * The value below which a share of all values lies, between neighbours by proportion.
 *
 * @param share 0 to 1; 0.5 is the median
 * @returns NaN of none
 */
export function quantile(values: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (high - low) * (place - Math.floor(place));
}
