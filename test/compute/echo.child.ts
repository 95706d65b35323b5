/** A pool's child for the tests: does what it is told, the bad things too. */
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { serveChild } from '../../src/compute/index.ts';
import type { ErrorCode } from '../../src/errors/index.ts';
import { AppError } from '../../src/errors/index.ts';

/** What the child is set up with; `fail` makes the set-up itself fail. */
export interface EchoSetup {
  readonly greeting: string;
  readonly fail?: ErrorCode;
}

/** One thing to do. Paths are absolute. */
export type EchoTask =
  /** Gives the value back, after `busyMs` if given, and writes `done` once the answer is on its way. */
  | { readonly kind: 'echo'; readonly value: unknown; readonly busyMs?: number; readonly done?: string }
  /** Tells what this child is. */
  | { readonly kind: 'who' }
  /** Writes its process id into `started`, then waits until there is a file `until`; for ever without one. */
  | { readonly kind: 'hold'; readonly started: string; readonly until?: string }
  /** Kills its own process: always, or only while there is no file `unless`, which it writes. */
  | { readonly kind: 'crash'; readonly unless?: string }
  /** Takes memory and keeps it. */
  | { readonly kind: 'grow'; readonly bytes: number }
  /** Fails with a code of the table, or without one. */
  | { readonly kind: 'fail'; readonly code?: ErrorCode }
  /** Answers with what cannot be sent. */
  | { readonly kind: 'unsendable' };

/** What comes back, under the name of what was to be done. */
export type EchoAnswer =
  /** `startMs` and `endMs`: when the work was, on the machine's clock. */
  | {
      readonly kind: 'echo';
      readonly value: unknown;
      readonly pid: number;
      readonly startMs: number;
      readonly endMs: number;
    }
  | {
      readonly kind: 'who';
      readonly pid: number;
      readonly greeting: string;
      readonly env: Readonly<Record<string, string | undefined>>;
      readonly execArgv: readonly string[];
    }
  | { readonly kind: 'hold' | 'grow' | 'survived'; readonly pid: number };

serveChild((setup: EchoSetup) => {
  if (setup.fail !== undefined) {
    throw new AppError(setup.fail, { path: '/models/none' });
  }
  const kept: Buffer[] = [];
  return Promise.resolve({ run: (task: EchoTask) => run(task, setup, kept) });
});

async function run(task: EchoTask, { greeting }: EchoSetup, kept: Buffer[]): Promise<unknown> {
  const { pid, env, execArgv } = process;
  switch (task.kind) {
    case 'echo':
      return echo(task.value, task.busyMs ?? 0, task.done);
    case 'who':
      return { kind: 'who', pid, greeting, env: { ...env }, execArgv } satisfies EchoAnswer;
    case 'hold':
      writeFileSync(task.started, String(pid));
      while (task.until === undefined || !existsSync(task.until)) {
        await delay(5);
      }
      return { kind: 'hold', pid } satisfies EchoAnswer;
    case 'crash':
      if (task.unless !== undefined && existsSync(task.unless)) {
        return { kind: 'survived', pid } satisfies EchoAnswer;
      }
      if (task.unless !== undefined) {
        writeFileSync(task.unless, '');
      }
      process.kill(pid, 'SIGKILL');
      return delay(60_000);
    case 'grow':
      kept.push(Buffer.alloc(task.bytes, 1));
      return { kind: 'grow', pid } satisfies EchoAnswer;
    case 'fail':
      throw task.code === undefined
        ? new RangeError('no such frame')
        : new AppError(task.code, { path: '/x' });
    case 'unsendable':
      return { call: () => undefined };
    default:
      return task satisfies never;
  }
}

async function echo(value: unknown, busyMs: number, done: string | undefined): Promise<EchoAnswer> {
  const startMs = performance.timeOrigin + performance.now();
  await delay(busyMs);
  if (done !== undefined) {
    // After the microtask that sends the answer.
    setImmediate(() => {
      writeFileSync(done, '');
    });
  }
  const endMs = performance.timeOrigin + performance.now();
  return { kind: 'echo', value, pid: process.pid, startMs, endMs };
}
