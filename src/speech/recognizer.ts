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
  /** Geometric mean of its tokens' probabilities, 0 to 1; absent when the engine does not tell. */
  readonly confidence?: number;
}

/** What was heard in one chunk. */
export interface Heard {
  /** In order, not overlapping; empty when nothing was understood. */
  readonly words: readonly HeardWord[];
  /**
   * How many tokens were heard whose probabilities are known, the end mark included, and what the model only repeats
   * left out.
   */
  readonly tokens: number;
  /** Sum of these tokens' natural log probabilities: 0 is certain. */
  readonly logProbability: number;
  /** False when the model ran into its length limit: it was repeating itself, or left something out. */
  readonly ended: boolean;
  /**
   * How likely each language is that the model can tell apart, by two-letter code; together 1. Absent when the model
   * cannot tell.
   */
  readonly languages?: Readonly<Record<string, number>>;
}

/** How one chunk is heard. */
export interface RecognizeOptions {
  /** The language to write, one of the recogniser's own. Default: the likeliest of them. */
  readonly language?: string;
  /** Aborting ends the wait at the next step. */
  readonly signal?: AbortSignal;
}

/** An engine with its model loaded. Every implementation passes `test/contract/recognizer.ts`. */
export interface Recognizer {
  readonly abilities: RecognizerAbilities;
  readonly model: ModelIdentity;
  /** The longest chunk that it hears well, in seconds. */
  readonly maxChunkSec: number;
  /** Hears one chunk of mono sound at {@link SAMPLE_RATE_HZ}. One call at a time. */
  recognize(samples: Float32Array, options?: RecognizeOptions): Promise<Heard>;
  /** Frees the model. */
  close(): Promise<void>;
}

/** What is known of a recogniser without loading its model. */
export interface EngineFacts {
  readonly abilities: RecognizerAbilities;
  /** The longest chunk that it hears well. */
  readonly maxChunkSec: number;
  /** Stretches of speech closer than this share a chunk. */
  readonly joinSec: number;
  /** How much of the silence around a chunk it wants to hear. */
  readonly marginSec: number;
  /** Whether it tells how likely each language is. */
  readonly tellsLanguage: boolean;
}
