/** What speaks for and against a held sound being a filled pause: each sign is a number of about the same size. */
import { lengthMs } from '../span.ts';
import type { HeldSound } from './held-sounds.ts';
import type { WordRoom } from './word-room.ts';

/** The signs of one sound. */
export interface Signs {
  /** How often its length doubles a quarter of a second; negative for a shorter one. */
  readonly length: number;
  /** Median change of the spectrum, in dB. */
  readonly change: number;
  /**
   * How far words account for it, 0 to 1: half by lying over it, half by needing it. A recogniser that drops an "um"
   * stretches a word over it, so neither alone decides.
   */
  readonly words: number;
  /** Silence before it or after it, whichever is longer; 1 from a fifth of a second on. */
  readonly silence: number;
  /** How far its vowel lies outside the middle, where people hesitate; 0 for a hum, about 1 for i and u. */
  readonly strange: number;
  /** 1 when the recogniser wrote a sound of hesitation there, else 0. */
  readonly written: number;
}

const LENGTH_MS = 250;
const SILENCE_MS = 200;
/** The middle of the vowels ə, ʌ, ɐ, э in Hz, and how far on a logarithmic scale they reach around it. */
const MIDDLE = { formant1Hz: 560, formant2Hz: 1400 } as const;
const MIDDLE_REACH = { formant1: 0.45, formant2: 0.35 } as const;

/** Reads the signs of a sound. */
export function signsOf(sound: HeldSound, room: WordRoom): Signs {
  const silenceMs = Math.max(sound.silenceBeforeMs, sound.silenceAfterMs);
  return {
    length: Math.log2(lengthMs(sound) / LENGTH_MS),
    change: sound.changeDb,
    words: (room.coveredShare(sound) + room.neededShare(sound)) / 2,
    silence: Math.min(1, silenceMs / SILENCE_MS),
    strange: strangeness(sound),
    written: room.writtenAt(sound) === undefined ? 0 : 1,
  };
}

function strangeness({ kind, formant1Hz, formant2Hz }: HeldSound): number {
  if (kind === 'nasal' || formant1Hz === 0 || formant2Hz === 0) {
    return 0;
  }
  const first = Math.log(formant1Hz / MIDDLE.formant1Hz) / MIDDLE_REACH.formant1;
  const second = Math.log(formant2Hz / MIDDLE.formant2Hz) / MIDDLE_REACH.formant2;
  return Math.max(0, Math.hypot(first, second) - 1);
}
