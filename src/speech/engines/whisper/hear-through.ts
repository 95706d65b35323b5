/** A chunk from its start to its end: what the model leaves out is heard anew, from where it lost the thread. */
import type { Heard, HeardWord } from '../../recognizer.ts';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import type { DecodeOptions } from './decoder.ts';
import type { HearingParts, HeardText } from './hear-chunk.ts';
import { hearChunk } from './hear-chunk.ts';
import { findLostThread } from './lost-thread.ts';
import { spokenWords } from './spoken-words.ts';

/** Nothing was heard. */
export const NOTHING: Heard = Object.freeze({ words: [], tokens: 0, logProbability: 0, ended: true });

/** Hears a chunk of at most 30 seconds. */
export async function hearThrough(
  parts: HearingParts,
  samples: Float32Array,
  options: Omit<DecodeOptions, 'positions'>,
): Promise<Heard> {
  const text = await hearChunk(parts, samples, options);
  const heard = toHeard(text, spokenWords(text));
  const lost = heard.ended ? findLostThread(heard.words, samples) : undefined;
  if (lost === undefined) {
    return heard;
  }
  const rest = await hearThrough(parts, samples.subarray(Math.round(lost.atSec * SAMPLE_RATE_HZ)), {
    ...options,
    languages: [text.language],
  });
  const dropped = heard.words.length - lost.kept;
  if (rest.words.length <= dropped) {
    return heard;
  }
  return {
    ...heard,
    words: [
      ...heard.words.slice(0, lost.kept),
      ...rest.words.map((word) => ({
        ...word,
        startSec: word.startSec + lost.atSec,
        endSec: word.endSec + lost.atSec,
      })),
    ],
    tokens: heard.tokens + rest.tokens,
    logProbability: heard.logProbability + rest.logProbability,
    ended: rest.ended,
  };
}

function toHeard(text: HeardText, words: readonly HeardWord[]): Heard {
  const languages = text.languages === undefined ? {} : { languages: text.languages };
  if (words.length === 0) {
    return { ...NOTHING, ...languages };
  }
  const tokens = text.endMark === undefined ? text.tokens : [...text.tokens, text.endMark];
  return {
    words,
    tokens: tokens.length,
    logProbability: tokens.reduce((sum, { logProbability }) => sum + logProbability, 0),
    ended: text.endMark !== undefined && !text.isRepetitive,
    ...languages,
  };
}
