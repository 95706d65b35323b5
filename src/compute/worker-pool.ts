/** A pool of worker threads for plain JavaScript that takes longer than the main thread may be held. */
import { fileURLToPath } from 'node:url';
import type { Piscina } from 'piscina';
import { AppError } from '../errors/index.ts';
import { unpackError } from './sent-error.ts';
import type { ThreadAnswer, ThreadCall } from './thread.ts';

/** How a pool is made. */
export interface WorkerPoolOptions {
  /** The file that each thread runs; it exports an object of named functions as its tasks. */
  readonly entry: URL;
  /** How many threads at most, 1 or more. */
  readonly threads: number;
  /** The longest that one task may take, waiting for a thread included. */
  readonly taskTimeoutMs: number;
}

/** See {@link createWorkerPool}. */
export interface WorkerPool {
  /**
   * Calls the exported function `name` with `input` in a thread.
   *
   * @throws AppError `task-timeout`, what the function threw (`internal` when that is of no table); the signal's
   *   reason when aborted, and the thread is ended
   */
  run<Result>(name: string, input: unknown, options: { readonly signal: AbortSignal }): Promise<Result>;
  /** Ends all threads; waiting and running tasks end as `cancelled`. */
  close(): Promise<void>;
}

/** Makes a pool whose threads start when first needed and end after ten idle seconds. */
export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const { entry, threads, taskTimeoutMs } = options;
  let opened: Promise<Piscina> | undefined;
  let closed = false;

  const open = async (): Promise<Piscina> => {
    // Not with this module: the children of the process pool come through the same door, and need none of it.
    const { Piscina: Threads } = await import('piscina');
    return new Threads({
      filename: fileURLToPath(new URL('./thread.ts', import.meta.url)),
      name: 'call',
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 10_000,
      // An aborted task ends its thread; alone in it, it takes no neighbour along.
      concurrentTasksPerWorker: 1,
    });
  };

  const ask = async <Result>(call: ThreadCall, signal: AbortSignal): Promise<ThreadAnswer<Result>> => {
    signal.throwIfAborted();
    if (closed) {
      throw new AppError('cancelled');
    }
    const timeout = AbortSignal.timeout(taskTimeoutMs);
    opened ??= open();
    try {
      const pool = await opened;
      const answer: ThreadAnswer<Result> = await pool.run(call, {
        signal: AbortSignal.any([signal, timeout]),
      });
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      if (closed) {
        throw new AppError('cancelled');
      }
      throw timeout.aborted
        ? new AppError('task-timeout', { seconds: Math.round(taskTimeoutMs / 1000) })
        : new AppError('internal', {}, { cause: error });
    }
  };
  return Object.freeze({
    run: async <Result>(
      name: string,
      input: unknown,
      { signal }: { readonly signal: AbortSignal },
    ): Promise<Result> => {
      const answer = await ask<Result>({ entry: entry.href, name, input }, signal);
      if (answer.kind === 'failed') {
        throw unpackError(answer.error);
      }
      return answer.result;
    },
    close: async () => {
      closed = true;
      const pool = await opened;
      await pool?.destroy();
    },
  });
}
