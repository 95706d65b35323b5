/** Puts held sounds into a recording that has none, and says exactly where; words and speech move along. */
import type { FilledPause, Tracks, Word } from '../../../src/report/index.ts';
import { SAMPLE_RATE_HZ } from '../../../src/speech/index.ts';
import { makeSound, scaleTo } from './made-sounds.ts';
import { drawOut, findPieces } from './own-sounds.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { Piece, Recording, WithSounds } from './splice.ts';
import { splice } from './splice.ts';

type Kind = FilledPause['kind'];

/** From one sound to the next at least so long. */
const APART_SEC = 5;
/** How far the recogniser's word border may be from the quietest moment. */
const BORDER_REACH_SEC = 0.05;
/** At so many of the places a word end is drawn out instead. */
const WORD_END_SHARE = 0.15;

/** Inserts about one sound every six seconds, the same ones for the same seed. */
export function insertSounds(recording: Recording, seed: number): WithSounds {
  const random = createRandom(seed);
  const pieces = choosePlaces(recording, random).map((place) =>
    place.place === 'word-end' ? drawnOutEnd(recording, place, random) : makePiece(recording, place, random),
  );
  return splice(recording, pieces);
}

type Place =
  | { readonly atSec: number; readonly place: 'alone' | 'attached' }
  | { readonly atSec: number; readonly place: 'word-end'; readonly fromFrame: number };

/** Between words: in silences, and at the quietest moment where one word follows the other. */
function choosePlaces({ samples, tracks, words }: Recording, random: Random): readonly Place[] {
  const places: Place[] = [];
  let nextSec = random.between(0.5, 2.5);
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (next === undefined || word.endSec < nextSec) {
      continue;
    }
    const gapSec = next.startSec - word.endSec;
    const endFrame = random.between(0, 1) < WORD_END_SHARE ? voicedEnd(tracks, word) : undefined;
    if (endFrame !== undefined) {
      const atSec = (endFrame - 2) * tracks.hopSec;
      places.push({ atSec, place: 'word-end', fromFrame: endFrame - 8 });
    } else if (gapSec >= 0.25) {
      places.push({ atSec: (word.endSec + next.startSec) / 2, place: 'alone' });
    } else {
      places.push({ atSec: quietest(samples, word.endSec + gapSec / 2), place: 'attached' });
    }
    nextSec = word.endSec + random.between(APART_SEC, APART_SEC + 3);
  }
  return places;
}

/** The last voiced frame of a word that ends in a vowel or sonorant. */
function voicedEnd({ hopSec, pitchHz, voicing }: Tracks, word: Word): number | undefined {
  const isVoiced = (frame: number): boolean => (pitchHz[frame] ?? 0) > 0 && (voicing[frame] ?? 0) > 0.7;
  const end = Math.round(word.endSec / hopSec);
  for (let frame = end + 4; frame > end - 10; frame -= 1) {
    if (isVoiced(frame)) {
      const whole = Array.from({ length: 9 }, (_, back) => frame - back).every(isVoiced);
      return whole ? frame : undefined;
    }
  }
  return undefined;
}

function drawnOutEnd(
  { samples, tracks }: Recording,
  { atSec, fromFrame }: Extract<Place, { place: 'word-end' }>,
  random: Random,
): Piece {
  const lengthSec = random.between(0.2, 0.45);
  const level = Math.max(...tracks.levelDb.subarray(fromFrame, fromFrame + 6)) - 2;
  const sound = scaleTo(drawOut(samples, tracks, fromFrame, lengthSec, random), 10 ** (level / 20));
  const range = { startSec: atSec, endSec: atSec + sound.length / SAMPLE_RATE_HZ };
  return { atSec, samples: sound, range, sound: 'word-end' };
}

function makePiece(
  recording: Recording,
  { atSec, place }: Extract<Place, { place: 'alone' | 'attached' }>,
  random: Random,
): Piece {
  const { tracks } = recording;
  const kind = random.pick<Kind>(['vowel', 'vowel', 'nasal', 'vowel-nasal']);
  const lengthSec = random.between(0.25, 0.8);
  const level = 10 ** ((tracks.sound.speechLevelDb ?? -25) / 20);
  const loudness = level * 10 ** (-random.between(1, kind === 'nasal' ? 10 : 7) / 20);
  const own = random.between(0, 1) < 0.5 ? ownSound(recording, kind, lengthSec, random) : undefined;
  const pitchHz = voicePitchHz(tracks) * 2 ** (random.between(-3, 0.5) / 12);
  const sound = scaleTo(own ?? telephone(makeSound({ kind, lengthSec, pitchHz }, random), tracks), loudness);
  // Directly behind a word, or with the recording's own silence around it.
  const before = place === 'alone' ? random.between(0.05, 0.3) : 0;
  const after =
    place === 'alone'
      ? random.between(0.05, 0.3)
      : random.between(0, 1) < 0.5
        ? 0
        : random.between(0.08, 0.3);
  const [lead, tail] = [quiet(recording, before), quiet(recording, after)];
  const joined = new Float32Array(lead.length + sound.length + tail.length);
  joined.set(lead);
  joined.set(sound, lead.length);
  joined.set(tail, lead.length + sound.length);
  addFloor(joined, quiet(recording, sound.length / SAMPLE_RATE_HZ), lead.length);
  const startSec = atSec + lead.length / SAMPLE_RATE_HZ;
  return {
    atSec,
    samples: joined,
    range: { startSec, endSec: startSec + sound.length / SAMPLE_RATE_HZ },
    sound: { kind, source: own === undefined ? 'made' : 'own', place },
  };
}

function ownSound(
  { samples, tracks }: Recording,
  kind: Kind,
  lengthSec: number,
  random: Random,
): Float32Array | undefined {
  const { vowel, nasal } = piecesOf(tracks);
  const part = (from: readonly number[], sec: number): Float32Array | undefined => {
    const frame = from[Math.floor(random.between(0, from.length))];
    return frame === undefined ? undefined : drawOut(samples, tracks, frame, sec, random);
  };
  if (kind !== 'vowel-nasal') {
    return part(kind === 'vowel' ? vowel : nasal, lengthSec);
  }
  const turnSec = 0.03;
  const [first, second] = [part(vowel, lengthSec / 2 + turnSec), part(nasal, lengthSec / 2 + turnSec)];
  return first === undefined || second === undefined
    ? undefined
    : crossFade(
        first,
        second.map((value) => value * 0.6),
        Math.round(2 * turnSec * SAMPLE_RATE_HZ),
      );
}

const knownPieces = new WeakMap<Tracks, ReturnType<typeof findPieces>>();

function piecesOf(tracks: Tracks): ReturnType<typeof findPieces> {
  const pieces = knownPieces.get(tracks) ?? findPieces(tracks);
  knownPieces.set(tracks, pieces);
  return pieces;
}

function quietest(samples: Float32Array, aroundSec: number): number {
  let best = aroundSec;
  let least = Infinity;
  for (let sec = aroundSec - BORDER_REACH_SEC; sec <= aroundSec + BORDER_REACH_SEC; sec += 0.005) {
    const centre = Math.round(sec * SAMPLE_RATE_HZ);
    const power = samples
      .subarray(Math.max(0, centre - 80), centre + 80)
      .reduce((sum, value) => sum + value * value, 0);
    if (power < least) {
      [least, best] = [power, sec];
    }
  }
  return best;
}

/** So much of the quietest tenth of a second of the recording, over and over. */
function quiet({ samples, tracks }: Recording, sec: number): Float32Array {
  const frames = 10;
  let best = 0;
  let least = Infinity;
  for (let from = 5; from + frames < tracks.frames - 5; from += 2) {
    const level = Math.max(...tracks.levelDb.subarray(from, from + frames));
    if (level < least) {
      [least, best] = [level, from];
    }
  }
  const source = samples.subarray(best * 160, (best + frames) * 160);
  const length = Math.round(sec * SAMPLE_RATE_HZ);
  // There and back again, so that no edge clicks.
  return Float32Array.from({ length }, (_, at) => {
    const position = at % (2 * source.length);
    return source[position < source.length ? position : 2 * source.length - 1 - position] ?? 0;
  });
}

function addFloor(target: Float32Array, floor: Float32Array, at: number): void {
  for (const [index, value] of floor.entries()) {
    target[at + index] = (target[at + index] ?? 0) + value;
  }
}

function crossFade(first: Float32Array, second: Float32Array, overlap: number): Float32Array {
  const joined = new Float32Array(first.length + second.length - overlap);
  joined.set(first.subarray(0, first.length - overlap));
  for (let index = 0; index < overlap; index += 1) {
    const share = index / overlap;
    joined[first.length - overlap + index] =
      (1 - share) * (first[first.length - overlap + index] ?? 0) + share * (second[index] ?? 0);
  }
  joined.set(second.subarray(overlap), first.length);
  return joined;
}

/** A voice from the telephone has nothing above 4 kHz, so neither has the sound put into it. */
function telephone(sound: Float32Array, tracks: Tracks): Float32Array {
  if ((tracks.sound.bandwidthHz ?? 8000) > 4500) {
    return sound;
  }
  let signal = sound;
  for (let pass = 0; pass < 4; pass += 1) {
    let before = 0;
    signal = signal.map((value) => (before += 0.75 * (value - before)));
  }
  return signal;
}

function voicePitchHz({ pitchHz }: Tracks): number {
  const voiced = pitchHz.filter((hz) => hz > 0).toSorted();
  return voiced[Math.floor(voiced.length / 2)] ?? 120;
}
