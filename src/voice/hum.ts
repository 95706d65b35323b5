/** Finds mains hum: 50 or 60 Hz with harmonics, standing out of what is heard in the quiet moments of a recording. */
import type { SoundFacts } from '../report/index.ts';
import { createFourier } from './fourier.ts';
import { SAMPLE_RATE_HZ } from './grid.ts';

/** Takes samples; says at the end whether they hum. */
export interface HumFinder {
  push(block: Float32Array): void;
  end(): SoundFacts['hum'];
}

/** Hum lies low, so a thousand samples a second are enough. */
const LOW_RATE_HZ = 1000;
const STEP = SAMPLE_RATE_HZ / LOW_RATE_HZ;
/** Taps of the filter that takes everything above half of that away. */
const TAPS = 16 * STEP + 1;
const CUTOFF_HZ = 420;
/** About a second of sound, so that 50 and 60 Hz lie ten bins apart. */
const LENGTH = 1024;
const HOP = LENGTH / 2;
const BIN_HZ = LOW_RATE_HZ / LENGTH;
/** Speech comes and goes, hum stays: what counts is what a bin has in the quietest quarter of the spectra. */
const QUIET_SHARE = 0.25;
const MIN_SPECTRA = 8;
/** Levels are counted in steps of one dB from here up. */
const LEAST_DB = -140;
const LEVELS = 160;

const MAINS_HZ = [50, 60] as const;
const HARMONICS = 5;
/** A harmonic stands out by so much over the median of its neighbours. */
const PROMINENCE_DB = 12;
/** Its own lobe, and the neighbours that it is held against, in bins around it. */
const LOBE = 2;
const NEIGHBOURS = 9;

/** See {@link HumFinder}. */
export function createHumFinder(): HumFinder {
  const taps = lowPass();
  const fourier = createFourier(LENGTH);
  const bins = LENGTH / 2 + 1;
  const taper = Float64Array.from(
    { length: LENGTH },
    (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / LENGTH),
  );
  const power = new Float64Array(bins);
  const tapered = new Float64Array(LENGTH);
  const low = new Float64Array(LENGTH);
  let filled = 0;
  /** How often each bin had each level. */
  const counts = new Uint32Array(bins * LEVELS);
  let spectra = 0;

  const takeSpectrum = (): void => {
    for (let at = 0; at < LENGTH; at += 1) {
      tapered[at] = (low[at] ?? 0) * (taper[at] ?? 0);
    }
    fourier.powerOf(tapered, power);
    for (let bin = 0; bin < bins; bin += 1) {
      // A sine's peak bin then has the sine's mean square.
      const level = 10 * Math.log10(((power[bin] ?? 0) * 8) / LENGTH ** 2);
      const slot = Math.max(0, Math.min(LEVELS - 1, Math.round(level - LEAST_DB)));
      counts[bin * LEVELS + slot] = (counts[bin * LEVELS + slot] ?? 0) + 1;
    }
    spectra += 1;
    low.copyWithin(0, HOP);
    filled = LENGTH - HOP;
  };

  const history = new Float64Array(TAPS);
  let at = 0;
  let untilNext = 0;

  /** The level that a quarter of the spectra do not exceed. */
  const quietDb = (bin: number): number => {
    let left = QUIET_SHARE * spectra;
    for (let slot = 0; slot < LEVELS; slot += 1) {
      left -= counts[bin * LEVELS + slot] ?? 0;
      if (left <= 0) {
        return LEAST_DB + slot;
      }
    }
    return LEAST_DB + LEVELS;
  };

  /** The level of a harmonic, null when it does not stand out. */
  const harmonicDb = (hz: number): number | null => {
    const middle = Math.round(hz / BIN_HZ);
    const around: number[] = [];
    let peak = -Infinity;
    for (let offset = -NEIGHBOURS; offset <= NEIGHBOURS; offset += 1) {
      if (Math.abs(offset) > LOBE) {
        around.push(quietDb(middle + offset));
      } else if (Math.abs(offset) <= 1) {
        peak = Math.max(peak, quietDb(middle + offset));
      }
    }
    const median = around.toSorted((one, other) => one - other)[NEIGHBOURS - LOBE] ?? peak;
    return peak - median >= PROMINENCE_DB && peak > LEAST_DB ? peak : null;
  };

  return {
    push(block) {
      for (const sample of block) {
        history[at] = sample;
        at = at === TAPS - 1 ? 0 : at + 1;
        if (untilNext > 0) {
          untilNext -= 1;
          continue;
        }
        untilNext = STEP - 1;
        let sum = 0;
        for (let tap = 0; tap < TAPS; tap += 1) {
          const from = at + tap;
          sum += (taps[tap] ?? 0) * (history[from < TAPS ? from : from - TAPS] ?? 0);
        }
        low[filled] = sum;
        filled += 1;
        if (filled === LENGTH) {
          takeSpectrum();
        }
      }
    },
    end() {
      if (spectra < MIN_SPECTRA) {
        return null;
      }
      const [best] = MAINS_HZ.map((mainsHz) => {
        const harmonics = Array.from({ length: HARMONICS }, (_, index) => harmonicDb(mainsHz * (index + 1)));
        const levels = harmonics.filter((level) => level !== null);
        const isHum = levels.length >= 2 || (levels.length === 1 && harmonics[0] !== null);
        const sum = levels.reduce((total, level) => total + 10 ** (level / 10), 0);
        return { mainsHz, harmonics: isHum ? levels.length : 0, levelDb: 10 * Math.log10(sum) };
      }).toSorted((one, other) => other.harmonics - one.harmonics || other.levelDb - one.levelDb);
      return best === undefined || best.harmonics === 0
        ? null
        : { mainsHz: best.mainsHz, levelDb: best.levelDb };
    },
  };
}

/** A windowed sinc with a gain of one. */
function lowPass(): Float64Array {
  const middle = (TAPS - 1) / 2;
  const taps = Float64Array.from({ length: TAPS }, (_, tap) => {
    const angle = 2 * Math.PI * (CUTOFF_HZ / SAMPLE_RATE_HZ) * (tap - middle);
    const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
    const phase = (2 * Math.PI * tap) / (TAPS - 1);
    return sinc * (0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase));
  });
  const gain = taps.reduce((sum, tap) => sum + tap, 0);
  return taps.map((tap) => tap / gain);
}
