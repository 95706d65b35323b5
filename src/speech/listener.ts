/** A recogniser as the hearing of a recording sees it: which languages it writes, and chunks in, words out. */
import type { Heard, RecognizeOptions } from './recognizer.ts';

/** A model that hears chunks, wherever it runs. */
export interface Listener {
  /** The name of its model. */
  readonly name: string;
  /** Two-letter codes of the languages that it writes, at least one. */
  readonly languages: readonly string[];
  /** Whether what it hears comes with the likelihood of each language. */
  readonly tellsLanguage: boolean;
  /** Hears one chunk; several calls may be under way at once. */
  recognize(
    samples: Float32Array,
    options: RecognizeOptions & { readonly signal: AbortSignal },
  ): Promise<Heard>;
}

/** A piece of a recording with speech in it. */
export interface Chunk {
  /** Mono sound at 16 kHz. */
  readonly samples: Float32Array;
  /** Where it begins in the recording. */
  readonly startSec: number;
  /** How much of it is speech. */
  readonly speechSec: number;
}

/** A chunk that was heard. Word times are seconds from the start of the recording. */
export interface HeardChunk extends Heard {
  readonly speechSec: number;
  /** The language that its words are written in; undefined when nobody listened, as the language is foreign. */
  readonly language: string | undefined;
  /** The name of the model that heard it; undefined when nobody listened. */
  readonly heardBy: string | undefined;
}

/** See `createHearing`. */
export interface Hearing {
  /**
   * Hears a chunk. Chunks are given in order; several may be under way at once.
   *
   * @throws what the listener throws; the signal's reason
   */
  hear(chunk: Chunk, signal: AbortSignal): Promise<HeardChunk>;
  /** No chunk comes any more: what waits for more of them must do without. */
  end(): void;
}
