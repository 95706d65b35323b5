/** Ctrl-C ends the program at once also while it waits for a reader that has stalled, such as a pager. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { collect } from '../cli/support/run-cli.ts';
import { makeSound } from '../e2e/support/cut-talk.ts';
import type { InstalledWorld } from '../e2e/support/installed-world.ts';
import { createInstalledWorld } from '../e2e/support/installed-world.ts';

/** The promise is 200 ms; a busy machine gets five times as long. */
const AT_ONCE_MS = 1000;
/** A pipe that holds 64 KB is full but for a few bytes, and is not read. */
const STALLED = ['bash', '-c', '{ head -c 65500 /dev/zero; "$@"; echo "code $?" >&2; } | sleep 50', 'bash'];

let world: InstalledWorld;

beforeAll(async () => {
  world = await createInstalledWorld();
  await makeSound(world.path('silence.wav'), 'anullsrc=r=16000:cl=mono', 1);
});

afterAll(async () => {
  for (const { pid } of await world.processes()) {
    process.kill(pid, 'SIGKILL');
  }
  await world.close();
});

it('a report that nobody takes does not hold the program up', async () => {
  const child = world.start(['analyze', '--json', 'silence.wav'], { through: STALLED });
  void collect(child);
  let told = '';
  child.stderr.on('data', (text: string) => {
    told += text;
  });
  // Told when the report is made, just before it is printed.
  await vi.waitUntil(() => told.includes('"finished"'), { timeout: 20_000, interval: 5 });
  const program = (await world.processes()).find(({ kind }) => kind === 'program');
  const startedMs = performance.now();
  process.kill(program?.pid ?? 0, 'SIGINT');
  await vi.waitUntil(() => told.includes('code '), { timeout: 5000, interval: 5 });
  expect(performance.now() - startedMs).toBeLessThan(AT_ONCE_MS);
  expect(told).toMatch(/^\{"event":"cancelled"\}\ncode 130\n$/m);
});
