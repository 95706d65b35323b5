/** How far the words account for a sound: a recogniser that drops an "um" stretches the word before or after it over it. */
import type { Tracks } from '../../report/index.ts';
import type { Span } from '../span.ts';
import { lengthMs } from '../span.ts';
import type { TimedWordLayer } from '../words.ts';
import { isSpoken } from '../words.ts';
import { isHesitation } from './vouch.ts';

/** Measures how far words account for sounds; sounds are asked for in order. */
export interface WordRoom {
  /**
   * The share of a sound that words need for themselves, 0 to 1. A word needs it in so far as the word's other time and
   * the syllables that are heard in it do not suffice for its syllables, at this speaker's usual length.
   */
  neededShare(sound: Span): number;
  /** The share of a sound that lies in the span of any word, 0 to 1. */
  coveredShare(sound: Span): number;
  /** Index of a shown word that is only a sound of hesitation and lies at the sound; undefined when there is none. */
  writtenAt(sound: Span): number | undefined;
  /** The last spoken word before the sound and the first after it; null when there is none. */
  neighbours(sound: Span): { readonly afterWord: number | null; readonly beforeWord: number | null };
}

/** The usual length of a syllable when hardly any is known: five a second. */
const DEFAULT_SYLLABLE_MS = 200;
/** A word that has this much of its usual length beside the sound does not need the sound; below the first, all of it. */
const NEEDS_ALL_BELOW = 0.55;
const NEEDS_NONE_FROM = 0.95;
/** Sound of a word on both sides, each as long as this part of a syllable: the held sound is a vowel within the word. */
const INSIDE_SYLLABLES = 0.6;
/** A written hesitation and its sound overlap by this part of the shorter of them. */
const WRITTEN_OVERLAP = 0.3;

/**
 * Prepares the sums once; each question then takes time for the words around it alone.
 *
 * @param isSound for each frame of the tracks whether anything is heard
 */
export function createWordRoom(
  words: TimedWordLayer,
  tracks: Tracks,
  isSound: (frame: number) => boolean,
): WordRoom {
  const hopMs = tracks.hopSec * 1000;
  const soundBefore = new Float64Array(tracks.frames + 1);
  for (let frame = 0; frame < tracks.frames; frame += 1) {
    soundBefore[frame + 1] = (soundBefore[frame] ?? 0) + (isSound(frame) ? hopMs : 0);
  }
  const soundUntil = (ms: number): number =>
    soundBefore[Math.min(tracks.frames, Math.max(0, Math.round(ms / hopMs)))] ?? 0;
  const soundMs = (startMs: number, endMs: number): number =>
    endMs > startMs ? soundUntil(endMs) - soundUntil(startMs) : 0;
  const peaks = Array.from(tracks.nuclei, (frame) => (frame + 0.5) * hopMs);
  /** How many syllables are heard in a word, but not in the sound. */
  const peaksBeside = (word: Span, sound: Span): number => {
    let count = 0;
    for (let at = firstAfter(peaks, word.startMs); at < peaks.length; at += 1) {
      const ms = peaks[at] ?? Infinity;
      if (ms >= word.endMs) {
        break;
      }
      count += ms < sound.startMs || ms >= sound.endMs ? 1 : 0;
    }
    return count;
  };
  const ends = words.spans.map(({ endMs }) => endMs);
  const syllablesOf = (index: number): number =>
    Math.max(1, (words.syllablesBefore[index + 1] ?? 0) - (words.syllablesBefore[index] ?? 0));
  const syllableMs = usualSyllableMs(words, (span) => soundMs(span.startMs, span.endMs), syllablesOf);

  const wordsAt = (sound: Span): readonly number[] => {
    const found: number[] = [];
    for (let index = firstAfter(ends, sound.startMs); index < words.spans.length; index += 1) {
      const span = words.spans[index];
      if (span === undefined || span.startMs >= sound.endMs) {
        break;
      }
      found.push(index);
    }
    return found;
  };

  /** 1 when the word needs the sound, 0 when it has room enough without it. */
  const need = (index: number, sound: Span): number => {
    const span = words.spans[index];
    if (span === undefined || !isSpoken(words, index)) {
      return 0;
    }
    const before = soundMs(span.startMs, Math.min(sound.startMs, span.endMs));
    const after = soundMs(Math.max(sound.endMs, span.startMs), span.endMs);
    if (Math.min(before, after) >= INSIDE_SYLLABLES * syllableMs) {
      return 1;
    }
    const syllables = syllablesOf(index);
    const room = (before + after) / (syllables * syllableMs);
    const lacksTime = (NEEDS_NONE_FROM - room) / (NEEDS_NONE_FROM - NEEDS_ALL_BELOW);
    const lacksPeaks = syllables - peaksBeside(span, sound);
    return (clampToShare(lacksTime) + clampToShare(lacksPeaks)) / 2;
  };

  const share = (sound: Span, weight: (index: number) => number): number => {
    const ms = wordsAt(sound).reduce(
      (sum, index) => sum + weight(index) * overlapMs(sound, words.spans[index] ?? sound),
      0,
    );
    return Math.min(1, ms / Math.max(1, lengthMs(sound)));
  };

  return {
    neededShare: (sound) => share(sound, (index) => need(index, sound)),
    coveredShare: (sound) => share(sound, (index) => (isSpoken(words, index) ? 1 : 0)),
    writtenAt: (sound) =>
      wordsAt(sound).find((index) => {
        const span = words.spans[index] ?? sound;
        const shorter = Math.min(lengthMs(span), lengthMs(sound));
        const isThere = overlapMs(span, sound) >= WRITTEN_OVERLAP * shorter;
        return isThere && isHesitation(words.transcript.words[index]?.text ?? '', words.language);
      }),
    neighbours: (sound) => {
      const middle = sound.startMs + sound.endMs;
      const isBefore = (index: number): boolean => {
        const span = words.spans[index];
        return span !== undefined && span.startMs + span.endMs <= middle;
      };
      let next = firstAfter(ends, sound.startMs);
      while (next < words.spans.length && (isBefore(next) || !isSpoken(words, next))) {
        next += 1;
      }
      let previous = next - 1;
      while (previous >= 0 && !(isSpoken(words, previous) && isBefore(previous))) {
        previous -= 1;
      }
      return {
        afterWord: previous >= 0 ? previous : null,
        beforeWord: next < words.spans.length ? next : null,
      };
    },
  };
}

/** Half of the words take longer a syllable. */
function usualSyllableMs(
  words: TimedWordLayer,
  soundMs: (span: Span) => number,
  syllablesOf: (index: number) => number,
): number {
  const lengths = words.spans
    .flatMap((span, index) => (isSpoken(words, index) ? [soundMs(span) / syllablesOf(index)] : []))
    .filter((ms) => ms > 0)
    .toSorted((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? DEFAULT_SYLLABLE_MS;
}

/** The index of the first moment after `ms`; by halves, as moments are in order. */
function firstAfter(moments: readonly number[], ms: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? Infinity) > ms) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

function clampToShare(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function overlapMs(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs));
}
