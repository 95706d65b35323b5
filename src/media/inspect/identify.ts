/** The identity of a recording: the SHA-256 of its bytes. */
import { createHash } from 'node:crypto';
import type { OpenOptions } from './open-recording.ts';
import { openRecording, requireSize } from './open-recording.ts';

/** What a recording is known by. */
export interface Identity {
  /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** How many bytes were hashed: of a file that is still being written, those that were there. */
  readonly bytes: number;
}

/** How to identify. */
export interface IdentifyOptions extends OpenOptions {
  readonly signal: AbortSignal;
  /** Called after each step with the part that is done, from above 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** How much is read and hashed at a time: a step takes the thread for about a millisecond. */
const STEP_BYTES = 512 * 1024;

/**
 * Reads the whole file once.
 *
 * @throws the signal's reason; the errors of {@link openRecording}
 */
export async function identify(path: string, options: IdentifyOptions): Promise<Identity> {
  const { signal, onProgress } = options;
  signal.throwIfAborted();
  const recording = await openRecording(path, options);
  await using handle = recording.handle;
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(STEP_BYTES);
  let bytes = 0;
  for (;;) {
    signal.throwIfAborted();
    const { bytesRead } = await handle.read(buffer, 0, STEP_BYTES, bytes);
    if (bytesRead === 0) {
      break;
    }
    bytes += bytesRead;
    requireSize(bytes, options);
    hash.update(buffer.subarray(0, bytesRead));
    onProgress?.(Math.min(1, bytes / recording.bytes));
  }
  requireSize(bytes, options);
  return { sha256: hash.digest('hex'), bytes };
}
