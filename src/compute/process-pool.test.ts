import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, getPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, assert, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EchoAnswer, EchoSetup, EchoTask } from '../../test/compute/echo.child.ts';
import { isRunning } from '../../test/compute/processes.ts';
import { AppError } from '../errors/index.ts';
import type { ProcessPool, ProcessPoolOptions } from './index.ts';
import { createProcessPool } from './index.ts';

type Pool = ProcessPool<EchoTask, EchoAnswer>;

const ECHO_CHILD = new URL('../../test/compute/echo.child.ts', import.meta.url);
const PATIENCE = { timeout: 10_000, interval: 5 };
const never = new AbortController().signal;

let folder: string;
let pools: Pool[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'process-pool-'));
});

afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  pools = [];
  await rm(folder, { recursive: true });
});

function makePool(options: Partial<ProcessPoolOptions<EchoSetup>> = {}): Pool {
  const pool = createProcessPool<EchoSetup, EchoTask, EchoAnswer>({
    entry: ECHO_CHILD,
    setup: { greeting: 'hello' },
    slots: 1,
    maxRssBytes: 2 ** 30,
    taskTimeoutMs: 60_000,
    ...options,
  });
  pools.push(pool);
  return pool;
}

const at = (name: string): string => join(folder, name);

/** Starts a task that waits in its child until it is let go, and gives the child's process id. */
async function hold(pool: Pool, name: string, signal: AbortSignal = never) {
  const task = pool.run({ kind: 'hold', started: at(`${name}.pid`), until: at(`${name}.go`) }, { signal });
  task.catch(() => undefined);
  const pid = await vi.waitFor(() => {
    const text = readFileSync(at(`${name}.pid`), 'utf8');
    expect(text).not.toBe('');
    return Number(text);
  }, PATIENCE);
  return { pid, task, letGo: () => writeFileSync(at(`${name}.go`), '') };
}

async function whoIsThere(pool: Pool) {
  const answer = await pool.run({ kind: 'who' }, { signal: never });
  assert(answer.kind === 'who');
  return answer;
}

async function echoed(pool: Pool, value: unknown, signal: AbortSignal = never, busyMs = 0) {
  const answer = await pool.run({ kind: 'echo', value, busyMs }, { signal });
  assert(answer.kind === 'echo');
  return answer;
}

function isGone(pid: number): Promise<void> {
  return vi.waitFor(() => {
    expect(isRunning(pid)).toBe(false);
  }, PATIENCE);
}

describe('a process pool', () => {
  it('carries typed arrays, maps, big integers and undefined both ways', async () => {
    const value = {
      samples: Float32Array.of(0.1, -0, NaN, Infinity),
      counts: BigInt64Array.of(1n, -(2n ** 62n)),
      names: new Map([['a', new Set([1])]]),
      nothing: undefined,
      text: 'речь 👋',
    };
    expect((await echoed(makePool(), value)).value).toEqual(value);
  });

  it('hands the set-up to each child', async () => {
    expect((await whoIsThere(makePool({ setup: { greeting: 'good day' } }))).greeting).toBe('good day');
  });

  it('keeps a child for the next task', async () => {
    const pool = makePool();
    expect((await whoIsThere(pool)).pid).toBe((await whoIsThere(pool)).pid);
    expect(pool.load().pids).toHaveLength(1);
  });

  it('starts no child before the first task', () => {
    expect(makePool().load()).toEqual({ slots: 1, active: 0, waiting: 0, crashes: 0, pids: [] });
  });

  it('never does more at once than it has slots', async () => {
    const pool = makePool({ slots: 2 });
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, value) => echoed(pool, value, never, 20)),
    );
    expect(answers.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(new Set(answers.map(({ pid }) => pid)).size).toBeLessThanOrEqual(2);
    const together = answers.map(
      (one) => answers.filter((other) => other.startMs <= one.startMs && one.startMs < other.endMs).length,
    );
    expect(Math.max(...together)).toBeLessThanOrEqual(2);
  });

  it('works in every slot at once, and tells what it is doing', async () => {
    const pool = makePool({ slots: 2 });
    const [one, two] = await Promise.all([hold(pool, 'one'), hold(pool, 'two')]);
    const waiting = echoed(pool, 'later');
    expect(pool.load()).toMatchObject({ slots: 2, active: 2, waiting: 1, crashes: 0 });
    expect(new Set(pool.load().pids)).toEqual(new Set([one.pid, two.pid]));
    one.letGo();
    two.letGo();
    await Promise.all([one.task, two.task, waiting]);
    expect(pool.load()).toMatchObject({ active: 0, waiting: 0 });
  });

  it('does waiting tasks in order, those that go first before the others', async () => {
    const pool = makePool();
    const { letGo, task } = await hold(pool, 'gate');
    const order: string[] = [];
    const ask = async (name: string, priority: 'first' | 'normal'): Promise<void> => {
      await pool.run({ kind: 'echo', value: name }, { signal: never, priority });
      order.push(name);
    };
    const all = [
      ask('a', 'normal'),
      ask('b', 'normal'),
      ask('c', 'first'),
      ask('d', 'first'),
      ask('e', 'normal'),
    ];
    letGo();
    await Promise.all([task, ...all]);
    expect(order).toEqual(['c', 'd', 'a', 'b', 'e']);
  });

  it('runs its children at low priority', async () => {
    const { pid } = await whoIsThere(makePool());
    expect(getPriority(pid)).toBe(constants.priority.PRIORITY_BELOW_NORMAL);
  });

  it('hands no secret and no option of the parent to a child', async () => {
    vi.stubEnv('GIGACHAT_API_KEY', 'secret');
    vi.stubEnv('NODE_OPTIONS', '--no-warnings');
    try {
      const { env, execArgv } = await whoIsThere(makePool({ env: { MALLOC_ARENA_MAX: '2' } }));
      expect(env['MALLOC_ARENA_MAX']).toBe('2');
      expect(env['PATH']).toBe(process.env['PATH']);
      expect(env).not.toHaveProperty('GIGACHAT_API_KEY');
      expect(env).not.toHaveProperty('NODE_OPTIONS');
      expect(env).not.toHaveProperty('HOME');
      expect(execArgv).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('replaces a child that has grown too large', async () => {
    const pool = makePool({ maxRssBytes: 180 * 2 ** 20 });
    const before = await whoIsThere(pool);
    await pool.run({ kind: 'grow', bytes: 200 * 2 ** 20 }, { signal: never });
    const after = await whoIsThere(pool);
    expect(after.pid).not.toBe(before.pid);
    await isGone(before.pid);
    expect(pool.load()).toMatchObject({ crashes: 0, pids: [after.pid] });
  });
});

describe('a cancelled task', () => {
  it('is not begun when it was cancelled before', async () => {
    const pool = makePool();
    await expect(echoed(pool, 1, AbortSignal.abort('no need'))).rejects.toBe('no need');
    expect(pool.load().pids).toEqual([]);
  });

  it('leaves the queue at once, and the others go on', async () => {
    const pool = makePool();
    const gate = await hold(pool, 'gate');
    const controller = new AbortController();
    const [cancelled, other] = [echoed(pool, 'cancelled', controller.signal), echoed(pool, 'other')];
    controller.abort(new AppError('cancelled'));
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(pool.load()).toMatchObject({ active: 1, waiting: 1 });
    gate.letGo();
    expect(await gate.task).toMatchObject({ pid: gate.pid });
    expect((await other).value).toBe('other');
  });

  it('ends its child within 200 ms, harms no neighbour, and leaves its slot to the next', async () => {
    const pool = makePool({ slots: 2 });
    const controller = new AbortController();
    const [running, neighbour] = await Promise.all([
      hold(pool, 'running', controller.signal),
      hold(pool, 'neighbour'),
    ]);
    const abortedAt = performance.now();
    controller.abort(new AppError('cancelled'));
    await expect(running.task).rejects.toMatchObject({ code: 'cancelled' });
    expect(isRunning(running.pid)).toBe(false);
    expect(performance.now() - abortedAt).toBeLessThan(200);
    expect((await echoed(pool, 'next')).value).toBe('next');
    expect(isRunning(neighbour.pid)).toBe(true);
    neighbour.letGo();
    expect(await neighbour.task).toMatchObject({ pid: neighbour.pid });
    expect(pool.load().crashes).toBe(0);
  });

  it('is cancelled although its answer was on the way, and gives no dying child to the next task', async () => {
    const pool = makePool();
    await whoIsThere(pool);
    const controller = new AbortController();
    const task = pool.run({ kind: 'echo', value: 1, done: at('done') }, { signal: controller.signal });
    // Holds the event loop until the answer lies in the channel, unread.
    while (!existsSync(at('done'))) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
    controller.abort(new AppError('cancelled'));
    const next = echoed(pool, 'next');
    await expect(task).rejects.toMatchObject({ code: 'cancelled' });
    expect((await next).value).toBe('next');
    expect(pool.load()).toMatchObject({ active: 0, crashes: 0 });
    expect(pool.load().pids).toHaveLength(1);
  });

  it('no longer listens to its signal once it is done', async () => {
    const pool = makePool();
    const controller = new AbortController();
    const removed = vi.spyOn(controller.signal, 'removeEventListener');
    const added = vi.spyOn(controller.signal, 'addEventListener');
    await echoed(pool, 1, controller.signal);
    expect(removed.mock.calls.length).toBe(added.mock.calls.length);
  });
});

describe('a child that goes away', () => {
  it('costs its task one more try on a new child', async () => {
    const pool = makePool();
    const before = await whoIsThere(pool);
    expect(await pool.run({ kind: 'crash', unless: at('tried') }, { signal: never })).toMatchObject({
      kind: 'survived',
    });
    expect((await whoIsThere(pool)).pid).not.toBe(before.pid);
    expect(pool.load()).toMatchObject({ active: 0, waiting: 0, crashes: 1 });
  });

  it('fails a task that two children in a row died of, and no other', async () => {
    const pool = makePool({ slots: 2 });
    const bad = pool.run({ kind: 'crash' }, { signal: never });
    const good = Promise.all(Array.from({ length: 6 }, (_, value) => echoed(pool, value)));
    await expect(bad).rejects.toMatchObject({ code: 'worker-crashed', details: { how: 'SIGKILL' } });
    expect((await good).map(({ value }) => value)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(pool.load()).toMatchObject({ active: 0, waiting: 0, crashes: 2 });
  });

  it('is killed from outside: its task is tried again', async () => {
    const pool = makePool();
    const { pid, task, letGo } = await hold(pool, 'held');
    letGo();
    process.kill(pid, 'SIGKILL');
    expect((await task).pid).not.toBe(pid);
  });

  it('dies while idle: the next task gets a new one', async () => {
    const pool = makePool();
    const { pid } = await whoIsThere(pool);
    process.kill(pid, 'SIGKILL');
    await isGone(pid);
    await vi.waitFor(() => {
      expect(pool.load().pids).toEqual([]);
    }, PATIENCE);
    expect((await echoed(pool, 'alive')).value).toBe('alive');
    expect(pool.load().crashes).toBe(1);
  });

  it('has an entry file that cannot be run: the task says so', async () => {
    const pool = makePool({ entry: new URL('file:///nowhere/absent.child.ts') });
    await expect(echoed(pool, 1)).rejects.toMatchObject({
      code: 'worker-crashed',
      details: { how: 'exit code 1' },
    });
  });
});

describe('a child that cannot even be started', () => {
  it('fails its task, and no slot is lost', async () => {
    const pool = makePool({ entry: new URL('https://example.org/child.ts') });
    for (const value of [1, 2]) {
      await expect(echoed(pool, value)).rejects.toMatchObject({ code: 'worker-crashed' });
    }
    expect(pool.load()).toMatchObject({ active: 0, waiting: 0 });
  });
});

describe('a task that fails', () => {
  it('keeps the code and the details of an error of the table', async () => {
    const pool = makePool();
    await expect(pool.run({ kind: 'fail', code: 'model-damaged' }, { signal: never })).rejects.toMatchObject({
      name: 'AppError',
      code: 'model-damaged',
      details: { path: '/x' },
    });
  });

  it('is internal when its error is of no table, with the stack as the cause for logs', async () => {
    const failure = await makePool()
      .run({ kind: 'fail' }, { signal: never })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'internal',
      cause: expect.stringContaining('no such frame'),
    });
    expect(String(failure)).not.toContain('no such frame');
  });

  it('takes the slot of no other task', async () => {
    const pool = makePool();
    const outcomes = await Promise.allSettled([
      pool.run({ kind: 'fail' }, { signal: never }),
      echoed(pool, 'next'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(pool.load()).toMatchObject({ active: 0, waiting: 0 });
  });

  it('fails with the reason why the set-up of its child failed', async () => {
    const pool = makePool({ setup: { greeting: '', fail: 'model-missing' } });
    await expect(echoed(pool, 1)).rejects.toMatchObject({
      code: 'model-missing',
      details: { path: '/models/none' },
    });
  });

  it('fails alone when its input or its answer cannot be sent', async () => {
    const pool = makePool();
    await expect(echoed(pool, () => 'a function')).rejects.toMatchObject({ code: 'internal' });
    await expect(pool.run({ kind: 'unsendable' }, { signal: never })).rejects.toMatchObject({
      code: 'internal',
    });
    expect((await echoed(pool, 'next')).value).toBe('next');
    expect(pool.load()).toMatchObject({ active: 0, waiting: 0 });
  });

  it('fails when no child can be set up because its set-up cannot be sent', async () => {
    const setup = { greeting: 'hello', call: () => undefined };
    const pool = makePool({ setup });
    await expect(echoed(pool, 1)).rejects.toMatchObject({ code: 'internal' });
    await vi.waitFor(() => {
      expect(pool.load()).toMatchObject({ active: 0, waiting: 0, pids: [] });
    }, PATIENCE);
  });

  it('fails when it takes too long, and its child is ended', async () => {
    const pool = makePool({ taskTimeoutMs: 500 });
    const task = pool.run({ kind: 'hold', started: at('slow') }, { signal: never });
    const { pids } = pool.load();
    await expect(task).rejects.toMatchObject({ code: 'task-timeout', details: { seconds: 1 } });
    expect(pids).toHaveLength(1);
    expect(pids.filter(isRunning)).toEqual([]);
    expect(pool.load()).toMatchObject({ active: 0, crashes: 0, pids: [] });
  });
});

describe('closing', () => {
  it('ends waiting and running tasks and leaves no child', async () => {
    const pool = makePool({ slots: 2 });
    const idle = await whoIsThere(pool);
    const held = await Promise.all([hold(pool, 'one'), hold(pool, 'two')]);
    const waiting = echoed(pool, 'waiting');
    const settled = Promise.allSettled([...held.map(({ task }) => task), waiting]);
    await pool.close();
    expect([idle.pid, ...held.map(({ pid }) => pid)].filter(isRunning)).toEqual([]);
    expect(pool.load()).toMatchObject({ active: 0, waiting: 0, pids: [] });
    for (const outcome of await settled) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } });
    }
  });

  it('may be asked for twice, at once or later, and takes no task afterwards', async () => {
    const pool = makePool();
    await whoIsThere(pool);
    await Promise.all([pool.close(), pool.close()]);
    await pool.close();
    await expect(echoed(pool, 1)).rejects.toMatchObject({ code: 'cancelled' });
    expect(pool.load().pids).toEqual([]);
  });

  it('waits for a child that was being replaced', async () => {
    const pool = makePool({ maxRssBytes: 1 });
    const { pid } = await whoIsThere(pool);
    await pool.close();
    expect(isRunning(pid)).toBe(false);
  });
});
