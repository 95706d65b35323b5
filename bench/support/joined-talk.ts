/**
 * A long talk with known words and known pauses: the recorded prompts of one voice one after another, with pauses of
 * 0.15 to 1.75 s between them, a soft hiss over all. The same bytes every time.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_RATE_HZ } from '../../src/speech/index.ts';
import type { PromptLanguage } from './prompts.ts';
import { fetchPrompts } from './prompts.ts';
import { readWav, writeWav } from './wav.ts';

/** One prompt in the talk, from its first sound to its last. */
interface Utterance {
  readonly text: string;
  readonly startSec: number;
  readonly endSec: number;
}

/** A talk on disk. */
export interface JoinedTalk {
  readonly language: PromptLanguage;
  /** 16 kHz mono 16-bit WAV. */
  readonly wav: string;
  readonly durationSec: number;
  /** In order. */
  readonly utterances: readonly Utterance[];
  /** All that is said. */
  readonly text: string;
  /** Deletes the file. */
  remove(): void;
}

/** Longer prompts are left out: the recognisers that it is used on hear 30 s at a time. */
const MAX_PROMPT_SEC = 30;
/** A prompt begins and ends where 10 ms of it are as loud as this, in dB under full scale. */
const AUDIBLE_DB = -50;
const STEP = SAMPLE_RATE_HZ / 100;
const HISS_LEVEL = 0.001;

/**
 * Makes the talk: some 13 minutes, or the beginning of it.
 *
 * @throws Error when the prompts are out of reach
 */
export function makeJoinedTalk(language: PromptLanguage, maxMinutes = Infinity): JoinedTalk {
  const random = createRandom();
  const parts: Float32Array[] = [];
  const utterances: Utterance[] = [];
  let length = 0;
  const add = (part: Float32Array): void => {
    parts.push(part);
    length += part.length;
  };
  for (const { wav, text, durationSec } of fetchPrompts(language)) {
    if (durationSec < MAX_PROMPT_SEC && length <= maxMinutes * 60 * SAMPLE_RATE_HZ) {
      add(new Float32Array(Math.round((0.15 + 1.6 * random() ** 2) * SAMPLE_RATE_HZ)));
      const startSec = length / SAMPLE_RATE_HZ;
      add(audiblePart(readWav(wav)));
      // A prompt of silence only makes the pause longer.
      if (text !== '') {
        utterances.push({ text, startSec, endSec: length / SAMPLE_RATE_HZ });
      }
    }
  }
  const samples = new Float32Array(length);
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  const folder = mkdtempSync(join(tmpdir(), 'speech-coach-joined-'));
  const wav = join(folder, `joined-${language}.wav`);
  writeWav(
    wav,
    samples.map((sample) => sample + (2 * random() - 1) * HISS_LEVEL),
  );
  return {
    language,
    wav,
    durationSec: length / SAMPLE_RATE_HZ,
    utterances,
    text: utterances.map(({ text }) => text).join(' '),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

function audiblePart(samples: Float32Array): Float32Array {
  let from = 0;
  let to = samples.length;
  while (from + STEP < to && levelDb(samples, from) < AUDIBLE_DB) {
    from += STEP;
  }
  while (to - STEP > from && levelDb(samples, to - STEP) < AUDIBLE_DB) {
    to -= STEP;
  }
  return samples.subarray(from, to);
}

function levelDb(samples: Float32Array, from: number): number {
  let sum = 0;
  for (const sample of samples.subarray(from, from + STEP)) {
    sum += sample ** 2;
  }
  return 10 * Math.log10(sum / STEP + 1e-10);
}

/** The same numbers from 0 to 1 every time (the generator of the C standard, in doubles). */
function createRandom(): () => number {
  let state = 7;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
