/** How fast the shape of the spectrum changes: held sounds stand still, speech moves on every tenth of a second. */

/** Takes the spectra of all frames in order; hands out the change of each, some frames later. */
export interface ChangeMeter {
  push(power: Float64Array): void;
  /** Hands out the rest. */
  end(): void;
}

/** Bands on the mel scale: as wide as an ear's filters, so that a gliding pitch alone changes little. */
const BANDS = 16;
const FROM_HZ = 100;
const TO_HZ = 4000;
/** A band 40 dB under the whole spectrum counts for nothing: what lies there is the noise of the room. */
const FLOOR = 1e-4;
/** The two spectra that are compared lie so many frames before and after. */
const REACH = 3;

/** See {@link ChangeMeter}. `onChange` gets dB; `NaN` next to digital silence, and where one of the two is missing. */
export function createChangeMeter(binHz: number, onChange: (changeDb: number) => void): ChangeMeter {
  const filters = Array.from({ length: BANDS }, (_, band) => filter(band, binHz));
  const span = 2 * REACH + 1;
  const shapes = Array.from({ length: span }, () => new Float64Array(BANDS));
  let frames = 0;

  /** Levels in dB, their mean taken out; all `NaN` in digital silence. */
  const takeShape = (power: Float64Array, shape: Float64Array): void => {
    let total = 0;
    for (const [band, { firstBin, weights }] of filters.entries()) {
      let sum = 0;
      for (let at = 0; at < weights.length; at += 1) {
        sum += (weights[at] ?? 0) * (power[firstBin + at] ?? 0);
      }
      shape[band] = sum;
      total += sum;
    }
    if (total === 0) {
      shape.fill(NaN);
      return;
    }
    let mean = 0;
    for (let band = 0; band < BANDS; band += 1) {
      const levelDb = 10 * Math.log10((shape[band] ?? 0) / total + FLOOR);
      shape[band] = levelDb;
      mean += levelDb / BANDS;
    }
    for (let band = 0; band < BANDS; band += 1) {
      shape[band] = (shape[band] ?? 0) - mean;
    }
  };

  const shapeOf = (frame: number): Float64Array | undefined => shapes[frame % span];

  const compare = (frame: number): void => {
    const before = shapeOf(frame - REACH);
    const after = shapeOf(frame + REACH);
    if (before === undefined || after === undefined) {
      onChange(NaN);
      return;
    }
    let sum = 0;
    for (let band = 0; band < BANDS; band += 1) {
      sum += ((after[band] ?? 0) - (before[band] ?? 0)) ** 2;
    }
    onChange(Math.sqrt(sum / BANDS));
  };

  return {
    push(power) {
      takeShape(power, shapeOf(frames) ?? new Float64Array(BANDS));
      frames += 1;
      const middle = frames - 1 - REACH;
      if (middle >= REACH) {
        compare(middle);
      } else if (middle >= 0) {
        onChange(NaN);
      }
    },
    end() {
      for (let left = Math.min(frames, REACH); left > 0; left -= 1) {
        onChange(NaN);
      }
    },
  };
}

/** One triangle on the mel scale, as weights from its first bin on. */
function filter(band: number, binHz: number): { readonly firstBin: number; readonly weights: Float64Array } {
  const step = (toMel(TO_HZ) - toMel(FROM_HZ)) / (BANDS + 1);
  const edgeHz = (index: number): number => fromMel(toMel(FROM_HZ) + index * step);
  const [low, middle, high] = [edgeHz(band), edgeHz(band + 1), edgeHz(band + 2)];
  const firstBin = Math.ceil(low / binHz);
  const lastBin = Math.floor(high / binHz);
  const weights = Float64Array.from({ length: lastBin - firstBin + 1 }, (_, at) => {
    const hz = (firstBin + at) * binHz;
    return hz < middle ? (hz - low) / (middle - low) : (high - hz) / (high - middle);
  });
  return { firstBin, weights };
}

function toMel(hz: number): number {
  return 2595 * Math.log10(1 + hz / 700);
}

function fromMel(mel: number): number {
  return 700 * (10 ** (mel / 2595) - 1);
}
