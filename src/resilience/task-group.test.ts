import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createDeadline } from './deadline.ts';
import { createManualClock, settle } from './manual-clock.fixture.ts';
import { observe } from './observe.fixture.ts';
import type { TaskGroup } from './task-group.ts';
import { runTaskGroup } from './task-group.ts';

/** A task that ends when it is told to. */
function task<T>() {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  return { run: () => promise, resolve, reject };
}

describe('runTaskGroup', () => {
  it('gives what the body makes of its tasks', async () => {
    const sum = runTaskGroup(async (group) => {
      const [a, b] = await Promise.all([group.start(async () => 20), group.start(() => 22)]);
      return a + b;
    });
    await expect(sum).resolves.toBe(42);
  });

  it('waits for a task that nobody awaits', async () => {
    const slow = task<string>();
    const outcome = observe(
      runTaskGroup((group) => {
        void group.start(slow.run);
        return 'body';
      }),
    );
    await settle();
    expect(outcome().state).toBe('pending');
    slow.resolve('done');
    await settle();
    expect(outcome()).toEqual({ state: 'fulfilled', value: 'body' });
  });

  it('aborts the rest at the first failure, waits for all of them, and rejects with that failure', async () => {
    const [failing, stubborn] = [task<void>(), task<void>()];
    const reasons: unknown[] = [];
    const outcome = observe(
      runTaskGroup(async (group) => {
        void group.start(failing.run);
        void group.start(stubborn.run);
        await group.start(({ signal }) => signal.reason);
        await group.start(
          ({ signal }) =>
            new Promise((_, reject) => {
              signal.addEventListener('abort', () => {
                reasons.push(signal.reason);
                reject(new Error('follows from it'));
              });
            }),
        );
      }),
    );
    const failure = new Error('the decoder crashed');
    await settle();
    failing.reject(failure);
    await settle();
    expect(reasons).toEqual([failure]);
    expect(outcome().state).toBe('pending');
    stubborn.reject(new Error('later'));
    await settle();
    expect(outcome()).toEqual({ state: 'rejected', reason: failure });
  });

  it('treats a failure of its body as a failure of a task', async () => {
    const reasons: unknown[] = [];
    const failure = new Error('body');
    const failing = runTaskGroup((group) => {
      void group.start(
        ({ signal }) =>
          new Promise<void>((resolve) => {
            signal.addEventListener('abort', () => {
              reasons.push(signal.reason);
              resolve();
            });
          }),
      );
      throw failure;
    });
    await expect(failing).rejects.toBe(failure);
    expect(reasons).toEqual([failure]);
  });

  it.each([undefined, null, 'text'])('keeps the failure %s as it is', async (failure) => {
    // oxlint-disable-next-line prefer-promise-reject-errors -- a task may reject with anything
    const outcome = observe(runTaskGroup((group) => group.start(() => Promise.reject(failure))));
    await settle();
    expect(outcome()).toEqual({ state: 'rejected', reason: failure });
  });

  it('ends with the reason of the caller, untouched, when all tasks have, even those that succeed', async () => {
    const caller = new AbortController();
    const slow = task<string>();
    const outcome = observe(runTaskGroup((group) => group.start(slow.run), caller));
    const reason = { why: 'closed the tab' };
    caller.abort(reason);
    await settle();
    expect(outcome().state).toBe('pending');
    slow.resolve('in spite of it');
    await settle();
    expect(outcome()).toEqual({ state: 'rejected', reason });
    expect(getEventListeners(caller.signal, 'abort')).toEqual([]);
  });

  it('runs nothing for a caller who has gone', async () => {
    const run = runTaskGroup(() => expect.fail('ran'), { signal: AbortSignal.abort('gone') });
    await expect(run).rejects.toBe('gone');
  });

  it('waits for tasks that tasks start, and starts none once it has failed', async () => {
    const seen: string[] = [];
    const failure = new Error('first');
    const outcome = observe(
      runTaskGroup(async (group) => {
        await group.start(async () => {
          void group.start(() => seen.push('started by a task'));
          await settle();
        });
        await group.start(() => Promise.reject(failure)).catch(() => 'ignored by the body');
        await group
          .start(() => seen.push('after the failure'))
          .catch((error: unknown) => seen.push(String(error)));
      }),
    );
    await settle();
    await settle();
    expect(seen).toEqual(['started by a task', 'Error: first']);
    expect(outcome()).toEqual({ state: 'rejected', reason: failure });
  });

  it('tells its tasks the deadline of the call that it belongs to', async () => {
    const clock = createManualClock();
    const deadline = createDeadline({ clock }, { name: 'the analysis', timeoutMs: 100 });
    const endsAtMs = await deadline.run((call) =>
      runTaskGroup(
        (group) => group.start((inner) => deadline.run((innermost) => innermost.endsAtMs, inner)),
        call,
      ),
    );
    expect(endsAtMs).toBe(100);
  });

  it('starts nothing after its end', async () => {
    const late = await runTaskGroup((group) => new Box(group));
    await expect(late.group.start(() => expect.fail('ran'))).rejects.toMatchObject({ code: 'cancelled' });
  });
});

/** Carries a group out of its body, which no program should do. */
class Box {
  readonly group: TaskGroup;

  constructor(group: TaskGroup) {
    this.group = group;
  }
}
