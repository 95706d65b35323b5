/** The port of a recogniser, as it lives in a child process: samples in, words with times and confidence out. */
import type { ModelIdentity, RecognizerAbilities } from '../report/index.ts';

/** The sample rate that all sound has inside the product. */
export const SAMPLE_RATE_HZ = 16_000;

/** A word that was heard in a chunk. Times are seconds from the start of the chunk. */
export interface HeardWord {
  /** As shown: capitals, and the punctuation that follows. */
  readonly text: string;
  readonly startSec: number;
  readonly endSec: number;
  /** Geometric mean of its tokens' probabilities, 0 to 1. */
  readonly confidence: number;
}

/** What was heard in one chunk. */
export interface Heard {
  /** In order, not overlapping; empty when nothing was understood. */
  readonly words: readonly HeardWord[];
  /** How many tokens were heard, the end mark included, and what the model only repeats left out. */
  readonly tokens: number;
  /** Sum of these tokens' natural log probabilities: 0 is certain. */
  readonly logProbability: number;
  /** False when the model ran into its length limit: it was repeating itself, or left something out. */
  readonly ended: boolean;
}

/** An engine with its model loaded. Every implementation passes `test/contract/recognizer.ts`. */
export interface Recognizer {
  readonly abilities: RecognizerAbilities;
  readonly model: ModelIdentity;
  /** The longest chunk that it hears well, in seconds. */
  readonly maxChunkSec: number;
  /** Hears one chunk of mono sound at {@link SAMPLE_RATE_HZ}. One call at a time. */
  recognize(samples: Float32Array): Promise<Heard>;
  /** Frees the model. */
  close(): Promise<void>;
}
