/** Held sounds of a voice made from nothing: glottal pulses with jitter and shimmer through resonators. */
import type { FilledPause } from '../../../src/report/index.ts';
import { SAMPLE_RATE_HZ } from '../../../src/speech/index.ts';
import type { Random } from './random.ts';

/** What is made. */
export interface MadeSound {
  readonly kind: FilledPause['kind'];
  readonly lengthSec: number;
  /** At its start; it falls a little. */
  readonly pitchHz: number;
}

type Formants = readonly [number, number, number, number];

/** Of a man, in Hz; a woman's are about 15 % higher (Peterson & Barney 1952). */
const VOWELS: readonly [Formants, ...Formants[]] = [
  [500, 1500, 2500, 3500], // ə, as in "uh"
  [640, 1190, 2390, 3400], // ʌ
  [530, 1600, 2480, 3500], // ɛ, «э»
  [700, 1220, 2500, 3400], // ɐ, «а»
];
const HUM: Formants = [260, 1050, 2200, 3000];
const VOWEL_BANDWIDTHS: Formants = [70, 90, 140, 220];
const HUM_BANDWIDTHS: Formants = [60, 220, 260, 350];
/** The hum is softer than the vowel, above all higher up: the mouth is shut. */
const HUM_LEVEL = 0.55;
const TURN_SEC = 0.06;
const FEMALE_FROM_HZ = 155;
const JITTER = 0.008;
const SHIMMER = 0.05;
const BREATH = 0.015;

/** The sound, at an RMS of about 0.1. */
export function makeSound({ kind, lengthSec, pitchHz }: MadeSound, random: Random): Float32Array {
  const length = Math.round(lengthSec * SAMPLE_RATE_HZ);
  const scale = pitchHz >= FEMALE_FROM_HZ ? 1.15 : random.between(0.95, 1.05);
  const vowel = random.pick(VOWELS);
  const hum = humShares(kind, length, random);
  const source = glottalSource(length, pitchHz, random);
  let signal = source;
  for (const index of [0, 1, 2, 3] as const) {
    signal = resonate(
      signal,
      (at) => scale * mix(vowel[index], HUM[index], hum[at] ?? 0),
      (at) => mix(VOWEL_BANDWIDTHS[index], HUM_BANDWIDTHS[index], hum[at] ?? 0),
    );
  }
  const swell = random.between(1.5, 3);
  const phase = random.between(0, 6.28);
  const shaped = signal.map((value, at) => {
    const slow = 1 + 0.1 * Math.sin(2 * Math.PI * swell * (at / SAMPLE_RATE_HZ) + phase);
    return value * slow * mix(1, HUM_LEVEL, hum[at] ?? 0);
  });
  return scaleTo(withRamps(shaped, random), 0.1);
}

/** Fades in and out, as a voice does. */
export function withRamps(signal: Float32Array, random: Random): Float32Array {
  const [fadeIn, fadeOut] = [random.between(0.015, 0.04), random.between(0.02, 0.06)].map(
    (sec) => sec * SAMPLE_RATE_HZ,
  );
  return signal.map((value, at) => {
    const rise = Math.min(1, at / (fadeIn ?? 1));
    const fall = Math.min(1, (signal.length - at) / (fadeOut ?? 1));
    return value * Math.sin((Math.PI / 2) * rise) * Math.sin((Math.PI / 2) * fall);
  });
}

/** Scales a signal to an RMS. */
export function scaleTo(signal: Float32Array, rms: number): Float32Array {
  const power = signal.reduce((sum, value) => sum + value * value, 0) / Math.max(1, signal.length);
  const factor = power > 0 ? rms / Math.sqrt(power) : 0;
  return signal.map((value) => value * factor);
}

/** For each sample how far the mouth is shut: 0 in the vowel, 1 in the hum. */
function humShares(kind: FilledPause['kind'], length: number, random: Random): Float32Array {
  const turn = TURN_SEC * SAMPLE_RATE_HZ;
  const turnAt =
    kind === 'vowel' ? Infinity : kind === 'nasal' ? -Infinity : length * random.between(0.4, 0.6);
  return Float32Array.from({ length }, (_, at) => Math.min(1, Math.max(0, (at - turnAt) / turn + 0.5)));
}

/** The derivative of Rosenberg's pulse, period by period, and a little breath. */
function glottalSource(length: number, pitchHz: number, random: Random): Float32Array {
  const signal = new Float32Array(length);
  const fallSt = random.between(0.2, 1.5);
  const wobbleHz = random.between(1.5, 4);
  let start = 0;
  while (start < length) {
    const share = start / length;
    const wobble = 0.15 * Math.sin(2 * Math.PI * wobbleHz * (start / SAMPLE_RATE_HZ));
    const hz = pitchHz * 2 ** ((wobble - fallSt * share) / 12) * (1 + JITTER * random.between(-1, 1));
    const period = SAMPLE_RATE_HZ / hz;
    const height = 1 + SHIMMER * random.between(-1, 1);
    const [rise, fall] = [0.42 * period, 0.18 * period];
    for (let at = 0; at < period && start + at < length; at += 1) {
      const slope =
        at < rise
          ? (Math.PI / (2 * rise)) * Math.sin((Math.PI * at) / rise)
          : at < rise + fall
            ? -(Math.PI / (2 * fall)) * Math.sin((Math.PI * (at - rise)) / (2 * fall))
            : 0;
      signal[Math.floor(start) + at] = height * slope * period;
    }
    start += period;
  }
  return signal.map((value) => value + BREATH * random.between(-1, 1) * 10);
}

/** A resonator of two poles whose frequency may move. */
function resonate(
  input: Float32Array,
  frequencyHz: (at: number) => number,
  bandwidthHz: (at: number) => number,
): Float32Array {
  const output = new Float32Array(input.length);
  let [before, beforeThat] = [0, 0];
  for (const [at, value] of input.entries()) {
    const radius = Math.exp((-Math.PI * bandwidthHz(at)) / SAMPLE_RATE_HZ);
    const b = 2 * radius * Math.cos((2 * Math.PI * frequencyHz(at)) / SAMPLE_RATE_HZ);
    const c = -radius * radius;
    const now = (1 - b - c) * value + b * before + c * beforeThat;
    output[at] = now;
    [before, beforeThat] = [now, before];
  }
  return output;
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
