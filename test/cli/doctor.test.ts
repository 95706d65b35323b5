import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { modelsFolder } from '../support/models.ts';
import type { CliWorld } from './support/run-cli.ts';
import { createWorld } from './support/run-cli.ts';

const answer = z.object({
  ok: z.boolean(),
  checks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.enum(['ok', 'warn', 'fail']),
      found: z.string(),
      mend: z.string().optional(),
    }),
  ),
});

let world: CliWorld;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.close();
});

async function examine(env: Readonly<Record<string, string>> = {}): Promise<z.infer<typeof answer>> {
  const { stdout } = await world.run(['doctor', '--json'], { env });
  return answer.parse(JSON.parse(stdout));
}

describe('speech-coach doctor', () => {
  it('says on an empty machine what is missing and how to mend it, and exits with 1', async () => {
    const { exitCode, stdout, stderr } = await world.run(['doctor']);
    expect(exitCode).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^ok +Node\.js +24\./m);
    expect(stdout).toMatch(/^ok +ffmpeg +\S+, \//m);
    expect(stdout).toMatch(/^fail +model silero-vad-6 +The model silero-vad-6 is not installed: .*\n +\S/m);
    expect(stdout).toMatch(/^fail +recogniser +no model is installed\n +speech-coach models pull en$/m);
    expect(stdout).not.toContain('sherpa');
    expect(stdout).toMatch(/^(?:ok|warn) +data folder +[\d.]+ GB free in /m);
    expect(stdout).toContain('Something must be mended first');
  });

  it('speaks Russian', async () => {
    const { stdout } = await world.run(['doctor'], { env: { LANG: 'ru_RU.UTF-8' } });
    expect(stdout).toMatch(/^ошибка +модель silero-vad-6 +Модель silero-vad-6 не установлена: .*\n +\S/m);
    expect(stdout).toMatch(/^ошибка +распознавание .*\n +speech-coach models pull ru$/m);
    expect(stdout).toMatch(/свободно \d+,\d ГБ/);
  });

  it('warns about settings that nothing reads', async () => {
    await writeFile(join(world.cwd, '.env'), 'MAX_FILESIZE_MB=5\n');
    const { stdout, stderr } = await world.run(['doctor', '--json']);
    expect(stderr).toBe('Warning: There is no setting MAX_FILESIZE_MB (.env). Is MAX_FILE_SIZE_MB meant?\n');
    expect(answer.safeParse(JSON.parse(stdout)).success).toBe(true);
  });

  it('finds programs that are not there or not programs', async () => {
    const fake = join(world.cwd, 'ffprobe');
    await writeFile(fake, 'no program', { mode: 0o755 });
    const { ok, checks } = await examine({ FFMPEG_PATH: '/nowhere/ffmpeg', FFPROBE_PATH: fake });
    expect(ok).toBe(false);
    const tools = checks.filter(({ id }) => id === 'ffmpeg' || id === 'ffprobe');
    expect(tools).toMatchObject([
      { state: 'fail', found: 'missing: /nowhere/ffmpeg', mend: expect.stringContaining('FFMPEG_PATH') },
      { state: 'fail', found: `missing: ${fake}`, mend: expect.stringContaining('FFPROBE_PATH') },
    ]);
  });

  it('finds a damaged model by its bytes', async () => {
    const folder = join(world.dataFolder, 'models', 'silero-vad-6');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'silero_vad.onnx'), 'not a model');
    const { checks } = await examine();
    expect(checks.find(({ id }) => id === 'model:silero-vad-6')).toMatchObject({
      state: 'fail',
      found: expect.stringContaining(join(folder, 'silero_vad.onnx')),
    });
  });

  it('is content with English alone, and says how to get Russian', async () => {
    await mkdir(world.dataFolder);
    for (const name of ['silero-vad-6', 'moonshine-tiny-en']) {
      await cp(join(modelsFolder(), name), join(world.dataFolder, 'models', name), { recursive: true });
    }
    const { exitCode, stdout } = await world.run(['doctor']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ok +English speech +moonshine-tiny-en\. /m);
    expect(stdout).toMatch(/^warn +Russian speech +no model.*\n +speech-coach models pull ru$/m);
  });

  it('says that there is no such model as the settings name', async () => {
    const { ok, checks } = await examine({ SPEECH_MODEL: 'whisper-bse' });
    expect(ok).toBe(false);
    expect(checks.find(({ id }) => id === 'model:whisper-bse')).toMatchObject({
      state: 'fail',
      mend: expect.stringContaining('speech-coach models'),
    });
  });

  it('finds a data folder that cannot be one', async () => {
    const file = join(world.cwd, 'file');
    await writeFile(file, '');
    const { checks } = await examine({ SPEECH_COACH_HOME: join(file, 'data') });
    expect(checks.find(({ id }) => id === 'dataFolder')).toMatchObject({
      state: 'fail',
      mend: expect.stringContaining('SPEECH_COACH_HOME'),
    });
  });
});
