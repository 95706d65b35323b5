import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../errors/index.ts';
import { startFeed } from './feed.ts';
import type { WorkerPool } from './index.ts';
import { createWorkerPool } from './index.ts';

const FUNCTIONS = new URL('../../test/compute/functions.worker.ts', import.meta.url);
const never = new AbortController().signal;

let pools: WorkerPool[] = [];

afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  pools = [];
});

function makePool({ threads = 1, taskTimeoutMs = 60_000 } = {}): WorkerPool {
  const pool = createWorkerPool({ entry: FUNCTIONS, threads, taskTimeoutMs });
  pools.push(pool);
  return pool;
}

/** Blocks of one sample each; `read` says how many were asked for, `left` whether the reader has gone for good. */
function countedSource(length: number) {
  const seen = { read: 0, left: false };
  async function* read(): AsyncGenerator<Float32Array> {
    try {
      for (; seen.read < length;) {
        seen.read += 1;
        yield Float32Array.of(seen.read);
      }
    } finally {
      seen.left = true;
    }
  }
  return { blocks: read(), seen };
}

/** One block, then a wait without end. */
async function* stalled(): AsyncGenerator<string> {
  yield 'first';
  await new Promise<never>(() => undefined);
}

describe('a fed task', () => {
  it('gets its input and every block in order, and the blocks stay with their owner', async () => {
    const blocks = [Float32Array.of(1, 2), Float32Array.of(), Float32Array.of(3)];
    const source = (async function* () {
      yield* blocks;
    })();
    expect(await makePool().feed('collect', 'options', source, { signal: never })).toEqual({
      input: 'options',
      blocks,
    });
    expect(blocks.map(({ length }) => length)).toEqual([2, 0, 1]);
  });

  it('may have its blocks moved instead of copied', async () => {
    const block = Float32Array.of(1, 2);
    const source = (async function* () {
      yield block;
    })();
    const moved = await makePool().feed('takeOne', null, source, {
      signal: never,
      toMove: (one: Float32Array<ArrayBuffer>) => [one.buffer],
    });
    expect(moved).toEqual(Float32Array.of(1, 2));
    expect(block).toHaveLength(0);
  });

  it('reads no more than one block ahead of the task', async () => {
    const { blocks, seen } = countedSource(1000);
    const shared = new SharedArrayBuffer(8);
    const controller = new AbortController();
    const task = makePool().feed('sitOnOne', shared, blocks, { signal: controller.signal });
    task.catch(() => undefined);
    await vi.waitFor(() => expect(Atomics.load(new Int32Array(shared), 0)).toBe(1), {
      timeout: 20_000,
      interval: 5,
    });
    expect(seen.read).toBeLessThanOrEqual(2);
    controller.abort('enough');
    await expect(task).rejects.toBe('enough');
    await vi.waitFor(() => expect(seen.left).toBe(true));
  });

  it('may leave the rest of the blocks, and the source hears of it', async () => {
    const { blocks, seen } = countedSource(1000);
    expect(await makePool().feed('takeOne', null, blocks, { signal: never })).toEqual(Float32Array.of(1));
    await vi.waitFor(() => expect(seen.left).toBe(true));
    expect(seen.read).toBeLessThanOrEqual(3);
  });

  it('fails with what the source throws, and the pool goes on', async () => {
    const pool = makePool();
    const broken = (async function* () {
      yield 'first';
      throw new AppError('media-damaged', { file: 'talk.mp4' });
    })();
    await expect(pool.feed('collect', null, broken, { signal: never })).rejects.toMatchObject({
      code: 'media-damaged',
    });
    expect(await pool.run('same', 'next', { signal: never })).toBe('next');
  });

  it('fails with what the function throws, and the source hears of it', async () => {
    const { blocks, seen } = countedSource(1000);
    await expect(
      makePool().feed('failWithCode', 'no-audio', blocks, { signal: never }),
    ).rejects.toMatchObject({ code: 'no-audio' });
    await vi.waitFor(() => expect(seen.left || seen.read === 0).toBe(true));
  });

  it('ends at once when cancelled, although the source stands still', async () => {
    const pool = makePool();
    const controller = new AbortController();
    const task = pool.feed('collect', null, stalled(), { signal: controller.signal });
    controller.abort('given up');
    await expect(task).rejects.toBe('given up');
    expect(await pool.run('same', 'next', { signal: never })).toBe('next');
  });

  it('is given up when it takes too long over one block', async () => {
    const pool = makePool({ taskTimeoutMs: 500 });
    const { blocks, seen } = countedSource(10);
    await expect(
      pool.feed('sitOnOne', new SharedArrayBuffer(8), blocks, { signal: never }),
    ).rejects.toMatchObject({ code: 'task-timeout', details: { seconds: 1 } });
    await vi.waitFor(() => expect(seen.left || seen.read === 0).toBe(true));
  });

  it('ends as cancelled when the pool is closed', async () => {
    const pool = makePool();
    const task = pool.feed('collect', null, stalled(), { signal: never });
    task.catch(() => undefined);
    await pool.close();
    await expect(task).rejects.toMatchObject({ code: 'cancelled' });
    await expect(pool.feed('collect', null, stalled(), { signal: never })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('a feed', () => {
  it('is patient with its source without end, with the thread only as long as it was told', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { promise, resolve } = Promise.withResolvers<string>();
      const feed = startFeed(
        (async function* () {
          yield await promise;
        })(),
        { patienceMs: 1000, toMove: () => [] },
      );
      const asked = once(feed.port, 'message');
      feed.port.postMessage(null, []);
      // The question is on its way through another channel than the timers.
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
      vi.advanceTimersByTime(3_600_000);
      expect(feed.failed.aborted).toBe(false);
      resolve('first');
      expect(await asked).toEqual([{ kind: 'block', block: 'first' }]);
      vi.advanceTimersByTime(999);
      expect(feed.failed.aborted).toBe(false);
      vi.advanceTimersByTime(1);
      expect(feed.failed.reason).toMatchObject({ code: 'task-timeout', details: { seconds: 1 } });
      feed.stop();
      feed.stop();
    } finally {
      vi.useRealTimers();
    }
  });
});
