import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EchoAnswer, EchoSetup, EchoTask } from '../../test/compute/echo.child.ts';
import { isRunning } from '../../test/compute/processes.ts';
import { isAppError } from '../errors/index.ts';
import { createProcessPool } from './index.ts';

const SLOTS = 2;
const ECHO_CHILD = new URL('../../test/compute/echo.child.ts', import.meta.url);
const never = new AbortController().signal;

/** What may be done to a pool: hand it a task, cancel one of those under way, wait for the oldest of them. */
const operation = fc.oneof(
  { weight: 60, arbitrary: fc.record({ do: fc.constant('echo' as const), first: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash-once' as const), first: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash-always' as const), first: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), first: fc.boolean() }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('abort' as const), which: fc.nat() }) },
  { weight: 20, arbitrary: fc.record({ do: fc.constant('wait' as const) }) },
);

type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;
type TaskKind = Exclude<Operation['do'], 'abort' | 'wait'>;

interface Asked {
  readonly kind: TaskKind;
  readonly number: number;
  readonly controller: AbortController;
  readonly outcome: Promise<string>;
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'process-pool-random-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

function toTask(kind: TaskKind, number: number): EchoTask {
  switch (kind) {
    case 'echo':
      return { kind: 'echo', value: number };
    case 'crash-once':
      return { kind: 'crash', unless: join(folder, `${number}`) };
    case 'crash-always':
      return { kind: 'crash' };
    case 'fail':
      return { kind: 'fail', code: 'no-audio' };
    default:
      return kind satisfies never;
  }
}

/** How a task that nobody cancels must end. */
function expected({ kind, number }: Asked): string {
  switch (kind) {
    case 'echo':
      return `value ${number}`;
    case 'crash-once':
      return 'survived';
    case 'crash-always':
      return 'worker-crashed';
    case 'fail':
      return 'no-audio';
    default:
      return kind satisfies never;
  }
}

function show(answer: EchoAnswer): string {
  return answer.kind === 'echo' ? `value ${String(answer.value)}` : answer.kind;
}

function showFailure(reason: unknown): string {
  return isAppError(reason) ? reason.code : String(reason);
}

it('keeps every promise and every slot through 1,000 random tasks, cancels and crashes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1_000, maxLength: 1_000 }), async (operations) => {
      const pool = createProcessPool<EchoSetup, EchoTask, EchoAnswer>({
        entry: ECHO_CHILD,
        setup: { greeting: 'hello' },
        slots: SLOTS,
        maxRssBytes: 2 ** 30,
        taskTimeoutMs: 60_000,
      });
      const asked: Asked[] = [];
      const underWay = new Set<Asked>();
      const ask = (kind: TaskKind, first: boolean): void => {
        const number = asked.length;
        const controller = new AbortController();
        const outcome = pool
          .run(toTask(kind, number), { signal: controller.signal, priority: first ? 'first' : 'normal' })
          .then(show, showFailure)
          .finally(() => underWay.delete(one));
        const one = { kind, number, controller, outcome };
        asked.push(one);
        underWay.add(one);
      };
      for (const one of operations) {
        const waiting = [...underWay];
        switch (one.do) {
          case 'abort':
            waiting[one.which % waiting.length]?.controller.abort('given up');
            break;
          case 'wait':
            await waiting[0]?.outcome;
            break;
          case 'echo':
          case 'crash-once':
          case 'crash-always':
          case 'fail':
            ask(one.do, one.first);
            break;
          default:
            one satisfies never;
        }
        expect(pool.load().active).toBeLessThanOrEqual(SLOTS);
      }
      for (const one of asked) {
        const outcome = await one.outcome;
        // An answer may come before its cancel: then it counts.
        expect(one.controller.signal.aborted ? [expected(one), 'given up'] : [expected(one)]).toContain(
          outcome,
        );
      }
      expect(pool.load()).toMatchObject({ active: 0, waiting: 0 });
      // No slot was lost: two tasks that wait for each other can only end side by side.
      const [here, there] = [join(folder, 'here'), join(folder, 'there')];
      await Promise.all([
        pool.run({ kind: 'hold', started: here, until: there }, { signal: never }),
        pool.run({ kind: 'hold', started: there, until: here }, { signal: never }),
      ]);
      const { pids } = pool.load();
      await pool.close();
      expect(pids.filter(isRunning)).toEqual([]);
    }),
    { numRuns: 1, endOnFailure: true },
  );
});
