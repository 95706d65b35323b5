/** The child's side of a pool: takes one set-up, then one task at a time, until the parent goes away. */
import { AppError } from '../errors/index.ts';
import type { FromChild, ToChild } from './child-protocol.ts';
import { packError } from './sent-error.ts';

/** What a child does with its tasks. */
export interface ChildWork<Task, Result> {
  /** Does one task; the next is taken when it has settled. */
  run(task: Task): Promise<Result>;
}

/**
 * Makes this process serve a pool. Call it once, from the entry file of a child.
 *
 * @param start makes the worker from the pool's set-up; when it throws, the task that waits for it fails with that
 */
export function serveChild<Setup, Task, Result>(
  start: (setup: Setup) => Promise<ChildWork<Task, Result>>,
): void {
  const send = (message: FromChild<Result>): void => {
    process.send?.(message);
  };
  let work: Promise<ChildWork<Task, Result>> | undefined;
  let last: Promise<void> = Promise.resolve();

  const handle = async (message: ToChild<Setup, Task>): Promise<void> => {
    if (message.kind === 'setup') {
      try {
        work = start(message.setup);
        await work;
        send({ kind: 'ready' });
      } catch (error) {
        send({ kind: 'failed', id: null, error: packError(error) });
      }
      return;
    }
    try {
      if (work === undefined) {
        throw new AppError('internal');
      }
      const result = await (await work).run(message.task);
      send({ kind: 'result', id: message.id, result, rssBytes: process.memoryUsage.rss() });
    } catch (error) {
      send({ kind: 'failed', id: message.id, error: packError(error) });
    }
  };

  process.on('message', (message: ToChild<Setup, Task>) => {
    last = last.then(() => handle(message));
  });
  // The terminal sends its interrupt to the whole group; the parent decides what it means for a child.
  process.on('SIGINT', () => undefined);
  // A parent that died without a word must not leave its children behind.
  process.once('disconnect', () => process.exit(0));
}
