/** What a machine can lack: each is told with what to do about it, and what is not needed is not missed. */
import { chmod, copyFile, mkdir, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelsFolder } from '../support/models.ts';
import { cutTalk, makeSound } from './support/cut-talk.ts';
import type { ToldFailure } from './support/failures.ts';
import { readFailures } from './support/failures.ts';
import type { InstalledWorld } from './support/installed-world.ts';
import { createInstalledWorld } from './support/installed-world.ts';
import { WITHOUT_NETWORK, WITHOUT_ROOT_RIGHTS, whyNot, withSmallDisk } from './support/isolation.ts';

const RUSSIAN = { LANG: 'ru_RU.UTF-8' };
const MODELS = modelsFolder();
const VAD_FILE = 'silero-vad-6/silero_vad.onnx';
const ENCODER_FILE = 'moonshine-tiny-en/encoder_model.onnx';

let world: InstalledWorld;

beforeAll(async () => {
  world = await createInstalledWorld();
  await Promise.all([
    cutTalk(world.path('talk.wav')),
    makeSound(world.path('silence.wav'), 'anullsrc=r=16000:cl=mono', 1),
    mkdir(world.path('disk')),
  ]);
});

afterAll(async () => {
  await world.close();
});

/** The failure of a command that has exactly one, and gives no result. */
async function failureOf(...call: Parameters<InstalledWorld['run']>): Promise<ToldFailure> {
  const { exitCode, stdout, stderr } = await world.run(...call);
  const [failure, ...others] = readFailures(stderr);
  expect({ exitCode, stdout, others }).toEqual({ exitCode: 1, stdout: '', others: [] });
  if (failure === undefined) {
    throw new Error('nothing was told');
  }
  return failure;
}

/** A data folder in which one file of a model is what `spoil` makes of it. */
async function spoilModel(file: string, spoil: (path: string) => Promise<void>): Promise<string> {
  const home = world.path(`home-${file.replaceAll('/', '-')}`);
  for (const model of await readdir(MODELS)) {
    await mkdir(join(home, 'models', model), { recursive: true });
    for (const name of await readdir(join(MODELS, model))) {
      await symlink(join(MODELS, model, name), join(home, 'models', model, name));
    }
  }
  const path = join(home, 'models', file);
  await rm(path);
  await spoil(path);
  return home;
}

describe('without ffmpeg', () => {
  it.each([
    ['FFMPEG_PATH', { FFMPEG_PATH: '/nowhere/ffmpeg' }],
    ['FFPROBE_PATH', { PATH: '' }],
  ])('the file fails, and the mend names %s', async (variable, env) => {
    expect(await failureOf(['analyze', 'talk.wav'], { env })).toEqual({
      message: expect.stringMatching(/^talk\.wav: The program .*ff.* was not found\.$/),
      code: 'ffmpeg-missing',
      mend: expect.stringMatching(new RegExp(`apt install ffmpeg.*${variable}`)),
    });
  });

  it('says so in Russian', async () => {
    const failure = await failureOf(['analyze', 'talk.wav'], { env: { ...RUSSIAN, PATH: '' } });
    expect(failure.message).toBe('talk.wav: Программа ffprobe не найдена.');
    expect(failure.mend).toMatch(/^Установите ffmpeg .*FFPROBE_PATH\.$/);
  });
});

describe('without a whole model', () => {
  it('a missing file is told with its path, and the command that installs it', async () => {
    const home = await spoilModel('moonshine-tiny-en/decoder_model_merged.onnx', () => Promise.resolve());
    const env = { SPEECH_COACH_HOME: home };
    expect(await failureOf(['analyze', 'talk.wav'], { env })).toEqual({
      message: expect.stringMatching(
        /^talk\.wav: The model moonshine-tiny-en is not installed: there is no \/.*\/decoder_model_merged\.onnx\.$/,
      ),
      code: 'model-missing',
      mend: 'Install it: speech-coach models pull moonshine-tiny-en (one of your own: speech-coach models add)',
    });
  });

  it.each([
    ['cut short', VAD_FILE, (path: string) => truncate(path, 1000)],
    ['changed within', ENCODER_FILE, (path: string) => writeFile(path, 'x', { flag: 'r+' })],
  ])('a file that was %s is told with its path', async (_how, file, damage) => {
    const home = await spoilModel(file, async (path) => {
      await copyFile(join(MODELS, file), path);
      await damage(path);
    });
    const env = { ...RUSSIAN, SPEECH_COACH_HOME: home };
    expect(await failureOf(['analyze', 'talk.wav'], { env })).toEqual({
      message: `talk.wav: Файл ${join(home, 'models', file)} модели ${file.split('/')[0]} повреждён.`,
      code: 'model-damaged',
      mend: `Установите её заново: speech-coach models pull ${file.split('/')[0]} (свою модель: speech-coach models remove, затем add)`,
    });
    expect(await world.processes()).toEqual([]);
  });
});

describe('without a network', () => {
  it('everything works as with one', async ({ skip }) => {
    skip((await whyNot(WITHOUT_NETWORK)) !== undefined, 'no machine without a network can be made here');
    const connected = await world.run(['analyze', 'talk.wav', '--format', 'json']);
    const alone = await world.run(['analyze', 'talk.wav', '--format', 'json'], { through: WITHOUT_NETWORK });
    expect(alone).toEqual(connected);
    expect(alone).toMatchObject({ exitCode: 0, stderr: '' });
  });
});

describe('without the right to read', () => {
  it('the file fails alone', async ({ skip }) => {
    skip((await whyNot(WITHOUT_ROOT_RIGHTS)) !== undefined, 'the rights of root cannot be given up here');
    await copyFile(world.path('talk.wav'), world.path('secret.wav'));
    await chmod(world.path('secret.wav'), 0);
    const through = WITHOUT_ROOT_RIGHTS;
    const { exitCode, stdout, stderr } = await world.run(['transcribe', 'secret.wav', 'talk.wav'], {
      through,
    });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^==> talk\.wav <==\nGood evening/);
    expect(readFailures(stderr)).toEqual([
      {
        message: 'secret.wav may not be read by this user.',
        code: 'file-unreadable',
        mend: expect.stringContaining('chmod'),
      },
    ]);
  });
});

describe('without space on the disk', () => {
  it('standard input that does not fit fails, and the mend names the folder to move', async ({ skip }) => {
    const through = withSmallDisk(world.path('disk'), 64);
    skip((await whyNot(through)) !== undefined, 'no small disk can be made here');
    const stdin = Buffer.alloc(300_000, 'sound');
    const env = { SPEECH_COACH_TMP: world.path('disk') };
    expect(await failureOf(['analyze', '-'], { env, stdin, through })).toEqual({
      message: `stdin: There is no space left in ${world.path('disk')}.`,
      code: 'disk-full',
      mend: expect.stringContaining('SPEECH_COACH_TMP'),
    });
  });

  it('a result that does not fit fails, and no half of it is left', async ({ skip }) => {
    const through = withSmallDisk(world.path('disk'), 4);
    skip((await whyNot(through)) !== undefined, 'no small disk can be made here');
    const args = ['analyze', 'talk.wav', '--format', 'json', '--out', 'disk'];
    const list = ['sh', '-c', '"$@"; code=$?; ls -A disk; exit $code', 'sh'];
    const { message, code } = await failureOf(args, { through: [...through, ...list] });
    expect(message).toBe(`talk.wav: There is no space left in ${world.path('disk')}.`);
    expect(code).toBe('disk-full');
  });

  it('standard output that cannot take the result fails', async () => {
    const through = ['sh', '-c', '"$@" > /dev/full', 'sh'];
    const { message, code } = await failureOf(['analyze', 'silence.wav'], { through });
    expect({ message, code }).toEqual({ message: 'There is no space left in stdout.', code: 'disk-full' });
  });
});
