/** Cuts a recording at places and joins it again around sounds; words and speech move along. */
import type { FilledPause, TimeRange, Tracks, Word } from '../../../src/report/index.ts';
import { SAMPLE_RATE_HZ } from '../../../src/speech/index.ts';

/** A recording with what is known of it. */
export interface Recording {
  readonly samples: Float32Array;
  readonly tracks: Tracks;
  readonly words: readonly Word[];
  readonly speech: readonly TimeRange[];
}

/** A held sound that was put in. */
export interface InsertedSound extends TimeRange {
  readonly kind: FilledPause['kind'];
  /** made: from nothing; own: from the speaker's voice. */
  readonly source: 'made' | 'own';
  /** alone: silence around it; attached: it follows a word directly. */
  readonly place: 'alone' | 'attached';
}

/** The recording with the sounds in it. */
export interface WithSounds {
  readonly samples: Float32Array;
  readonly inserted: readonly InsertedSound[];
  /** Word ends that were drawn out: no filled pauses, but the sounds that are most like them. */
  readonly lengthened: readonly TimeRange[];
  readonly words: readonly Word[];
  readonly speech: readonly TimeRange[];
}

/** A sound with the silence around it, to be put in at a time; a word end has no kind. */
export interface Piece {
  readonly atSec: number;
  readonly samples: Float32Array;
  readonly range: TimeRange;
  readonly sound: Omit<InsertedSound, keyof TimeRange> | 'word-end';
}

/** Where it is cut, the recording fades for so long. */
const SEAM_SEC = 0.008;

/** Cuts the recording at each place and joins it again around the pieces. */
export function splice(recording: Recording, pieces: readonly Piece[]): WithSounds {
  const seam = Math.round(SEAM_SEC * SAMPLE_RATE_HZ);
  const parts: Float32Array[] = [];
  const inserted: InsertedSound[] = [];
  const lengthened: TimeRange[] = [];
  let from = 0;
  let addedSec = 0;
  for (const { atSec, samples, range, sound } of pieces) {
    const at = Math.round(atSec * SAMPLE_RATE_HZ);
    parts.push(fadeEnds(recording.samples.slice(from, at), from === 0 ? 0 : seam, seam), samples);
    const placed = { startSec: range.startSec + addedSec, endSec: range.endSec + addedSec };
    if (sound === 'word-end') {
      lengthened.push(placed);
    } else {
      inserted.push({ ...placed, ...sound });
    }
    addedSec += samples.length / SAMPLE_RATE_HZ;
    from = at;
  }
  parts.push(fadeEnds(recording.samples.slice(from), seam, 0));
  const joined = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  const addedBefore = (sec: number): number =>
    pieces.reduce(
      (sum, piece) => (piece.atSec <= sec ? sum + piece.samples.length / SAMPLE_RATE_HZ : sum),
      0,
    );
  /** A border that the place cuts off goes to the side on which the middle lies. */
  const moved = <T extends TimeRange>(range: T): T => {
    const shift = addedBefore((range.startSec + range.endSec) / 2);
    return { ...range, startSec: range.startSec + shift, endSec: range.endSec + shift };
  };
  return {
    samples: joined,
    inserted,
    lengthened,
    words: recording.words.map((word) => {
      const end = pieces.find(
        ({ atSec, sound }) =>
          sound === 'word-end' && word.startSec < atSec && Math.abs(word.endSec - atSec) < 0.13,
      );
      // Its middle lies before the place, so that its end alone moves.
      return end === undefined
        ? moved(word)
        : {
            ...word,
            startSec: word.startSec + addedBefore(word.startSec),
            endSec: word.endSec + addedBefore(end.atSec),
          };
    }),
    speech: movedSpeech(recording.speech, pieces, [...inserted, ...lengthened], addedBefore),
  };
}

/** Speech that a place lies in is cut there; the sounds are speech too. */
function movedSpeech(
  speech: readonly TimeRange[],
  pieces: readonly Piece[],
  inserted: readonly TimeRange[],
  addedBefore: (sec: number) => number,
): readonly TimeRange[] {
  const cut = speech.flatMap(({ startSec, endSec }) => {
    const inside = pieces.map(({ atSec }) => atSec).filter((atSec) => atSec > startSec && atSec < endSec);
    const borders = [startSec, ...inside, endSec];
    return borders.slice(1).map((end, index) => {
      const start = borders[index] ?? startSec;
      const shift = addedBefore((start + end) / 2);
      return { startSec: start + shift, endSec: end + shift };
    });
  });
  return [...cut, ...inserted.map(({ startSec, endSec }) => ({ startSec, endSec }))];
}

function fadeEnds(part: Float32Array, fadeIn: number, fadeOut: number): Float32Array {
  return part.map((value, at) => {
    const rise = fadeIn === 0 ? 1 : Math.min(1, at / fadeIn);
    const fall = fadeOut === 0 ? 1 : Math.min(1, (part.length - at) / fadeOut);
    return value * rise * fall;
  });
}
