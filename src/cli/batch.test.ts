import { describe, expect, it } from 'vitest';
import { runBatch } from './batch.ts';

function gates<Value>(count: number): readonly PromiseWithResolvers<Value>[] {
  return Array.from({ length: count }, () => Promise.withResolvers<Value>());
}

/** Lets everything happen that needs no outside event. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

const { signal } = new AbortController();

describe('runBatch', () => {
  it('takes results in the order of the items, each as soon as it can', async () => {
    const doors = gates<string>(3);
    const taken: string[] = [];
    const done = runBatch({
      items: doors,
      signal,
      limit: 3,
      work: (door) => door.promise,
      take: async (result) => {
        taken.push(result);
      },
    });
    doors[1]?.resolve('b');
    await settle();
    expect(taken).toEqual([]);
    doors[0]?.resolve('a');
    await settle();
    expect(taken).toEqual(['a', 'b']);
    doors[2]?.resolve('c');
    await done;
    expect(taken).toEqual(['a', 'b', 'c']);
  });

  it('never works on more than the limit', async () => {
    const doors = gates<number>(5);
    const started: number[] = [];
    const done = runBatch({
      items: doors,
      signal,
      limit: 2,
      work: (door, index) => {
        started.push(index);
        return door.promise;
      },
      take: async () => {},
    });
    await settle();
    expect(started).toEqual([0, 1]);
    doors[1]?.resolve(1);
    await settle();
    expect(started).toEqual([0, 1, 2]);
    doors.forEach((door) => door.resolve(0));
    await done;
    expect(started).toEqual([0, 1, 2, 3, 4]);
  });

  it('after a rejection starts nothing new, aborts and waits for what runs, and throws it', async () => {
    const doors = gates<number>(3);
    const started: number[] = [];
    let aborted: unknown;
    let ended = false;
    const done = runBatch({
      items: doors,
      signal,
      limit: 2,
      work: async (door, index, stop) => {
        started.push(index);
        stop.addEventListener('abort', () => {
          aborted = stop.reason;
        });
        return door.promise;
      },
      take: async () => {},
    }).finally(() => {
      ended = true;
    });
    done.catch(() => {});
    const reason = new Error('stop');
    doors[1]?.reject(reason);
    await settle();
    expect(ended).toBe(false);
    expect(aborted).toBe(reason);
    doors[0]?.reject(new Error('because of the abort'));
    await expect(done).rejects.toBe(reason);
    expect(started).toEqual([0, 1]);
  });

  it('ends with the reason of its own signal', async () => {
    const user = new AbortController();
    const started: number[] = [];
    const reason = new Error('enough');
    const done = runBatch({
      items: [1, 2, 3],
      signal: user.signal,
      limit: 1,
      work: async (item) => {
        started.push(item);
        user.abort(reason);
      },
      take: async () => {},
    });
    await expect(done).rejects.toBe(reason);
    expect(started).toEqual([1]);
  });

  it('ends when a result cannot be taken, and takes no further one', async () => {
    let tries = 0;
    const done = runBatch({
      items: [1, 2, 3],
      signal,
      limit: 1,
      work: async (item) => item,
      take: async () => {
        tries += 1;
        throw new Error('full');
      },
    });
    await expect(done).rejects.toThrow('full');
    expect(tries).toBe(1);
  });

  it('has nothing to do without items', async () => {
    await expect(
      runBatch({ items: [], signal, limit: 2, work: async () => 0, take: async () => {} }),
    ).resolves.toBeUndefined();
  });
});
