/** How results come out: in the order of the files, the same each time, from standard input, into a reader that leaves. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/index.ts';
import { report as reportSchema } from '../../src/report/index.ts';
import { cutTalk, cutVideo, makeSound } from './support/cut-talk.ts';
import { readEvents, stepsOf } from './support/events.ts';
import type { InstalledWorld } from './support/installed-world.ts';
import { createInstalledWorld } from './support/installed-world.ts';

let world: InstalledWorld;

beforeAll(async () => {
  world = await createInstalledWorld();
  await Promise.all([
    cutTalk(world.path('talk.mp3')),
    cutVideo(world.path('talk.mp4'), 'last'),
    makeSound(world.path('silence.wav'), 'anullsrc=r=16000:cl=mono', 1),
  ]);
});

afterAll(async () => {
  await world.close();
});

function readReports(stdout: string): readonly Report[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => reportSchema.parse(JSON.parse(line)));
}

describe('several files', () => {
  it('give their results in the order given, whichever is ready first, and the same file the same bytes', async () => {
    const files = ['talk.mp4', 'silence.wav', 'talk.mp3', 'talk.mp4'];
    const { exitCode, stdout, stderr } = await world.run(['analyze', '--json', ...files]);
    expect(exitCode).toBe(0);
    expect(readReports(stdout).map(({ recording }) => recording.name)).toEqual(files);
    const [first, , , last] = stdout.split('\n');
    expect(last).toBe(first);

    const events = readEvents(stderr);
    for (const file of ['silence.wav', 'talk.mp3']) {
      const steps = stepsOf(events, file);
      const fractions = steps.map(({ fraction }) => fraction ?? 0);
      expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
      expect(fractions.at(-1)).toBe(1);
      expect([...new Set(steps.map(({ stage }) => stage))]).toEqual([
        'identify',
        'probe',
        'transcribe',
        'analyze',
      ]);
      expect(events).toContainEqual(expect.objectContaining({ event: 'finished', file, written: [] }));
    }
  });
});

describe('standard input', () => {
  it('gives the report that the file gives, but for the name', async () => {
    const stdin = await readFile(world.path('talk.mp4'));
    const { exitCode, stdout, stderr } = await world.run(['analyze', '--json', 'talk.mp4', '-'], { stdin });
    expect(exitCode).toBe(0);
    const [file, input, ...others] = readReports(stdout);
    expect(others).toEqual([]);
    expect(input).toEqual({ ...file, recording: { ...file?.recording, name: 'stdin' } });
    expect(stepsOf(readEvents(stderr), 'stdin')[0]).toMatchObject({ stage: 'receive', fraction: null });
    expect(await world.temporaryFiles()).toEqual([]);
  });
});

describe('a reader that leaves after a line', () => {
  it('ends the program quietly with 0, and nothing of it is left', async () => {
    const through = ['bash', '-c', '"$@" | head -n 1; echo "${PIPESTATUS[0]}"', 'bash'];
    const { stdout, stderr } = await world.run(
      ['analyze', 'silence.wav', 'talk.mp4', 'talk.mp3', 'talk.mp4', 'talk.mp3'],
      { through },
    );
    expect({ stdout, stderr }).toEqual({ stdout: 'silence.wav\n0\n', stderr: '' });
    expect(await world.processes()).toEqual([]);
  });
});
