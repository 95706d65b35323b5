/** Functions that the tests run in worker threads. */
import { isMainThread, threadId } from 'node:worker_threads';
import type { ErrorCode } from '../../src/errors/index.ts';
import { AppError } from '../../src/errors/index.ts';

/** Where it runs. */
export function where(): { readonly isMainThread: boolean; readonly threadId: number } {
  return { isMainThread, threadId };
}

/** Gives its input back. */
export function same(input: unknown): unknown {
  return input;
}

/** Tells in a shared number that it runs, then never ends. */
export function spin(started: SharedArrayBuffer): never {
  const flag = new Int32Array(started);
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
  for (;;) {
    Atomics.add(flag, 1, 1);
  }
}

/** Reads all blocks; gives them back with its input. */
export async function collect(input: unknown, blocks: AsyncIterable<unknown>): Promise<unknown> {
  return { input, blocks: await Array.fromAsync(blocks) };
}

/** Leaves the blocks after the first, which is its answer. */
export async function takeOne(_input: unknown, blocks: AsyncIterable<unknown>): Promise<unknown> {
  for await (const block of blocks) {
    return block;
  }
  return null;
}

/** Reads one block, and never gets to the next; tells in a shared number, which it is given, that it runs. */
export async function sitOnOne(started: SharedArrayBuffer, blocks: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of blocks) {
    spin(started);
  }
}

/** Fails with a code of the table. */
export function failWithCode(code: ErrorCode): never {
  throw new AppError(code, { file: 'talk.mp4' }, { cause: new RangeError('behind it') });
}

/** Fails with an error of no table. */
export function failPlainly(message: string): Promise<never> {
  return Promise.reject(new RangeError(message));
}

/** Answers with what cannot be handed to another thread. */
export function unsendable(): unknown {
  return { call: () => undefined };
}

/** Ends its thread in the midst of a task. */
export function exit(): never {
  process.exit(3);
}
