/** Waits for a stream to be closed, by its end, by an error, or by us. */
import type { Readable } from 'node:stream';

/** Resolves when `stream`, which is open now, has closed. Never rejects, whatever the stream met. */
export function whenClosed(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    stream.once('close', resolve);
  });
}
