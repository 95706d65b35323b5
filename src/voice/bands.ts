/** What the bands of a spectrum say about the sound of a frame: hum or vowel, dark or bright, voice or hiss. */

/** See the tracks of the same names. */
export interface BandLevels {
  lowBandDb: number;
  tiltDb: number;
  highBandDb: number;
  /** Level of 0.3–2.5 kHz, where vowels and sonorants are, in dBFS; `-Infinity` in digital silence. */
  sonorantDb: number;
}

/** Makes a function from a spectrum to its bands; it fills one object again and again. */
export function createBands(binHz: number): (power: Float64Array) => Readonly<BandLevels> {
  const found: BandLevels = { lowBandDb: NaN, tiltDb: NaN, highBandDb: NaN, sonorantDb: NaN };
  const sum = (power: Float64Array, fromHz: number, toHz: number): number => {
    const end = Math.round(toHz / binHz);
    let total = 0;
    for (let bin = Math.round(fromHz / binHz); bin < end; bin += 1) {
      total += power[bin] ?? 0;
    }
    return total;
  };
  return (power) => {
    const first = sum(power, 100, 300);
    const second = sum(power, 300, 450);
    const third = sum(power, 450, 1000);
    const fourth = sum(power, 1000, 2500);
    const to1000 = first + second + third;
    const to4000 = fourth + sum(power, 2500, 4000);
    found.lowBandDb = ratioDb(first + second, third + fourth);
    found.tiltDb = ratioDb(to4000, to1000);
    found.highBandDb = ratioDb(sum(power, 4000, 8000), to1000 + to4000);
    found.sonorantDb = 10 * Math.log10(second + third + fourth);
    return found;
  };
}

/** `NaN` where there is nothing to compare. */
function ratioDb(above: number, below: number): number {
  return below > 0 ? 10 * Math.log10(above / below) : NaN;
}
