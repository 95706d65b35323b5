import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CliWorld } from './support/run-cli.ts';
import { createWorld } from './support/run-cli.ts';

let world: CliWorld;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.close();
});

describe('speech-coach config', () => {
  it('prints each setting with its value and where it was set', async () => {
    await writeFile(join(world.cwd, '.env'), 'MAX_FILE_SIZE_MB=64\n');
    await writeFile(join(world.cwd, 'level'), 'info\n');
    const { exitCode, stdout, stderr } = await world.run(['config'], {
      env: { FFMPEG_PATH: '/opt/ff\u001b[2Jmpeg', LOG_LEVEL_FILE: join(world.cwd, 'level') },
    });
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain(`SPEECH_COACH_HOME = ${world.dataFolder}  (environment)\n`);
    expect(stdout).toContain(`SPEECH_COACH_TMP = ${world.dataFolder}/tmp  (default)\n`);
    expect(stdout).toContain('FFMPEG_PATH = /opt/ff\\u001b[2Jmpeg  (environment)\n');
    expect(stdout).toContain('MODELS_MIRROR = (not set)  (default)\n');
    expect(stdout).toContain('TRANSCRIPTION_API_KEY = (not set)  (default)\n');
    expect(stdout).toContain('MAX_FILE_SIZE_MB = 64  (.env)\n  The largest recording');
    expect(stdout).toContain(`LOG_LEVEL = info  (file ${join(world.cwd, 'level')})\n`);
  });

  it('prints them for a program', async () => {
    const { stdout } = await world.run(['config', '--json']);
    expect(JSON.parse(stdout)).toContainEqual({
      name: 'MAX_FILE_SIZE_MB',
      value: 2048,
      secret: false,
      origin: { from: 'default' },
      originText: 'default',
      about: 'The largest recording that is accepted, in megabytes.',
      range: 'a whole number from 1 to 102400',
    });
  });

  it('reads the settings of the Python service, and says how they are written now', async () => {
    await writeFile(
      join(world.cwd, '.env'),
      'WHISPER_MODEL=small\nWHISPER_DEVICE=cuda\nTRANSCRIPTION_API_KEY=hush\n',
    );
    const { exitCode, stdout, stderr } = await world.run(['config']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('SPEECH_MODEL = whisper-small  (.env)\n');
    expect(stdout).toContain('TRANSCRIPTION_API_KEY = (set, not shown)  (.env)\n');
    expect(stderr).toBe(
      [
        'Warning: WHISPER_MODEL = "small" is now written SPEECH_MODEL=whisper-small; the old form still works.',
        'Warning: WHISPER_DEVICE (.env) has no effect. Recognition runs on the processor; RECOGNIZER_SLOTS says how many cores it takes.',
        '',
      ].join('\n'),
    );
  });

  it('names all wrong settings at once and exits with 2', async () => {
    await writeFile(join(world.cwd, '.env'), 'MAX_FILE_SIZE_MB=lots\n');
    const { exitCode, stdout, stderr } = await world.run(['config'], { env: { LOG_FORMAT: 'xml' } });
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      [
        'Error: Wrong settings:',
        '  MAX_FILE_SIZE_MB is "lots" (.env); allowed: a whole number from 1 to 102400',
        '  LOG_FORMAT is "xml" (environment); allowed: one of auto, json, pretty (config-invalid)',
        '  Correct them in the environment or in .env.',
        '',
      ].join('\n'),
    );
  });

  it('stops other commands too before anything is started', async () => {
    const { exitCode, stderr } = await world.run(['analyze', 'talk.mp4'], {
      env: { MAX_DURATION_MINUTES: '0', LANG: 'ru_RU.UTF-8' },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('MAX_DURATION_MINUTES = "0" (окружение); допустимо: целое число от 1 до 1440');
  });

  it('warns about settings that nothing reads, and goes on', async () => {
    await writeFile(join(world.cwd, '.env'), 'GIGACHAT_API_KEY=hush-hush\nMAX_FILESIZE_MB=5\n');
    const { exitCode, stdout, stderr } = await world.run(['config']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe(
      [
        'Warning: There is no setting MAX_FILESIZE_MB (.env). Is MAX_FILE_SIZE_MB meant?',
        'Warning: Known, but not used yet: GIGACHAT_API_KEY.',
        '',
      ].join('\n'),
    );
    expect(stdout + stderr).not.toContain('hush');
  });
});
