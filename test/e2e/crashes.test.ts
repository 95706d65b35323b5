/** A recogniser that dies under its work costs one more try; one that dies again costs that file and no other. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cutTalk } from './support/cut-talk.ts';
import { follow, readEvents } from './support/events.ts';
import type { InstalledWorld } from './support/installed-world.ts';
import { createInstalledWorld } from './support/installed-world.ts';

let world: InstalledWorld;
/** What a run without an accident prints. */
let undisturbed: string;

beforeAll(async () => {
  world = await createInstalledWorld();
  await Promise.all(['victim.wav', 'bystander.wav'].map((name) => cutTalk(world.path(name))));
  const { stdout } = await world.run(['analyze', '--json', 'victim.wav', 'bystander.wav']);
  undisturbed = stdout;
});

afterAll(async () => {
  await world.close();
});

/** Kills the recognisers that run now, as a crash of native code would. The process ids of those. */
async function killRecognisers(): Promise<readonly number[]> {
  const pids = (await world.processes()).filter(({ kind }) => kind === 'recogniser').map(({ pid }) => pid);
  for (const pid of pids) {
    process.kill(pid, 'SIGKILL');
  }
  return pids;
}

const IN_WORK = ['analyze', '--json', '--threads', '1', 'victim.wav', 'bystander.wav'];

describe('a recogniser that is killed', () => {
  it('is replaced, and the report is the same as without the accident', async () => {
    const { child, ended, events } = follow(world.start(IN_WORK));
    child.stdin.end();
    const killed = await vi.waitUntil(
      async () => {
        const pids = await killRecognisers();
        return pids.length > 0 && pids;
      },
      { timeout: 20_000, interval: 5 },
    );
    expect(killed).toHaveLength(1);
    expect(events()).not.toContainEqual(expect.objectContaining({ event: 'finished' }));
    const { exitCode, stdout } = await ended;
    expect(exitCode).toBe(0);
    expect(stdout).toBe(undisturbed);
  });

  it('again and again fails its file, and the next one is analysed', async () => {
    const { child, ended, events } = follow(world.start(IN_WORK));
    child.stdin.end();
    const hasFailed = (): boolean => events().some(({ event }) => event === 'failed');
    while (!hasFailed() && child.exitCode === null) {
      await killRecognisers();
    }
    const { exitCode, stdout, stderr } = await ended;
    expect(exitCode).toBe(1);
    expect(stdout).toBe(undisturbed.slice(undisturbed.indexOf('\n') + 1));
    const failed = readEvents(stderr).filter(({ event }) => event === 'failed');
    expect(failed).toMatchObject([
      {
        file: 'victim.wav',
        error: {
          code: 'worker-crashed',
          message: 'The recogniser process stopped twice at the same work (SIGKILL).',
          mend: expect.stringContaining('doctor'),
        },
      },
    ]);
    expect(await world.processes()).toEqual([]);
  });
});

describe('an ffmpeg that is killed', () => {
  it('fails its file, which is not taken for shorter than it is', async () => {
    // Long enough for ffmpeg to wait for its reader.
    await cutTalk(world.path('long.wav'), ['-af', 'aloop=loop=40:size=200000']);
    const { child, ended } = follow(world.start(['analyze', '--json', '--threads', '1', 'long.wav']));
    child.stdin.end();
    await vi.waitUntil(
      async () => {
        const found = (await world.processes()).find(({ kind }) => kind === 'ffmpeg');
        return found !== undefined && process.kill(found.pid, 'SIGKILL');
      },
      { timeout: 20_000, interval: 5 },
    );
    const { exitCode, stdout, stderr } = await ended;
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(readEvents(stderr).at(-1)).toMatchObject({
      event: 'failed',
      file: 'long.wav',
      error: { code: 'decode-failed', message: expect.stringContaining('long.wav') },
    });
  });
});
