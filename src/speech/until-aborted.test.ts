import { describe, expect, it } from 'vitest';
import { untilAborted } from './until-aborted.ts';

/** A source that can be watched: what was asked of it, and a way to keep it waiting. */
function watched(values: readonly number[], stallAfter = Infinity) {
  const seen = { asked: 0, returned: 0 };
  const source: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: () => {
        const value = values[seen.asked];
        seen.asked += 1;
        if (seen.asked > stallAfter) {
          return new Promise(() => undefined);
        }
        return Promise.resolve(value === undefined ? { done: true, value } : { done: false, value });
      },
      return: () => {
        seen.returned += 1;
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
  return { source, seen };
}

async function collect(source: AsyncIterable<number>): Promise<readonly number[]> {
  const values: number[] = [];
  for await (const value of source) {
    values.push(value);
  }
  return values;
}

async function* stalled(): AsyncGenerator<number> {
  await new Promise(() => undefined);
  yield 1;
}

async function* damaged(): AsyncGenerator<number> {
  yield 1;
  throw new RangeError('damaged');
}

const never = new AbortController().signal;

describe('untilAborted', () => {
  it('gives what the source gives, and asks for one thing at a time', async () => {
    const { source, seen } = watched([1, 2, 3]);
    const values: number[] = [];
    for await (const value of untilAborted(source, never)) {
      values.push(value);
      expect(seen.asked).toBe(values.length);
    }
    expect(values).toEqual([1, 2, 3]);
    expect(seen).toEqual({ asked: 4, returned: 0 });
  });

  it('ends the wait for a source that gives nothing any more', async () => {
    const controller = new AbortController();
    const { source, seen } = watched([1, 2, 3], 2);
    const collected = collect(untilAborted(source, controller.signal));
    setImmediate(() => {
      controller.abort('no need');
    });
    await expect(collected).rejects.toBe('no need');
    expect(seen).toEqual({ asked: 3, returned: 1 });
  });

  it('waits for no generator that is in the midst of something', async () => {
    const controller = new AbortController();
    const collected = collect(untilAborted(stalled(), controller.signal));
    setImmediate(() => {
      controller.abort('no need');
    });
    await expect(collected).rejects.toBe('no need');
  });

  it('asks nothing of a source when it was aborted before', async () => {
    const { source, seen } = watched([1]);
    await expect(collect(untilAborted(source, AbortSignal.abort('no need')))).rejects.toBe('no need');
    expect(seen).toEqual({ asked: 0, returned: 1 });
  });

  it('ends the source, and waits for that, when its reader stops', async () => {
    let ended = false;
    async function* source(): AsyncGenerator<number> {
      try {
        yield 1;
        yield 2;
      } finally {
        await new Promise(setImmediate);
        ended = true;
      }
    }
    for await (const value of untilAborted(source(), never)) {
      expect(value).toBe(1);
      break;
    }
    expect(ended).toBe(true);
  });

  it('hands on what the source throws', async () => {
    await expect(collect(untilAborted(damaged(), never))).rejects.toThrow('damaged');
  });

  it('leaves no listener behind', async () => {
    const { source } = watched([1, 2, 3]);
    const controller = new AbortController();
    let listening = 0;
    const { signal } = controller;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listening += 1;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listening -= 1;
      remove(...args);
    };
    await collect(untilAborted(source, signal));
    expect(listening).toBe(0);
  });
});
