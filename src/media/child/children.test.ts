import { once } from 'node:events';
import { getPriority } from 'node:os';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findProcess } from '../../../test/media/support/processes.ts';
import type { Child, Children } from './children.ts';
import { createChildren } from './children.ts';
import type { RunOptions } from './run-to-end.ts';
import { runToEnd } from './run-to-end.ts';

let children: Children;
let caller: AbortController;

beforeEach(() => {
  children = createChildren({ env: { ONLY: 'this' } });
  caller = new AbortController();
});

afterEach(() => children.close());

function startShell(script: string): Promise<Child> {
  return children.start('/bin/sh', ['-c', script], { signal: caller.signal });
}

/** Starts a script that prints a process id first. */
async function startAndReadPid(script: string): Promise<{ readonly child: Child; readonly pid: number }> {
  const child = await startShell(script);
  const [line]: unknown[] = await once(child.stdout, 'data');
  return { child, pid: Number(String(line)) };
}

function run(child: Child, options: Partial<RunOptions> = {}): ReturnType<typeof runToEnd> {
  return runToEnd(child, { signal: caller.signal, timeoutMs: 10_000, maxBytes: 1000, ...options });
}

async function expectGone(pid: number): Promise<void> {
  await vi.waitFor(async () => expect(await findProcess(pid)).toBeNull(), { timeout: 2000, interval: 5 });
}

describe('createChildren', () => {
  it('gives a child only the environment that was meant for it, and low priority', async () => {
    const child = await startShell('echo $$; env; read line');
    expect(await text(child.stdout)).toMatch(/^\d+\n(PWD=.*\n|_=.*\n|SHLVL=.*\n|OLDPWD=.*\n)*ONLY=this\n/);
    const { pid } = await startAndReadPid('echo $$; sleep 60');
    expect(getPriority(pid)).toBe(10);
  });

  it('kills what a child has started as well', async () => {
    const { child, pid } = await startAndReadPid('sleep 60 & echo $!; wait');
    await child.stop();
    await expectGone(pid);
    expect(await child.exit).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('kills what outlives a child and holds its pipe', async () => {
    const { child, pid } = await startAndReadPid('sleep 60 & echo $!');
    expect(await child.exit).toEqual({ code: 0, signal: null });
    expect(await findProcess(pid)).not.toBeNull();
    await children.close();
    await expectGone(pid);
  });

  it('kills when the signal aborts', async () => {
    const { child, pid } = await startAndReadPid('echo $$; exec sleep 60');
    caller.abort();
    expect(await child.exit).toEqual({ code: null, signal: 'SIGKILL' });
    await expectGone(pid);
  });

  it('closes although nobody reads what a child writes', async () => {
    const child = await startShell('exec yes');
    await children.close();
    expect(await child.exit).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('starts nothing once it is closed or the signal has aborted', async () => {
    const reason = new Error('changed my mind');
    caller.abort(reason);
    await expect(startShell('echo hello')).rejects.toBe(reason);
    caller = new AbortController();
    await children.close();
    await expect(startShell('echo hello')).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('tells why a program cannot be started', async () => {
    const start = children.start('/nowhere/ffmpeg', [], { signal: caller.signal });
    await expect(start).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('runToEnd', () => {
  it('hands back both outputs and the exit code', async () => {
    const ended = await run(await startShell('echo out; echo err >&2; exit 3'));
    expect(ended).toMatchObject({ state: 'ended', stdout: 'out\n', exit: { code: 3, signal: null } });
    expect(ended.state === 'ended' && ended.stderr.kept).toEqual(['err']);
  });

  it('does not wait for ever, also not for a pipe that something else holds', async () => {
    expect(await run(await startShell('sleep 60'), { timeoutMs: 20 })).toEqual({ state: 'timed-out' });
    expect(await run(await startShell('sleep 60 &'), { timeoutMs: 20 })).toEqual({ state: 'timed-out' });
  });

  it('does not keep more than was allowed', async () => {
    const child = await startShell('head -c 5000000 /dev/zero');
    expect(await run(child)).toEqual({ state: 'wrote-too-much' });
  });

  it('rejects with the reason of the abort', async () => {
    const reason = new Error('changed my mind');
    const running = run(await startShell('sleep 60'));
    caller.abort(reason);
    await expect(running).rejects.toBe(reason);
  });
});
