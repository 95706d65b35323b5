/** Sounds without a voice, made here, the same ones every time. */
import { SAMPLE_RATE_HZ } from '../../src/speech/index.ts';

/** A part of a sound: the sample at a time, which only grows. */
type Source = (sec: number) => number;

/** So many seconds of a source. */
export function sound(durationSec: number, source: Source): Float32Array {
  return Float32Array.from({ length: Math.round(durationSec * SAMPLE_RATE_HZ) }, (_, index) =>
    source(index / SAMPLE_RATE_HZ),
  );
}

/** Hiss: every pitch as loud as the other. */
export function whiteNoise(level: number): Source {
  const random = createRandom();
  return () => level * (2 * random() - 1);
}

/** The rush of wind or a fan: the deeper, the louder (P. Kellet's filter, -3 dB an octave). */
export function pinkNoise(level: number): Source {
  const random = createRandom();
  let [slow, middle, fast] = [0, 0, 0];
  return () => {
    const white = 2 * random() - 1;
    slow = 0.997_65 * slow + 0.099_046 * white;
    middle = 0.963 * middle + 0.296_516_4 * white;
    fast = 0.57 * fast + 1.052_691_3 * white;
    return level * 0.2 * (slow + middle + fast + 0.1848 * white);
  };
}

/** The hum of mains: 120 Hz and two overtones. Where it begins it passes for a voice, for a third of a second. */
export function mainsHum(level: number): Source {
  return (sec) => level * (0.6 * sine(120, sec) + 0.4 * sine(240, sec) + 0.2 * sine(360, sec));
}

/** A tune on a plucked string, four notes a second, over a held chord. */
export function music(level: number): Source {
  const noteHz = [220, 261.6, 329.6, 440, 392, 329.6, 293.7, 246.9];
  return (sec) => {
    const note = noteHz[Math.floor(sec * 4) % noteHz.length] ?? 220;
    const plucked = tone(note, sec, 6) * Math.exp(-6 * (sec % 0.25));
    const chord = tone(110, sec, 4) + tone(164.8, sec, 4) + tone(220, sec, 4);
    return level * (0.6 * plucked + 0.12 * chord);
  };
}

/** A tone with overtones, each softer than the one under it. */
function tone(hz: number, sec: number, overtones: number): number {
  let sum = 0;
  for (let number = 1; number <= overtones; number += 1) {
    sum += sine(hz * number, sec) / number;
  }
  return sum / 2;
}

function sine(hz: number, sec: number): number {
  return Math.sin(2 * Math.PI * hz * sec);
}

/** The same numbers from 0 to 1 every time (a linear congruential generator: Numerical Recipes). */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
