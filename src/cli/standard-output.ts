/** Standard output as a command uses it: each text is awaited, and a reader that leaves early is no error. */
import { AppError, systemCode, toWriteError } from '../errors/index.ts';
import type { OutputStream } from './io.ts';

/** Standard output for one run. */
export interface StandardOutput {
  /**
   * Writes and waits until the text is taken. Resolves too when the reader has left.
   *
   * @throws AppError `disk-full` or `cannot-write` when the output is a file that cannot take it; the reason of the
   *   interrupt, which is not held up by a reader that has stalled
   */
  readonly print: (text: string) => Promise<void>;
  /** Aborts when the reader has left, as `head` does after its last line. */
  readonly readerLeft: AbortSignal;
  /** Stops listening to the stream; idempotent. */
  close(): void;
}

/** What the stream is called in errors. */
const NAME = 'stdout';

/** Wraps standard output. `interrupt` aborts when the user wants to stop. */
export function createStandardOutput(stream: OutputStream, interrupt: AbortSignal): StandardOutput {
  const left = new AbortController();
  // Every failure reaches the callback of its write; without a listener the event would end the process.
  stream.on('error', ignore);
  return {
    readerLeft: left.signal,
    print: (text) => {
      if (left.signal.aborted || text === '') {
        return Promise.resolve();
      }
      if (interrupt.aborted) {
        return Promise.reject(interrupt.reason);
      }
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const giveUp = (): void => reject(interrupt.reason);
      interrupt.addEventListener('abort', giveUp, { once: true });
      stream.write(text, (error) => {
        interrupt.removeEventListener('abort', giveUp);
        if (error == null) {
          resolve();
        } else if (systemCode(error) === 'EPIPE') {
          left.abort(new AppError('cancelled'));
          resolve();
        } else {
          reject(toWriteError(error, NAME));
        }
      });
      return promise;
    },
    close: () => {
      // An error may still be on its way: the listener stays with a stream that has failed.
      if (!left.signal.aborted) {
        stream.off('error', ignore);
      }
    },
  };
}

function ignore(): void {}
