/** What the native code answers for one chunk, as JSON that nobody promises anything about. */
import { z } from 'zod';

const nativeResult = z.object({
  text: z.string(),
  /** Empty when the model does not tell. */
  lang: z.string().default(''),
  /** A leading blank opens a word; a byte that is no character of its own is spelt `<0xE2>`. */
  tokens: z.array(z.string()),
  /** Where each token begins, in seconds; empty when the model does not tell. */
  timestamps: z.array(z.number()).default([]),
  /** How long each token lasts, in seconds; empty when the model does not tell. */
  durations: z.array(z.number()).default([]),
  /** Natural logarithms of the tokens' probabilities; empty when the decoder does not tell. */
  ys_log_probs: z.array(z.number()).default([]),
});

/** A token that was heard. Seconds from the start of the chunk. */
export interface HeardToken {
  readonly text: string;
  readonly startSec: number;
  /** Undefined when the model does not tell. */
  readonly durationSec: number | undefined;
  /** Undefined when the decoder does not tell. */
  readonly logProbability: number | undefined;
}

/** One chunk's answer. */
export interface ChunkResult {
  readonly text: string;
  /** The code of the language that was heard; undefined when the model does not tell. */
  readonly language: string | undefined;
  /** Empty when the model gives no times. */
  readonly tokens: readonly HeardToken[];
}

/**
 * Reads an answer of `decodeAsync`.
 *
 * @throws ZodError when it is of another shape
 */
export function readResult(answer: unknown): ChunkResult {
  const result = nativeResult.parse(answer);
  const { text, tokens, timestamps, durations, ys_log_probs: logProbabilities } = result;
  const language = result.lang === '' ? undefined : result.lang;
  if (timestamps.length !== tokens.length) {
    return { text, language, tokens: [] };
  }
  return {
    text,
    language,
    tokens: tokens.map((token, index) => ({
      text: token,
      startSec: timestamps[index] ?? 0,
      durationSec: durations[index],
      // Rounding in the native code may leave a certain token a little above 0.
      logProbability:
        logProbabilities[index] === undefined ? undefined : Math.min(0, logProbabilities[index]),
    })),
  };
}
