/** Sounds with exactly known pitch, formants and level, for the tests of what is measured from the sound. */

const RATE_HZ = 16_000;

/** A vowel, as it is made. */
export interface MadeVowel {
  /** Pitch in Hz at a time in seconds. */
  readonly pitchHz: number | ((sec: number) => number);
  readonly durationSec: number;
  /** Peaks of its spectrum in Hz. Default: those of a neutral vowel. */
  readonly formantsHz?: readonly number[];
  /** RMS in dBFS. Default -20. */
  readonly levelDb?: number;
  /** Harmonics that are left out, 1 for the fundamental. */
  readonly without?: readonly number[];
}

const NEUTRAL_HZ = [500, 1500, 2500, 3500] as const;
const FORMANT_WIDTH_HZ = 90;
const TOP_HZ = 7000;
/** For 5 ms harmonics keep their strength while their pitch moves on. */
const STEADY_SAMPLES = 80;

/** A sum of harmonics, shaped by formants; it begins and ends with 10 ms ramps. */
export function vowel(made: MadeVowel): Float32Array {
  const { pitchHz, durationSec, formantsHz = NEUTRAL_HZ, levelDb = -20, without = [] } = made;
  const samples = new Float64Array(Math.round(durationSec * RATE_HZ));
  let phase = 0;
  let strengths: readonly number[] = [];
  for (let at = 0; at < samples.length; at += 1) {
    const hz = typeof pitchHz === 'number' ? pitchHz : pitchHz(at / RATE_HZ);
    if (at % STEADY_SAMPLES === 0) {
      strengths = Array.from({ length: Math.floor(TOP_HZ / hz) }, (_, index) =>
        without.includes(index + 1) ? 0 : strengthAt((index + 1) * hz, formantsHz),
      );
    }
    phase += (2 * Math.PI * hz) / RATE_HZ;
    samples[at] = harmonicSum(phase, strengths);
  }
  const ramp = 0.01 * RATE_HZ;
  const ramped = samples.map((sample, at) => sample * Math.min(1, at / ramp, (samples.length - at) / ramp));
  return toLevel(ramped, levelDb);
}

/** White noise, the same every time. `levelDb` is its RMS in dBFS. */
export function noise(durationSec: number, levelDb: number, seed = 1): Float32Array {
  const random = randomFrom(seed);
  const samples = Float64Array.from({ length: Math.round(durationSec * RATE_HZ) }, () => random() - 0.5);
  return toLevel(samples, levelDb);
}

/** A sine of an RMS in dBFS. */
export function tone(durationSec: number, hz: number, levelDb: number): Float32Array {
  const amplitude = Math.SQRT2 * 10 ** (levelDb / 20);
  return Float32Array.from(
    { length: Math.round(durationSec * RATE_HZ) },
    (_, at) => amplitude * Math.sin((2 * Math.PI * hz * at) / RATE_HZ),
  );
}

/** Digital silence. */
export function silence(durationSec: number): Float32Array {
  return new Float32Array(Math.round(durationSec * RATE_HZ));
}

/** Sounds one after the other. */
export function join(...sounds: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(sounds.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sound of sounds) {
    whole.set(sound, at);
    at += sound.length;
  }
  return whole;
}

/** Sounds at the same time, as long as the first. */
export function mix(first: Float32Array, ...others: readonly Float32Array[]): Float32Array {
  return first.map((sample, at) => others.reduce((sum, other) => sum + (other[at] ?? 0), sample));
}

/** A few syllables as somebody might say them, different for each seed: vowels of a gliding pitch, hisses, gaps. */
export function madeSpeech(seed: number, syllables = 8): Float32Array {
  const random = randomFrom(seed);
  const between = (low: number, high: number): number => low + (high - low) * random();
  const base = between(90, 230);
  const parts = Array.from({ length: syllables }, () => {
    const [from, to] = [base * between(0.8, 1.25), base * between(0.8, 1.25)];
    const durationSec = between(0.1, 0.3);
    return [
      noise(between(0.03, 0.12), between(-45, -30), Math.ceil(1000 * random())),
      vowel({
        pitchHz: (sec) => from + ((to - from) * sec) / durationSec,
        durationSec,
        formantsHz: [between(280, 750), between(900, 2200), 2600, 3500],
        levelDb: between(-26, -16),
      }),
      noise(between(0.02, 0.3), -70, Math.ceil(1000 * random())),
    ];
  });
  return join(...parts.flat());
}

/** Harmonics in phases that do not line up, as in a room. */
function harmonicSum(phase: number, strengths: readonly number[]): number {
  // Powers of a rotation: a sine for each would take ten times as long.
  const stepRe = Math.cos(phase);
  const stepIm = Math.sin(phase);
  let re = 1;
  let im = 0;
  let sum = 0;
  for (let index = 0; index < strengths.length; index += 1) {
    const turned = re * stepRe - im * stepIm;
    im = re * stepIm + im * stepRe;
    re = turned;
    sum += (strengths[index] ?? 0) * (index % 2 === 0 ? im : re);
  }
  return sum;
}

function strengthAt(hz: number, formantsHz: readonly number[]): number {
  return formantsHz.reduce(
    (sum, formantHz) => sum + 500 / formantHz / (1 + ((hz - formantHz) / FORMANT_WIDTH_HZ) ** 2),
    0.01,
  );
}

function toLevel(samples: Float64Array, levelDb: number): Float32Array {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const gain = 10 ** (levelDb / 20) / Math.sqrt(power);
  return Float32Array.from(samples, (sample) => sample * gain);
}

/** Numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
