/** What each word of a talk sounds like: how loud it is, how high it reaches, how long its syllables are. */
import type { SoundFacts } from '../../report/index.ts';
import { lengthMs } from '../span.ts';
import { quantile } from '../statistics.ts';
import type { TimedWordLayer } from '../words.ts';
import { isSpoken, syllablesBetween } from '../words.ts';
import type { VoicedFrames } from './voiced-frames.ts';

/** The sound of one shown word. */
export interface WordSound {
  /** Index of the shown word. */
  readonly word: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Level of the mean power of its voiced frames, the noise taken out, in dBFS. */
  readonly levelDb: number;
  /** The highest pitch that it holds for a while, in semitones over the speaker's median. */
  readonly peakSt: number;
  /** Time for each of its syllables. */
  readonly syllableMs: number;
}

/** With fewer voiced frames than 30 ms a word has no level of its own. */
const MIN_FRAMES = 3;
/** A word must stand out of the noise by this, or it is the noise that is measured. */
const MIN_OVER_NOISE_DB = 6;
/** One frame may be an error of the tracker: a tenth of them may lie higher. */
const PEAK_SHARE = 0.9;

/** The spoken words whose sound is known, in order: voiced for 30 ms, and 6 dB over the noise. */
export function wordSounds(
  voiced: VoicedFrames,
  words: TimedWordLayer,
  { noiseFloorDb }: SoundFacts,
): readonly WordSound[] {
  const leastDb = noiseFloorDb === null ? -Infinity : noiseFloorDb + MIN_OVER_NOISE_DB;
  return words.spans.flatMap((span, word) => {
    const { frames, levelDb } = voiced.part(span);
    if (!isSpoken(words, word) || frames < MIN_FRAMES || levelDb < leastDb) {
      return [];
    }
    const peakSt = quantile(voiced.semitones.subarray(...voiced.indices(span)), PEAK_SHARE);
    const syllableMs = lengthMs(span) / Math.max(1, syllablesBetween(words, word, word));
    return [{ word, startMs: span.startMs, endMs: span.endMs, levelDb, peakSt, syllableMs }];
  });
}
