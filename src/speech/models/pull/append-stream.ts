/** Writes a stream to the end of a file so that nothing that came is lost, however the stream ends. */
import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { toWriteError } from '../../../errors/index.ts';
import { SourceFailure } from './source.ts';

/** How a stream is appended. */
export interface AppendOptions {
  /** How many bytes of the file stay: 0, or all that it has. */
  readonly from: number;
  readonly signal: AbortSignal;
  /** The stream must not make the file larger. */
  readonly maxBytes: number;
  /** Called with the size of the file when a piece was written. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Resolves when the stream has ended and all of it is on the disk.
 *
 * @returns the size of the file
 * @throws what broke the stream, when all that came before is on the disk; SourceFailure when there is more of it than
 *   there may be; AppError `disk-full`, `cannot-write`; the signal's reason
 */
export function appendStream(
  body: Readable,
  path: string,
  { from, signal, maxBytes, onBytes }: AppendOptions,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const file = createWriteStream(path, { flags: from === 0 ? 'w' : 'a', flush: true });
    let bytes = from;
    let failure: { readonly error: unknown } | undefined;
    const stop = (error: unknown): void => {
      failure ??= { error };
      body.destroy();
      file.end();
    };
    const onAbort = (): void => stop(signal.reason);
    file.on('error', (error) => {
      failure = { error: toWriteError(error, path, dirname(path)) };
      body.destroy();
    });
    file.on('drain', () => body.resume());
    file.on('close', () => {
      signal.removeEventListener('abort', onAbort);
      if (failure === undefined) {
        resolve(bytes);
      } else {
        reject(failure.error);
      }
    });
    body.on('data', (chunk: Buffer) => {
      if (failure !== undefined) {
        return;
      }
      bytes += chunk.length;
      if (bytes > maxBytes) {
        stop(new SourceFailure(`more than ${maxBytes} bytes`));
        return;
      }
      const size = bytes;
      const mayGoOn = file.write(chunk, (error) => {
        if (error == null) {
          onBytes(size);
        }
      });
      if (!mayGoOn) {
        body.pause();
      }
    });
    body.on('end', () => file.end());
    body.on('error', stop);
    // Without an end before it: somebody destroyed it.
    body.on('close', () => {
      if (!body.readableEnded) {
        stop(body.errored ?? new Error('the stream was closed'));
      }
    });
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) {
      onAbort();
    } else if (body.destroyed) {
      stop(body.errored ?? new Error('the stream was closed'));
    }
  });
}
