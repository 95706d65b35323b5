import { afterEach, assert, describe, expect, it, vi } from 'vitest';
import { AppError, isAppError } from '../errors/index.ts';
import type { WorkerPool, WorkerPoolOptions } from './index.ts';
import { createWorkerPool } from './index.ts';

const FUNCTIONS = new URL('../../test/compute/functions.worker.ts', import.meta.url);
const never = new AbortController().signal;

let pools: WorkerPool[] = [];

afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  pools = [];
});

function makePool(options: Partial<WorkerPoolOptions> = {}): WorkerPool {
  const pool = createWorkerPool({ entry: FUNCTIONS, threads: 1, taskTimeoutMs: 60_000, ...options });
  pools.push(pool);
  return pool;
}

/** Starts a task that never ends by itself, and waits until its thread is in it. */
async function spin(pool: WorkerPool, signal: AbortSignal) {
  const shared = new SharedArrayBuffer(8);
  const task = pool.run('spin', shared, { signal });
  task.catch(() => undefined);
  await vi.waitFor(() => expect(Atomics.load(new Int32Array(shared), 0)).toBe(1), {
    timeout: 20_000,
    interval: 5,
  });
  return { task, turns: () => Atomics.load(new Int32Array(shared), 1) };
}

describe('a worker pool', () => {
  it('runs a named function of a TypeScript file in another thread', async () => {
    expect(await makePool().run('where', undefined, { signal: never })).toMatchObject({
      isMainThread: false,
    });
  });

  it('carries typed arrays, maps and undefined both ways', async () => {
    const value = { samples: Float32Array.of(0.5, NaN), names: new Map([['a', 1n]]), nothing: undefined };
    expect(await makePool().run('same', value, { signal: never })).toEqual(value);
  });

  it('does many tasks in few threads', async () => {
    const pool = makePool({ threads: 2 });
    const places = await Promise.all(
      Array.from({ length: 20 }, () => pool.run<{ threadId: number }>('where', 0, { signal: never })),
    );
    expect(new Set(places.map(({ threadId }) => threadId)).size).toBeLessThanOrEqual(2);
  });

  it('keeps code, details and stack of an error of the table', async () => {
    const failure = await makePool()
      .run('failWithCode', 'no-audio', { signal: never })
      .catch((error: unknown) => error);
    assert(isAppError(failure, 'no-audio'));
    expect(failure.details).toEqual({ file: 'talk.mp4' });
    expect(failure.message).toBe('talk.mp4 has no sound track.');
    expect(failure.cause).toContain('functions.worker.ts');
  });

  it('makes an error of no table internal, with the stack as the cause for logs', async () => {
    const failure = await makePool()
      .run('failPlainly', 'no such frame', { signal: never })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'internal',
      cause: expect.stringContaining('no such frame'),
    });
    expect(String(failure)).not.toContain('no such frame');
  });

  it('fails a task whose function does not exist, whose file does not, or whose answer cannot be sent', async () => {
    const pool = makePool();
    await expect(pool.run('nowhere', 1, { signal: never })).rejects.toMatchObject({ code: 'internal' });
    await expect(pool.run('unsendable', 1, { signal: never })).rejects.toMatchObject({ code: 'internal' });
    await expect(pool.run('same', () => 1, { signal: never })).rejects.toMatchObject({ code: 'internal' });
    const lost = makePool({ entry: new URL('file:///nowhere/absent.worker.ts') });
    await expect(lost.run('same', 1, { signal: never })).rejects.toMatchObject({ code: 'internal' });
    expect(await pool.run('same', 'next', { signal: never })).toBe('next');
  });

  it('goes on after a thread that died', async () => {
    const pool = makePool();
    await expect(pool.run('exit', 1, { signal: never })).rejects.toMatchObject({ code: 'internal' });
    expect(await pool.run('same', 'next', { signal: never })).toBe('next');
  });

  it('ends a cancelled task at once with its reason, even one that never looks up', async () => {
    const pool = makePool();
    const controller = new AbortController();
    const { task, turns } = await spin(pool, controller.signal);
    controller.abort(new AppError('cancelled'));
    await expect(task).rejects.toMatchObject({ code: 'cancelled' });
    expect(await pool.run('same', 'next', { signal: never })).toBe('next');
    const stopped = turns();
    expect(await pool.run('same', 'later', { signal: never })).toBe('later');
    expect(turns()).toBe(stopped);
  });

  it('begins no task that was cancelled before', async () => {
    await expect(makePool().run('where', 0, { signal: AbortSignal.abort('no need') })).rejects.toBe(
      'no need',
    );
  });

  it('fails a task that takes too long', async () => {
    const pool = makePool({ taskTimeoutMs: 500 });
    const shared = new SharedArrayBuffer(8);
    await expect(pool.run('spin', shared, { signal: never })).rejects.toMatchObject({
      code: 'task-timeout',
      details: { seconds: 1 },
    });
  });

  it('ends its tasks as cancelled when it is closed, and may be closed twice', async () => {
    const pool = makePool();
    const { task } = await spin(pool, never);
    const waiting = pool.run('same', 1, { signal: never });
    const outcomes = Promise.allSettled([task, waiting]);
    await Promise.all([pool.close(), pool.close()]);
    await pool.close();
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
    }
    await expect(pool.run('same', 1, { signal: never })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
