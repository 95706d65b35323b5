/** A recording may have any name: it is found, shown, and its results are named after it. */
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeSound } from './support/cut-talk.ts';
import type { InstalledWorld } from './support/installed-world.ts';
import { createInstalledWorld } from './support/installed-world.ts';

/** 250 bytes: with a longer ending than `.wav` the name would be too long for the file system. */
const LONGEST = `${'я'.repeat(123)}.wav`;

const NAMES = [
  ' my talk (final) .wav',
  `it's "quoted" \`x\` $(touch hacked) ; & | >.wav`,
  'доклад 🎤 día.wav',
  '-dash.wav',
  '--out',
  'glob*?[a].wav',
  'line\nbreak\u001b[2J\\.wav',
  '.hidden',
  LONGEST,
];

const named = z.object({ recording: z.object({ name: z.string() }) });

let world: InstalledWorld;

beforeAll(async () => {
  world = await createInstalledWorld();
  await makeSound(world.path('sound.wav'), 'anullsrc=r=16000:cl=mono', 1);
  await Promise.all(NAMES.map((name) => copyFile(world.path('sound.wav'), world.path(name))));
});

afterAll(async () => {
  await world.close();
});

async function nameIn(path: string): Promise<string> {
  return named.parse(JSON.parse(await readFile(world.path(path), 'utf8'))).recording.name;
}

describe('a recording of any name', () => {
  it('is analysed, and no two results are called the same', async () => {
    const { exitCode, stdout, stderr } = await world.run([
      'analyze',
      '--out=out',
      '--format=json',
      '--format=md',
      '--',
      ...NAMES,
    ]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const written = await readdir(world.path('out'));
    expect(written).toHaveLength(2 * NAMES.length);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2 * NAMES.length);
    expect(stdout).not.toContain('\u001b');
    const reports = written.filter((name) => name.endsWith('.report.json'));
    const names = await Promise.all(reports.map((name) => nameIn(`out/${name}`)));
    expect(names.toSorted()).toEqual(NAMES.toSorted());
    expect(await readdir(world.cwd)).not.toContain('hacked');
  });

  it('is no option, and not standard input, when its folder stands before it', async () => {
    await copyFile(world.path('sound.wav'), world.path('-'));
    const { exitCode, stdout } = await world.run(['analyze', './-dash.wav', './-']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^-dash\.wav\n[^]*\n\n-\n/);
  });
});

describe('recordings of the same name', () => {
  it('each keep a result of their own, and none is written over a recording', async () => {
    const files = ['a/talk.wav', 'b/talk.wav', 'b/TALK.mp3', 'out2/talk.json'];
    await Promise.all(['a', 'b', 'out2'].map((folder) => mkdir(world.path(folder))));
    await Promise.all(files.map((file) => copyFile(world.path('sound.wav'), world.path(file))));
    const { exitCode, stdout } = await world.run(['transcribe', '--format=json', '--out=out2', ...files]);
    expect(exitCode).toBe(0);
    const results = stdout.trimEnd().split('\n');
    expect(results).toEqual(
      ['talk.wav.json', 'talk-2.json', 'TALK.mp3.json', 'talk.json.json'].map((name) =>
        world.path(`out2/${name}`),
      ),
    );
    const sound = await readFile(world.path('sound.wav'));
    expect(await readFile(world.path('out2/talk.json'))).toEqual(sound);
    expect(await readdir(world.path('out2'))).toHaveLength(results.length + 1);
  });
});
