/** How far up a recording has sound, from the mean of all its spectra. */

/** Takes the spectra of all frames. */
export interface BandwidthMeter {
  push(power: Float64Array): void;
  /** Upper edge in Hz of the highest band with sound; null in digital silence. */
  end(): number | null;
}

const BAND_HZ = 250;
/**
 * A band with sound is at most so far under the strongest. Hisses of full-band speech are 20 to 40 dB under its vowels
 * up to 8 kHz; what a resampler leaves over the top of telephone sound is 60 dB and more under them.
 */
const RANGE_DB = 50;

/** See {@link BandwidthMeter}. */
export function createBandwidthMeter(binHz: number, bins: number): BandwidthMeter {
  const total = new Float64Array(bins);
  return {
    push(power) {
      for (let bin = 0; bin < bins; bin += 1) {
        total[bin] = (total[bin] ?? 0) + (power[bin] ?? 0);
      }
    },
    end() {
      const perBand = Math.round(BAND_HZ / binHz);
      const bands = Array.from({ length: Math.floor((bins - 1) / perBand) }, (_, band) =>
        total.subarray(band * perBand, (band + 1) * perBand).reduce((sum, power) => sum + power, 0),
      );
      const least = Math.max(...bands) * 10 ** (-RANGE_DB / 10);
      const highest = bands.findLastIndex((power) => power > 0 && power >= least);
      return highest === -1 ? null : (highest + 1) * perBand * binHz;
    },
  };
}
