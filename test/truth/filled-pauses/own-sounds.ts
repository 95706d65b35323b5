/** Held sounds from the speaker's own voice: a tenth of a second of a vowel or hum, drawn out period by period. */
import type { Tracks } from '../../../src/report/index.ts';
import { SAMPLE_RATE_HZ } from '../../../src/speech/index.ts';
import { scaleTo, withRamps } from './made-sounds.ts';
import type { Random } from './random.ts';

const HOP = 160;
/** How much of the voice a held sound is drawn from. */
const PIECE_FRAMES = 9;
/** Vowels that people hesitate with lie in the middle: neither i nor u. Hz. */
const MIDDLE = { formant1: [380, 850], formant2: [950, 1900] } as const;
const HUM_LOW_BAND_DB = 9;
const MAX_PIECES = 12;

/** Where a voice is steadiest, in frames: vowels of the middle, and hums. */
export interface OwnPieces {
  readonly vowel: readonly number[];
  readonly nasal: readonly number[];
}

/** Finds the pieces, the steadiest first, none overlapping. */
export function findPieces(tracks: Tracks): OwnPieces {
  const vowel: Candidate[] = [];
  const nasal: Candidate[] = [];
  for (let from = 0; from + PIECE_FRAMES <= tracks.frames; from += 1) {
    const frames = Array.from({ length: PIECE_FRAMES }, (_, index) => from + index);
    const of = (track: Float32Array): readonly number[] => frames.map((frame) => track[frame] ?? 0);
    if (of(tracks.pitchHz).some((hz) => hz === 0) || of(tracks.voicing).some((voicing) => voicing < 0.8)) {
      continue;
    }
    const changeDb = mean(of(tracks.changeDb));
    if (mean(of(tracks.lowBandDb)) >= HUM_LOW_BAND_DB) {
      nasal.push({ from, changeDb });
    } else if (
      isWithin(of(tracks.formant1Hz), MIDDLE.formant1) &&
      isWithin(of(tracks.formant2Hz), MIDDLE.formant2)
    ) {
      vowel.push({ from, changeDb });
    }
  }
  return { vowel: steadiest(vowel), nasal: steadiest(nasal) };
}

/** The piece from frame `from` on drawn out to a length, at an RMS of 0.1, its pitch falling a little. */
export function drawOut(
  samples: Float32Array,
  tracks: Tracks,
  from: number,
  lengthSec: number,
  random: Random,
): Float32Array {
  const length = Math.round(lengthSec * SAMPLE_RATE_HZ);
  const output = new Float32Array(length);
  const pitches = Array.from({ length: PIECE_FRAMES }, (_, index) => tracks.pitchHz[from + index] ?? 0);
  const period = SAMPLE_RATE_HZ / mean(pitches);
  const firstCentre = from * HOP + period;
  const periods = Math.max(1, Math.floor((PIECE_FRAMES * HOP) / period) - 2);
  const fallSt = random.between(0.2, 1.2);
  const half = Math.round(period);
  let at = 0;
  while (at < length) {
    // Once through the piece, slowly, a little back and forth: the same period over and over would buzz.
    const share = Math.min(1, Math.max(0, at / length + random.between(-0.06, 0.06)));
    const centre = Math.round(firstCentre + Math.round(share * periods) * period);
    const height = 1 + 0.04 * random.between(-1, 1);
    for (let offset = -half; offset < half; offset += 1) {
      const target = Math.round(at) + offset;
      if (target >= 0 && target < length) {
        const window = 0.5 + 0.5 * Math.cos((Math.PI * offset) / half);
        output[target] = (output[target] ?? 0) + height * window * (samples[centre + offset] ?? 0);
      }
    }
    at += period * 2 ** ((fallSt * at) / length / 12) * (1 + 0.006 * random.between(-1, 1));
  }
  return scaleTo(withRamps(output, random), 0.1);
}

interface Candidate {
  readonly from: number;
  readonly changeDb: number;
}

function steadiest(candidates: readonly Candidate[]): readonly number[] {
  const chosen: number[] = [];
  for (const { from } of candidates.toSorted((a, b) => a.changeDb - b.changeDb)) {
    if (chosen.length < MAX_PIECES && chosen.every((other) => Math.abs(other - from) >= PIECE_FRAMES)) {
      chosen.push(from);
    }
  }
  return chosen;
}

function isWithin(values: readonly number[], [low, high]: readonly [number, number]): boolean {
  return values.every((value) => value >= low && value <= high);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
