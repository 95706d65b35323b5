/** Ctrl-C and `kill` end the program at once, and nothing of it is left: no process, no temporary file. */
import { copyFile, mkdir, readdir, readFile, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { collect } from '../cli/support/run-cli.ts';
import { EXAMPLE_TALKS } from '../support/audio.ts';
import type { CliEvent, Followed } from './support/events.ts';
import { follow } from './support/events.ts';
import type { InstalledWorld } from './support/installed-world.ts';
import { createInstalledWorld } from './support/installed-world.ts';
import { TERMINAL, whyNot } from './support/isolation.ts';

/** The promise is 200 ms; a busy machine gets five times as long. */
const AT_ONCE_MS = 1000;
const HOURS_AGO = new Date(Date.now() - 3 * 3_600_000);
/** Past this fraction of the whole the sound is decoded, and the models are loaded. */
const BEFORE_WORDS = 0.015;
/** Past this fraction words are recognised. */
const AMONG_WORDS = 0.1;

let world: InstalledWorld;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  world = await createInstalledWorld();
  await Promise.all([copyFile(EXAMPLE_TALKS.en, world.path('talk.mp4')), mkdir(world.path('tmp'))]);
  // Whatever is put into the system's temporary folder is seen; only Node's own cache stays where it is.
  env = { TMPDIR: world.path('tmp'), NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };
});

afterAll(async () => {
  await world.close();
});

/** Whether an event tells that one of some files is past a fraction of its whole. */
function isPast(fraction: number, ...files: readonly string[]): (event: CliEvent) => boolean {
  return (event) =>
    event.event === 'progress' && files.includes(event.file) && (event.fraction ?? 0) > fraction;
}

/**
 * Starts the analysis of two talks in a session of its own, as a terminal would, one of them by standard input, and
 * waits until more than `fraction` of one of them is done.
 */
async function startWork(fraction: number): Promise<Followed> {
  const child = world.start(['analyze', '--json', '--out', 'out', 'talk.mp4', '-'], {
    env,
    through: ['setsid'],
  });
  child.stdin.on('error', () => {});
  child.stdin.end(await readFile(EXAMPLE_TALKS.en));
  const followed = follow(child);
  await followed.until(isPast(BEFORE_WORDS, 'talk.mp4'));
  await followed.until(isPast(BEFORE_WORDS, 'stdin'));
  await followed.until(isPast(fraction, 'talk.mp4', 'stdin'));
  await vi.waitUntil(async () => (await kindsAtWork()).has('recogniser'), { timeout: 20_000, interval: 5 });
  return followed;
}

async function kindsAtWork(): Promise<ReadonlySet<string>> {
  return new Set((await world.processes()).map(({ kind }) => kind));
}

async function expectNothingLeft(): Promise<void> {
  expect(await world.processes()).toEqual([]);
  expect(await world.temporaryFiles()).toEqual([]);
  expect(await readdir(world.path('tmp'))).toEqual([]);
  expect(await readdir(world.path('out'))).toEqual([]);
}

describe('a run that is interrupted', () => {
  it.each([
    ['Ctrl-C, which the terminal sends to all of it', 'SIGINT', (pid: number) => -pid, AMONG_WORDS],
    ['Ctrl-C while the models are loaded', 'SIGINT', (pid: number) => -pid, BEFORE_WORDS],
    ['kill', 'SIGTERM', (pid: number) => pid, BEFORE_WORDS],
    ['the closing of the terminal', 'SIGHUP', (pid: number) => -pid, BEFORE_WORDS],
  ] as const)('ends at once with 130 and leaves nothing: %s', async (_how, signal, target, fraction) => {
    const { child, ended, events } = await startWork(fraction);
    expect(await world.temporaryFiles()).toHaveLength(1);
    const startedMs = performance.now();
    process.kill(target(child.pid ?? 0), signal);
    const { exitCode, stdout } = await ended;
    expect(performance.now() - startedMs).toBeLessThan(AT_ONCE_MS);
    expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '' });
    const cancelled = events().filter(({ event }) => event === 'cancelled');
    expect(cancelled.at(-1)).toEqual({ event: 'cancelled' });
    expect(cancelled).toHaveLength(3);
    await expectNothingLeft();
  });

  it('is told in a word on the terminal, where the progress was drawn, and nothing is drawn after it', async ({
    skip,
  }) => {
    skip((await whyNot(TERMINAL)) !== undefined, 'no terminal can be made here');
    const child = world.start(['analyze', '--lang', 'ru', 'talk.mp4'], { env, through: TERMINAL });
    const ended = collect(child);
    let shown = '';
    child.stdout.on('data', (text: string) => {
      shown += text;
    });
    const line = /talk\.mp4 {2}распознавание речи {2}\d+ % {2}0:\d\d {2}осталось 0:\d\d/;
    await vi.waitUntil(() => line.test(shown), { timeout: 30_000, interval: 5 });
    child.stdin.write('\u0003');
    const { exitCode, stdout } = await ended;
    expect(exitCode).toBe(130);
    expect(stdout).toMatch(/\n[^\n]*Отменено\.\r\n$/);
    expect(await world.processes()).toEqual([]);
  });
});

describe('a program that is killed', () => {
  it('leaves no process behind, and a later run deletes its temporary file', async () => {
    const { child, ended } = await startWork(BEFORE_WORDS);
    child.kill('SIGKILL');
    await ended;
    await vi.waitUntil(async () => (await world.processes()).length === 0, { timeout: 10_000, interval: 5 });
    const [left = '', ...others] = await world.temporaryFiles();
    expect(others).toEqual([]);
    await utimes(join(world.dataFolder, 'tmp', left), HOURS_AGO, HOURS_AGO);
    await world.run(['analyze', 'absent.mp4']);
    expect(await world.temporaryFiles()).toEqual([]);
  });
});
