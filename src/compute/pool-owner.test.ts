import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { isRunning } from '../../test/compute/processes.ts';

const OWNER = fileURLToPath(new URL('../../test/compute/pool-owner.ts', import.meta.url));
const PATIENCE = { timeout: 20_000, interval: 5 };

const pidList = z.array(z.number());

let folder: string;
let programs: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pool-owner-'));
});

afterEach(async () => {
  for (const program of programs) {
    program.kill('SIGKILL');
  }
  programs = [];
  await rm(folder, { recursive: true });
});

/** Starts the program and waits for the line that it prints. */
async function start<Told>(schema: z.ZodType<Told>, command: string, args: readonly string[]) {
  const program = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  programs.push(program);
  const exited = once(program, 'exit');
  const [line] = z.tuple([z.string()]).parse(await once(createInterface(program.stdout), 'line'));
  return { program, exited, told: schema.parse(JSON.parse(line)) };
}

function areGone(pids: readonly number[]): Promise<void> {
  return vi.waitFor(() => {
    expect(pids.filter(isRunning)).toEqual([]);
  }, PATIENCE);
}

describe('a program with a process pool', () => {
  it('leaves no child when it is killed without a word', async () => {
    const {
      program,
      exited,
      told: pids,
    } = await start(pidList, process.execPath, [OWNER, 'working', folder]);
    expect(pids.filter(isRunning)).toHaveLength(2);
    program.kill('SIGKILL');
    await exited;
    await areGone(pids);
  });

  it('ends by itself although idle children are there, and they end with it', async () => {
    const { exited, told } = await start(pidList, process.execPath, [OWNER, 'idle']);
    expect(await exited).toEqual([0, null]);
    await areGone(told);
  });

  it('says why a child cannot be started, and lives on', async () => {
    const { exited, told } = await start(z.object({ code: z.string(), how: z.string() }), 'sh', [
      '-c',
      `ulimit -n 64; exec "$@"`,
      'sh',
      process.execPath,
      OWNER,
      'starved',
    ]);
    expect(told).toMatchObject({ code: 'worker-crashed', how: expect.stringContaining('EMFILE') });
    expect(await exited).toEqual([0, null]);
  });
});
