/**
 * The first two formants of a voiced frame: peaks of a smooth envelope by linear prediction on the lower half of the
 * spectrum (selective linear prediction, Makhoul 1975).
 */
import { createFourier } from './fourier.ts';

/** See the tracks of the same names; 0 where no such peak stands out. */
export interface Formants {
  formant1Hz: number;
  formant2Hz: number;
}

/** The envelope covers 0 to 4 kHz, which holds four formants of a grown voice: two poles for each, two for the slope. */
const TOP_HZ = 4000;
const ORDER = 10;
/** Sharper peaks are single harmonics of a high voice. */
const SMOOTHING_HZ = 80;
const GRID = 128;
const FORMANT1_HZ = { min: 180, max: 1100 } as const;
const FORMANT2_HZ = { min: 550, max: 3000 } as const;

/** Makes a function from a power spectrum to formants; it fills one object again and again. */
export function createFormantFinder(binHz: number): (power: Float64Array) => Readonly<Formants> {
  const bins = Math.round(TOP_HZ / binHz) + 1;
  // The voice's source falls by some 6 dB an octave; without that the first formant hides the others.
  const emphasis = Float64Array.from(
    { length: bins },
    (_, bin) => 1 + 0.94 ** 2 - 2 * 0.94 * Math.cos((Math.PI * bin) / (bins - 1)),
  );
  const lagWindow = Float64Array.from({ length: ORDER + 1 }, (_, lag) =>
    Math.exp(-0.5 * ((Math.PI * SMOOTHING_HZ * lag) / TOP_HZ) ** 2),
  );
  const toLags = createFourier(2 * (bins - 1));
  const toEnvelope = createFourier(2 * GRID);
  const emphasised = new Float64Array(bins);
  const lags = new Float64Array(ORDER + 1);
  const predictor = new Float64Array(ORDER + 1);
  const mirror = new Float64Array(ORDER + 1);
  /** The inverse of the envelope at each point of the grid. */
  const inverse = new Float64Array(GRID + 1);
  const found: Formants = { formant1Hz: 0, formant2Hz: 0 };

  const takeLags = (power: Float64Array): void => {
    for (let bin = 0; bin < bins; bin += 1) {
      emphasised[bin] = (power[bin] ?? 0) * (emphasis[bin] ?? 0);
    }
    toLags.autocorrelationOf(emphasised, lags);
    for (let lag = 0; lag <= ORDER; lag += 1) {
      lags[lag] = (lags[lag] ?? 0) * (lagWindow[lag] ?? 0);
    }
  };

  /** Levinson and Durbin's recursion. */
  const predict = (): void => {
    predictor.fill(0);
    predictor[0] = 1;
    let error = lags[0] ?? 0;
    for (let order = 1; order <= ORDER; order += 1) {
      let sum = 0;
      for (let at = 0; at < order; at += 1) {
        sum += (predictor[at] ?? 0) * (lags[order - at] ?? 0);
      }
      const reflection = -sum / error;
      mirror.set(predictor);
      for (let at = 1; at <= order; at += 1) {
        predictor[at] = (mirror[at] ?? 0) + reflection * (mirror[order - at] ?? 0);
      }
      error *= 1 - reflection * reflection;
    }
  };

  /** How high the envelope is at a point of the grid, as a logarithm. */
  const heightAt = (point: number): number => -Math.log(inverse[point] ?? 1);

  return (power) => {
    found.formant1Hz = 0;
    found.formant2Hz = 0;
    takeLags(power);
    if ((lags[0] ?? 0) <= 0) {
      return found;
    }
    predict();
    toEnvelope.powerOf(predictor, inverse);
    for (let point = 1; point < GRID; point += 1) {
      const here = inverse[point] ?? 0;
      if (here < (inverse[point - 1] ?? 0) && here <= (inverse[point + 1] ?? 0)) {
        const [before, middle, after] = [heightAt(point - 1), heightAt(point), heightAt(point + 1)];
        const shift = (before - after) / (2 * (before - 2 * middle + after));
        const hz = ((point + shift) * TOP_HZ) / GRID;
        if (found.formant1Hz === 0 && hz >= FORMANT1_HZ.min && hz <= FORMANT1_HZ.max) {
          found.formant1Hz = hz;
        } else if (found.formant1Hz > 0 && hz >= FORMANT2_HZ.min && hz <= FORMANT2_HZ.max) {
          found.formant2Hz = hz;
          return found;
        }
      }
    }
    return found;
  };
}
