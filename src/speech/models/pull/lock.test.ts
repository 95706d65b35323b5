import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../resilience/index.ts';
import type { LockOptions } from './lock.ts';
import { withLock } from './lock.ts';

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
  lock = join(folder, 'inside', 'model.lock');
});

afterEach(() => rm(folder, { recursive: true }));

function locked<Result>(work: () => Promise<Result>, options: Partial<LockOptions> = {}): Promise<Result> {
  const all = { signal: new AbortController().signal, onWait: () => {}, pollMs: 5, ...options };
  return withLock(systemClock, lock, all, work);
}

/** A lock as a process that died has left it. */
async function leaveLock(holder: string): Promise<void> {
  await mkdir(lock, { recursive: true });
  await writeFile(join(lock, holder), '');
}

/** No process has such a number: it is past the largest that Linux gives. */
const DEAD_PID = 2 ** 22 + 1;
const HERE = hostname().replaceAll(/[^\w.-]/g, '_');

describe('a lock', () => {
  it('lets one after the other work, and is gone afterwards', async () => {
    let inside = 0;
    const seen: number[] = [];
    const work = async (): Promise<void> => {
      inside += 1;
      seen.push(inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => locked(work)));
    expect(seen).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is given back when the work fails', async () => {
    await expect(locked(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await locked(() => Promise.resolve('yes'))).toBe('yes');
  });

  it('tells once that it is waited for', async () => {
    let waits = 0;
    await locked(async () => {
      const second = locked(() => Promise.resolve(), { onWait: () => (waits += 1) });
      await expect.poll(() => waits, { timeout: 10_000 }).toBe(1);
      void second.catch(() => {});
    });
    expect(waits).toBe(1);
  });

  it('ends the waiting with the reason of the signal', async () => {
    const controller = new AbortController();
    await locked(async () => {
      const waiting = locked(() => Promise.resolve(), {
        signal: controller.signal,
        onWait: () => controller.abort(new Error('enough')),
      });
      await expect(waiting).rejects.toThrow('enough');
    });
  });

  it('of a process that died is taken over', async () => {
    await leaveLock(`${HERE}@${DEAD_PID}@x`);
    expect(await locked(() => Promise.resolve('mine'))).toBe('mine');
  });

  it('of another machine is taken over only when nothing is heard of it', async () => {
    await leaveLock('elsewhere@1@x');
    let waited = false;
    const mine = locked(() => Promise.resolve('mine'), { silentMs: 50, onWait: () => (waited = true) });
    expect(await mine).toBe('mine');
    expect(waited).toBe(true);
  });

  it('that is half removed is nobody’s', async () => {
    await mkdir(lock, { recursive: true });
    expect(await locked(() => Promise.resolve('mine'))).toBe('mine');
  });

  it('that cannot be made is told with its folder', async () => {
    await writeFile(dirname(lock), 'a file');
    await expect(locked(() => Promise.resolve())).rejects.toMatchObject({ code: 'cannot-write' });
  });
});
