import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createModelServer } from '../support/model-server.ts';
import { modelsFolder } from '../support/models.ts';
import { writeTinyWhisper } from '../support/tiny-whisper.ts';
import type { CliWorld } from './support/run-cli.ts';
import { collect, createWorld } from './support/run-cli.ts';

const DETECTOR = 'silero-vad-6';
const DETECTOR_FILE = 'silero_vad.onnx';

let world: CliWorld;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.close();
});

/** The folder of a model, as it is in this world. */
function placeOf(name: string): string {
  return join(world.dataFolder, 'models', name);
}

/** A folder that has the voice detector as a mirror has it. */
async function makeMirror(): Promise<string> {
  const mirror = join(world.cwd, 'mirror');
  await mkdir(join(mirror, DETECTOR), { recursive: true });
  await cp(join(modelsFolder(), DETECTOR, DETECTOR_FILE), join(mirror, DETECTOR, DETECTOR_FILE));
  return mirror;
}

async function bytesBelow(folder: string): Promise<number> {
  const paths = await readdir(folder, { recursive: true }).catch(() => []);
  const facts = await Promise.all(paths.map((path) => stat(join(folder, path)).catch(() => undefined)));
  return facts.reduce((sum, each) => sum + (each?.isFile() === true ? each.size : 0), 0);
}

describe('speech-coach models', () => {
  it('lists every model on an empty machine, in 80 columns, and says what to get', async () => {
    const { exitCode, stdout, stderr } = await world.run(['models']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`Installed in ${join(world.dataFolder, 'models')}\n  None.\n`);
    expect(stdout).toMatch(/^\* whisper-base +en ru \+97 +146 MB +[\d.]+\S +[\d.]+\S +whisper +MIT$/m);
    expect(stdout).toMatch(/^ {2}gigaam-v3-rnnt +ru +/m);
    expect(stdout).toContain('  Russian: none is installed; speech-coach models pull ru\n');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('does so in Russian', async () => {
    const { stdout } = await world.run(['models', 'list'], { env: { LANG: 'ru_RU.UTF-8' } });
    expect(stdout).toContain('  русский: ничего не установлено; speech-coach models pull ru\n');
    expect(stdout).toMatch(/^\* whisper-base .*146 МБ +\d+,\d/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('gives a program every figure with its source', async () => {
    const { stdout } = await world.run(['models', '--json']);
    const { folder, models, choices } = z
      .object({
        folder: z.string(),
        models: z.array(z.object({ name: z.string(), state: z.string(), wordErrors: z.array(z.unknown()) })),
        choices: z.array(z.unknown()),
      })
      .parse(JSON.parse(stdout));
    expect(folder).toBe(join(world.dataFolder, 'models'));
    expect(models.find(({ name }) => name === 'whisper-base')).toMatchObject({
      state: 'missing',
      wordErrors: expect.arrayContaining([
        expect.objectContaining({ language: 'ru', set: expect.any(String), by: expect.any(String) }),
      ]),
    });
    expect(choices).toContainEqual(expect.objectContaining({ language: 'ru', pull: 'whisper-base' }));
  });
});

describe('speech-coach models pull', () => {
  it('installs a model from a folder, which the other commands then know', async () => {
    const mirror = await makeMirror();
    const pulled = await world.run(['models', 'pull', DETECTOR, '--from', 'mirror']);
    expect(pulled).toMatchObject({
      exitCode: 0,
      stdout: `${DETECTOR} is installed in ${placeOf(DETECTOR)}\n`,
    });
    expect(pulled.stderr).toContain(`${DETECTOR}: fetching from ${join(mirror, DETECTOR)} (2.3 MB)\n`);

    expect(await world.run(['models', 'path', DETECTOR])).toEqual({
      exitCode: 0,
      stdout: `${placeOf(DETECTOR)}\n`,
      stderr: '',
    });
    expect(await world.run(['models', 'verify'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^ok +silero-vad-6\n$/),
    });
    const { stdout } = await world.run(['models']);
    expect(stdout).toMatch(/Installed in .*\n {2}silero-vad-6 +any +2\.3 MB/);

    expect(await world.run(['models', 'remove', DETECTOR])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^silero-vad-6 is removed; that freed 2\.3 MB\.\n$/),
    });
    expect(await readdir(join(world.dataFolder, 'models'))).not.toContain(DETECTOR);
    expect(await world.run(['models', 'remove', DETECTOR])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('(model-missing)'),
    });
  });

  it('goes by the mirror in the settings, and tells a program each step', async () => {
    const mirror = await makeMirror();
    const { exitCode, stdout, stderr } = await world.run(['models', 'pull', DETECTOR, '--json'], {
      env: { MODELS_MIRROR: mirror },
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ name: DETECTOR, folder: placeOf(DETECTOR) });
    const events = stderr
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(events[0]).toEqual({ event: 'started', model: DETECTOR });
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'progress', phase: 'fetching', bytesTotal: 2_327_524 }),
    );
    expect(events.at(-1)).toMatchObject({ event: 'finished', model: DETECTOR });
  });

  it('refuses what is not the model, and says what to fetch by hand', async () => {
    const mirror = await makeMirror();
    const bytes = await readFile(join(mirror, DETECTOR, DETECTOR_FILE));
    bytes.fill(0, 1000, 2000);
    await writeFile(join(mirror, DETECTOR, DETECTOR_FILE), bytes);
    const { exitCode, stdout, stderr } = await world.run(['models', 'pull', DETECTOR, '--from', mirror]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain('(model-pull-failed)');
    expect(stderr).toContain(DETECTOR_FILE);
    expect(stderr).toContain(`speech-coach models pull ${DETECTOR} --from FOLDER`);
    expect(await readdir(join(world.dataFolder, 'models'))).not.toContain(DETECTOR);
  });

  it('fetches what a language needs, the detector first', async () => {
    const mirror = await makeMirror();
    const { exitCode, stdout, stderr } = await world.run(['models', 'pull', 'ru', '--from', mirror]);
    // The mirror of this test has no weights of Whisper.
    expect(exitCode).toBe(1);
    expect(stdout).toBe(`${DETECTOR} is installed in ${placeOf(DETECTOR)}\n`);
    expect(stderr).toContain('The model whisper-base could not be fetched');
  });

  it('knows no other names, and lists those that there are', async () => {
    const { exitCode, stderr } = await world.run(['models', 'pull', DETECTOR, 'whisper-bse', '--lang', 'ru']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^Ошибка: Модели whisper-bse нет\. \(model-unknown\)\n {2}.*whisper-base.*best/);
    expect(await readdir(world.cwd)).not.toContain('data');
  });

  it.each(['', 'ftp://mirror/models', 'http://'])('refuses “%s” as a place before it asks', async (place) => {
    const { exitCode, stderr } = await world.run(['models', 'pull', DETECTOR, '--from', place]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining('an http or https address, or a folder. (usage-invalid)'),
    });
  });

  it('keeps what was fetched when it is cancelled, and goes on from there', async () => {
    const server = await createModelServer();
    const path = `/${DETECTOR}/${DETECTOR_FILE}`;
    server.put(path, await readFile(join(modelsFolder(), DETECTOR, DETECTOR_FILE)));
    server.misbehave(path, { stallAfterBytes: 1_000_000 });
    const pull = ['models', 'pull', DETECTOR, '--from', server.url];
    try {
      const child = world.start(pull);
      const ended = collect(child);
      await vi.waitUntil(async () => (await bytesBelow(world.dataFolder)) > 500_000, {
        timeout: 10_000,
        interval: 10,
      });
      child.kill('SIGINT');
      expect(await ended).toEqual({
        exitCode: 130,
        stdout: '',
        stderr: expect.stringMatching(/\nWhat was fetched is kept: .*\nCancelled\.\n$/),
      });
      expect(await world.run(pull)).toMatchObject({ exitCode: 0 });
      expect(server.requests.map(({ range }) => range)).toEqual([
        undefined,
        expect.stringMatching(/^bytes=[1-9]\d{5,}-$/),
      ]);
    } finally {
      await server.close();
    }
  });
});

describe('speech-coach models verify', () => {
  it('names the file that is damaged, and exits with 1', async () => {
    await makeMirror();
    await world.run(['models', 'pull', DETECTOR, '--from', 'mirror', '--quiet']);
    const path = join(placeOf(DETECTOR), DETECTOR_FILE);
    const bytes = await readFile(path);
    bytes.fill(0, 1000, 2000);
    await writeFile(path, bytes);
    const { exitCode, stdout } = await world.run(['models', 'verify']);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^damaged +silero-vad-6\n/);
    expect(stdout).toContain(path);
    const { stdout: json } = await world.run(['models', 'verify', DETECTOR, '--json']);
    expect(JSON.parse(json)).toMatchObject({
      ok: false,
      models: [{ name: DETECTOR, state: 'damaged', error: { code: 'model-damaged' } }],
    });
  });

  it('has nothing to say against an empty folder, but against a model that is asked for', async () => {
    expect(await world.run(['models', 'verify'])).toMatchObject({
      exitCode: 0,
      stdout: 'No model is installed.\n',
    });
    expect(await world.run(['models', 'verify', 'whisper-base'])).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/^missing +whisper-base\n/),
    });
  });
});

describe('speech-coach models add', () => {
  it('takes a Whisper folder, says what it is, and lists it', async () => {
    await writeTinyWhisper(join(world.cwd, 'Beeps'));
    const { exitCode, stdout, stderr } = await world.run(['models', 'add', 'Beeps']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^beeps: recognised as whisper, languages en ru, .*\n {2}\/.*\/models\/beeps\n$/);
    const { stdout: list } = await world.run(['models']);
    expect(list).toMatch(/^\* beeps +en ru /m);
    await rm(join(world.cwd, 'Beeps'), { recursive: true });
    expect(await world.run(['models', 'verify', 'beeps'])).toMatchObject({ exitCode: 0 });
    expect(await world.run(['models', 'add', 'Beeps'])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('(file-not-found)'),
    });
  });

  it('refuses a folder that holds no model, and languages that are none', async () => {
    await mkdir(join(world.cwd, 'empty'));
    expect(await world.run(['models', 'add', 'empty'])).toMatchObject({ exitCode: 1, stdout: '' });
    expect(await world.run(['models', 'add', 'empty', '--language', 'русский'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--language cannot be "русский"'),
    });
  });
});
