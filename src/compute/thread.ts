/** The entry of every worker thread: calls a function of a part's own file, and hands its errors on with their codes. */
import type { MessagePort } from 'node:worker_threads';
import { AppError } from '../errors/index.ts';
import { takeBlocks } from './feed.ts';
import type { SentError } from './sent-error.ts';
import { packError } from './sent-error.ts';

/** A call on its way to a thread. */
export interface ThreadCall {
  /** The address of the file that exports the function. */
  readonly entry: string;
  readonly name: string;
  readonly input: unknown;
  /** Where the blocks of a fed task come from; they are the function's second argument. */
  readonly port?: MessagePort;
}

/** What comes back. */
export type ThreadAnswer<Result> =
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: SentError };

/** Makes one call; never rejects. */
export async function call({ entry, name, input, port }: ThreadCall): Promise<ThreadAnswer<unknown>> {
  try {
    const functions: Readonly<Record<string, unknown>> = await import(entry);
    const named = functions[name];
    if (typeof named !== 'function') {
      throw new AppError('internal', {}, { cause: `${entry} exports no function ${name}` });
    }
    const result: unknown = await (port === undefined ? named(input) : named(input, takeBlocks(port)));
    return { kind: 'result', result };
  } catch (error) {
    return { kind: 'failed', error: packError(error) };
  } finally {
    port?.close();
  }
}
