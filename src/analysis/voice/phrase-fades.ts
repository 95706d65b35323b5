/** Phrases that lose their loudness towards their end, beyond what is usual in the voice. */
import type { AnalysisParameters, FadingPhrase, Phrase } from '../../report/index.ts';
import { roundTo } from '../rounding.ts';
import { lengthMs, toSpan } from '../span.ts';
import { mean, quantile } from '../statistics.ts';
import type { WordSound } from './word-sounds.ts';

type Thresholds = Pick<AnalysisParameters, 'fadeOverUsualDb' | 'fadeDb'>;

/** In fewer words one loud word decides the fall. */
const MIN_WORDS = 6;
/** Up to a third of the phrases may fade: the rest tells what is usual, and in a mix of both that is this quantile. */
const USUAL_SHARE = 1 / 3;

/** A phrase, and by how much its loudness falls. */
interface FallingPhrase {
  readonly phrase: Phrase;
  readonly fallDb: number;
}

/** How the phrases of a talk end. */
export interface PhraseFades {
  /** Phrases long enough to tell: those with six words whose loudness is known. */
  readonly judged: number;
  /** What a phrase usually falls by in this talk, in dB; 0 where phrases do not fall. NaN when none is judged. */
  readonly usualDb: number;
  /** Those that fade, in order. */
  readonly fading: readonly FadingPhrase[];
}

/**
 * Every voice sinks through a phrase, one more than another: in recordings of speeches and readings by 3 to 7 dB. So a
 * phrase fades when it falls by `fadeOverUsualDb` more than is usual in the talk; `fadeDb` is too much for anybody, so
 * that one who always fades is found too. The fall is that of the straight line (least squares) through the levels of
 * its words: the loudness of a single word depends on its vowels.
 *
 * @param sounds in order
 */
export function findFades(
  sounds: readonly WordSound[],
  phrases: readonly Phrase[],
  thresholds: Thresholds,
): PhraseFades {
  const falls = fallsOf(sounds, phrases);
  const usualDb = Math.max(
    0,
    quantile(
      falls.map(({ fallDb }) => fallDb),
      USUAL_SHARE,
    ),
  );
  const limitDb = Math.min(thresholds.fadeDb, usualDb + thresholds.fadeOverUsualDb);
  const fading = falls
    .filter(({ fallDb }) => fallDb > limitDb)
    .map(({ phrase: { firstWord, lastWord, startSec, endSec }, fallDb }) => ({
      firstWord,
      lastWord,
      startSec,
      endSec,
      fallDb: roundTo(fallDb, 1),
    }));
  return { judged: falls.length, usualDb, fading };
}

function fallsOf(sounds: readonly WordSound[], phrases: readonly Phrase[]): readonly FallingPhrase[] {
  let next = 0;
  return phrases.flatMap((phrase) => {
    while ((sounds[next]?.word ?? Infinity) < phrase.firstWord) {
      next += 1;
    }
    const first = next;
    while ((sounds[next]?.word ?? Infinity) <= phrase.lastWord) {
      next += 1;
    }
    const words = sounds.slice(first, next);
    return words.length < MIN_WORDS
      ? []
      : [{ phrase, fallDb: -slopePerMs(words) * lengthMs(toSpan(phrase)) }];
  });
}

/** Of the line through the levels, in dB per millisecond. */
function slopePerMs(words: readonly WordSound[]): number {
  const times = words.map(({ startMs, endMs }) => (startMs + endMs) / 2);
  const levels = words.map(({ levelDb }) => levelDb);
  const [middleMs, middleDb] = [mean(times), mean(levels)];
  const spread = mean(times.map((time) => (time - middleMs) ** 2));
  return mean(times.map((time, index) => (time - middleMs) * ((levels[index] ?? 0) - middleDb))) / spread;
}
