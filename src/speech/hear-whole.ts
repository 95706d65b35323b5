/** One chunk is heard so that sense comes of it: when the model did not make any, it hears the chunk again in halves. */
import { quietestSample } from './quietest.ts';
import type { Heard, HeardWord } from './recognizer.ts';
import { SAMPLE_RATE_HZ } from './recognizer.ts';

/**
 * A chunk in which the model ran into its limit, or heard no word although somebody speaks, is heard again in halves,
 * down to this length.
 */
const MIN_HALF_SEC = 3;

/** Hears samples once; word times are seconds from the first of them. */
export type HearOnce = (samples: Float32Array) => Promise<Heard>;

/**
 * Hears a chunk, in parts where it must.
 *
 * @param startSec where the chunk begins in the recording: the times of the words given back count from its start
 */
export async function hearWhole(samples: Float32Array, startSec: number, hearOnce: HearOnce): Promise<Heard> {
  const heard = await hearOnce(samples);
  const makesSense = heard.ended && heard.words.length > 0;
  if (makesSense || samples.length < 2 * MIN_HALF_SEC * SAMPLE_RATE_HZ) {
    return { ...heard, words: heard.words.map((word) => shifted(word, startSec)) };
  }
  const middle = quietestSample(samples, samples.length / 4, (samples.length * 3) / 4);
  const [left, right] = await Promise.all([
    hearWhole(samples.slice(0, middle), startSec, hearOnce),
    hearWhole(samples.slice(middle), startSec + middle / SAMPLE_RATE_HZ, hearOnce),
  ]);
  // The language is told best by the most sound.
  const languages = heard.languages ?? left.languages ?? right.languages;
  return {
    ...(languages === undefined ? {} : { languages }),
    words: [...left.words, ...right.words],
    tokens: left.tokens + right.tokens,
    logProbability: left.logProbability + right.logProbability,
    ended: left.ended && right.ended,
  };
}

function shifted(word: HeardWord, startSec: number): HeardWord {
  return { ...word, startSec: word.startSec + startSec, endSec: word.endSec + startSec };
}
