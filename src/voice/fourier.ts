/** The Fourier transform of real signals by fft.js: power spectra, and the way back from them to autocorrelations. */
import FFT from 'fft.js';

/** Transforms of one size; it keeps its buffers, so that a frame costs no memory. */
export interface Fourier {
  /** The length of the transform; a spectrum has half as many bins and one more. */
  readonly size: number;
  /** Puts the power spectrum of `signal`, filled up with zeros, into `power`. */
  powerOf(signal: Float64Array, power: Float64Array): void;
  /** Puts the autocorrelation that belongs to a power spectrum into `lags`, as many as it has; at most half the size. */
  autocorrelationOf(power: Float64Array, lags: Float64Array): void;
}

/** See {@link Fourier}. `size` is a power of two. */
export function createFourier(size: number): Fourier {
  const fft = new FFT(size);
  const real = new Float64Array(size);
  const complex = new Float64Array(2 * size);
  const transform = (): void => {
    fft.realTransform(complex, real);
  };
  return Object.freeze({
    size,
    powerOf(signal: Float64Array, power: Float64Array): void {
      real.set(signal);
      real.fill(0, signal.length);
      transform();
      for (let bin = 0; bin < power.length; bin += 1) {
        const re = complex[2 * bin] ?? 0;
        const im = complex[2 * bin + 1] ?? 0;
        power[bin] = re * re + im * im;
      }
    },
    autocorrelationOf(power: Float64Array, lags: Float64Array): void {
      // A power spectrum is real and even, so the forward transform is the inverse one, times the size.
      real[0] = power[0] ?? 0;
      for (let bin = 1; bin < power.length; bin += 1) {
        const value = power[bin] ?? 0;
        real[bin] = value;
        real[size - bin] = value;
      }
      transform();
      for (let lag = 0; lag < lags.length; lag += 1) {
        lags[lag] = (complex[2 * lag] ?? 0) / size;
      }
    },
  });
}
