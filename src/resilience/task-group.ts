/** A task group: several tasks that live and end together. */
import { AppError } from '../errors/index.ts';
import type { CallBounds, CallEnd, Work } from './call.ts';
import { callWithin, toCall } from './call.ts';

/** Where tasks are started. */
export interface TaskGroup {
  /** Aborts when a task fails or the caller aborts, with that failure or the caller's own reason. */
  readonly signal: AbortSignal;
  /**
   * Starts a task at once; it is part of the group from then on. A task that fails ends the whole group.
   *
   * @returns what the task gives. It need not be awaited: the group waits for the task, and hears of its failure,
   *   in any case. A group that has ended starts nothing and rejects with what ended it.
   */
  readonly start: <T>(task: Work<T>) => Promise<T>;
}

/**
 * Runs `body` and every task that it starts (and that they start) under one signal. The first failure, of the body,
 * a task or the caller's signal, aborts the rest and is what the group rejects with, untouched; the failures that
 * follow from it are not heard. Settles only when every task has: whatever a task does after the abort, it never runs
 * on unseen.
 *
 * @returns what the body gives
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { runTaskGroup } from './index.ts';
 *
 * const [words, pauses] = await runTaskGroup((group) =>
 *   Promise.all([group.start(async () => ['hello', 'there']), group.start(async () => 3)]),
 * );
 * assert.deepEqual([words, pauses], [['hello', 'there'], 3]);
 *
 * const ended: string[] = [];
 * const failing = runTaskGroup(async (group) => {
 *   void group.start(({ signal }) => new Promise<void>((resolve) => {
 *     signal.addEventListener('abort', () => {
 *       ended.push('recogniser stopped');
 *       resolve();
 *     });
 *   }));
 *   await group.start(() => Promise.reject(new Error('the decoder crashed')));
 * });
 * await assert.rejects(failing, { message: 'the decoder crashed' });
 * assert.deepEqual(ended, ['recogniser stopped']);
 * ```
 */
export async function runTaskGroup<T>(
  body: (group: TaskGroup) => T | PromiseLike<T>,
  bounds?: CallBounds,
): Promise<T> {
  const call = toCall(bounds);
  call.throwIfEnded();
  const controller = new AbortController();
  const inner = callWithin(call, controller.signal);
  const running = new Set<Promise<unknown>>();
  let end: CallEnd | undefined;

  function finish(reason: unknown): void {
    if (end === undefined) {
      end = { reason };
      controller.abort(reason);
    }
  }

  function start<R>(task: Work<R>): Promise<R> {
    if (end !== undefined) {
      return Promise.reject(end.reason);
    }
    const outcome = (async () => await task(inner))();
    running.add(outcome);
    outcome.then(
      () => running.delete(outcome),
      (error: unknown) => {
        running.delete(outcome);
        finish(error);
      },
    );
    return outcome;
  }

  const stopListening = call.onEnd(finish);
  const group: TaskGroup = Object.freeze({ signal: controller.signal, start });
  const result = start(() => body(group));
  while (running.size > 0) {
    await Promise.allSettled(running);
  }
  stopListening();
  if (end !== undefined) {
    throw end.reason;
  }
  end = { reason: new AppError('cancelled') };
  return await result;
}
