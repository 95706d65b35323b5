/** The door to the voice: tracks of a stream of sound, made in a thread. */
import type { WorkerPool } from '../compute/index.ts';
import { createWorkerPool } from '../compute/index.ts';
import type { Tracks } from '../report/index.ts';
import type { VoiceParameters } from './tracker.ts';

/** Grows when the same sound gives other tracks: it is part of the key of whatever is made from them. */
export const VOICE_VERSION = 1;

/** See {@link createVoice}. */
export interface Voice {
  /**
   * The tracks of 16 kHz mono sound.
   *
   * @param blocks samples from -1 to 1 in blocks of any size, about a second each at best; they are copied, and read
   *   no faster than they are tracked: some 200 times as fast as they play
   * @throws what the blocks throw; AppError of `compute`; the signal's reason
   */
  track(blocks: AsyncIterable<Float32Array>, options: { readonly signal: AbortSignal }): Promise<Tracks>;
  /** Ends what runs, as `cancelled`. Idempotent. */
  close(): Promise<void>;
}

/** How to make tracks. */
export interface VoiceOptions {
  /**
   * How many recordings are tracked at once; the blocks of others wait. Blocks that something else waits for as well
   * should not: give as many threads as there are analyses at a time.
   */
  readonly threads: number;
  /** Other than the defaults. */
  readonly parameters?: VoiceParameters;
}

/** A block takes some milliseconds; this is for a machine under heavy load. */
const BLOCK_TIMEOUT_MS = 60_000;

/** Makes a voice tracker for many recordings. Its threads start when first needed. */
export function createVoice({ threads, parameters = {} }: VoiceOptions): Voice {
  const pool: WorkerPool = createWorkerPool({
    entry: new URL('./voice.worker.ts', import.meta.url),
    threads,
    taskTimeoutMs: BLOCK_TIMEOUT_MS,
  });
  return Object.freeze({
    track: (blocks: AsyncIterable<Float32Array>, { signal }: { readonly signal: AbortSignal }) =>
      pool.feed<Float32Array<ArrayBuffer>, Tracks>('track', parameters, copiesOf(blocks), {
        signal,
        toMove: (copy) => [copy.buffer],
      }),
    close: () => pool.close(),
  });
}

/** Something else hears the blocks too, so what is moved to the thread are copies. */
async function* copiesOf(
  blocks: AsyncIterable<Float32Array>,
): AsyncGenerator<Float32Array<ArrayBuffer>, void, undefined> {
  for await (const block of blocks) {
    yield new Float32Array(block);
  }
}
