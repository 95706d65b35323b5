/** A pool of worker threads for plain JavaScript that takes longer than the main thread may be held. */
import { fileURLToPath } from 'node:url';
import type { Transferable } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import { AppError } from '../errors/index.ts';
import { startFeed } from './feed.ts';
import { unpackError } from './sent-error.ts';
import type { ThreadAnswer, ThreadCall } from './thread.ts';

/** How a pool is made. */
export interface WorkerPoolOptions {
  /** The file that each thread runs; it exports an object of named functions as its tasks. */
  readonly entry: URL;
  /** How many threads at most, 1 or more. */
  readonly threads: number;
  /** The longest that one task, or a fed task over one block, may take; waiting for a thread included. */
  readonly taskTimeoutMs: number;
}

/** How a call is ended. */
interface CallOptions {
  readonly signal: AbortSignal;
}

/** How a fed call is ended, and its blocks handed over. */
interface FeedCallOptions<Block> extends CallOptions {
  /**
   * What of a block is moved to the thread, where it is lost here, rather than copied. A view is copied with all of the
   * memory that it lies in. Default: nothing.
   */
  readonly toMove?: (block: Block) => readonly Transferable[];
}

/** See {@link createWorkerPool}. */
export interface WorkerPool {
  /**
   * Calls the exported function `name` with `input` in a thread.
   *
   * @throws AppError `task-timeout`, what the function threw (`internal` when that is of no table); the signal's
   *   reason when aborted, and the thread is ended
   */
  run<Result>(name: string, input: unknown, options: CallOptions): Promise<Result>;
  /**
   * Calls the exported function `name` with `input` and, as its second argument, an async iterable of the blocks. The
   * source is read as fast as the function reads, one block ahead. The thread is held until the source has ended: with
   * no thread free, the source waits as well.
   *
   * @throws what `run` throws; what the source throws
   */
  feed<Block, Result>(
    name: string,
    input: unknown,
    blocks: AsyncIterable<Block>,
    options: FeedCallOptions<Block>,
  ): Promise<Result>;
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

  const ask = async <Result>(call: ThreadCall, signal: AbortSignal): Promise<Result> => {
    signal.throwIfAborted();
    if (closed) {
      throw new AppError('cancelled');
    }
    opened ??= open();
    let answer: ThreadAnswer<Result>;
    try {
      const pool = await opened;
      answer = await pool.run(call, {
        signal,
        ...(call.port === undefined ? {} : { transferList: [call.port] }),
      });
    } catch (error) {
      signal.throwIfAborted();
      throw closed ? new AppError('cancelled') : new AppError('internal', {}, { cause: error });
    }
    if (answer.kind === 'failed') {
      throw unpackError(answer.error);
    }
    return answer.result;
  };

  return Object.freeze({
    run: async <Result>(name: string, input: unknown, { signal }: CallOptions): Promise<Result> => {
      const timeout = AbortSignal.timeout(taskTimeoutMs);
      try {
        return await ask<Result>({ entry: entry.href, name, input }, AbortSignal.any([signal, timeout]));
      } catch (error) {
        throw error === timeout.reason
          ? new AppError('task-timeout', { seconds: Math.round(taskTimeoutMs / 1000) })
          : error;
      }
    },
    feed: async <Block, Result>(
      name: string,
      input: unknown,
      blocks: AsyncIterable<Block>,
      { signal, toMove = () => [] }: FeedCallOptions<Block>,
    ): Promise<Result> => {
      const feed = startFeed(blocks, { patienceMs: taskTimeoutMs, toMove });
      try {
        return await ask<Result>(
          { entry: entry.href, name, input, port: feed.port },
          AbortSignal.any([signal, feed.failed]),
        );
      } finally {
        feed.stop();
      }
    },
    close: async () => {
      closed = true;
      const pool = await opened;
      await pool?.destroy();
    },
  });
}
