import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isAppError } from '../errors/index.ts';
import { loadConfig, loadSettings } from './load-config.ts';
import { defineSetting } from './setting.ts';
import { SETTINGS } from './settings.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'config-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

function problemsOf(load: () => unknown): string {
  try {
    load();
  } catch (error) {
    if (isAppError(error, 'config-invalid')) {
      return String(error.details['problems']);
    }
    throw error;
  }
  throw new Error('the settings were accepted');
}

describe('loadConfig', () => {
  it('gives every default when nothing is set', () => {
    const { config, warnings, entries } = loadConfig({ env: { SPEECH_COACH_HOME: '/data' } });
    expect(config).toEqual({
      dataFolder: '/data',
      tmpFolder: '/data/tmp',
      ffmpegPath: 'ffmpeg',
      ffprobePath: 'ffprobe',
      cleanUpTempFiles: true,
      tempFileRetentionMinutes: 30,
      maxFileSizeMb: 2048,
      maxDurationMinutes: 240,
      recognizerSlots: availableParallelism(),
      recognizerMemoryMb: 700,
      speechModel: 'auto',
      whisperPrecision: 'int8',
      modelsAutoPull: false,
      modelsMirror: undefined,
      transcriptionUrl: undefined,
      transcriptionApiKey: undefined,
      transcriptionModel: 'whisper-1',
      minPauseSec: 0.25,
      longPauseSec: 2.5,
      logLevel: 'warn',
      logFormat: 'auto',
    });
    expect(warnings).toEqual([]);
    expect(entries.map(({ name }) => name)).toEqual(SETTINGS.map(({ name }) => name));
  });

  it('reads the old names with the values that old files hold', async () => {
    const envFile = await file(
      'old.env',
      'FFMPEG_PATH=/opt/ffmpeg\nCLEANUP_TEMP_FILES=False\nTEMP_FILE_RETENTION_MINUTES=45\nMAX_FILE_SIZE_MB=100\nLOG_LEVEL=WARNING\n',
    );
    const { config, warnings } = loadConfig({ env: {}, envFile });
    expect(config).toMatchObject({
      ffmpegPath: '/opt/ffmpeg',
      cleanUpTempFiles: false,
      tempFileRetentionMinutes: 45,
      maxFileSizeMb: 100,
      logLevel: 'warn',
    });
    expect(warnings).toEqual([]);
  });

  it('puts the environment over .env, and takes an empty value for none', async () => {
    const envFile = await file('both.env', 'MAX_FILE_SIZE_MB=5\nMAX_DURATION_MINUTES=7\n');
    const { config, entries } = loadConfig({
      env: { MAX_FILE_SIZE_MB: '6', MAX_DURATION_MINUTES: '' },
      envFile,
    });
    expect(config).toMatchObject({ maxFileSizeMb: 6, maxDurationMinutes: 7 });
    const origins = Object.fromEntries(entries.map(({ name, originText }) => [name, originText]));
    expect(origins).toMatchObject({
      MAX_FILE_SIZE_MB: 'environment',
      MAX_DURATION_MINUTES: '.env',
      LOG_LEVEL: 'default',
    });
  });

  it('does not put the variables of .env into the process', async () => {
    const envFile = await file('own.env', 'FFPROBE_PATH=/nowhere/ffprobe\n');
    loadConfig({ env: process.env, envFile });
    expect(process.env['FFPROBE_PATH']).not.toBe('/nowhere/ffprobe');
  });

  it('goes on without a .env file, and stops at one that cannot be read', () => {
    expect(loadConfig({ env: {}, envFile: join(folder, 'absent.env') }).warnings).toEqual([]);
    expect(problemsOf(() => loadConfig({ env: {}, envFile: folder }))).toContain(folder);
  });

  it('names every wrong variable with its value and the allowed range, all at once', () => {
    const env = {
      MAX_FILE_SIZE_MB: '0',
      CLEANUP_TEMP_FILES: 'maybe',
      LOG_FORMAT: 'xml',
      MAX_DURATION_MINUTES: '1e3',
    };
    expect(problemsOf(() => loadConfig({ env })).split('\n')).toEqual([
      '  CLEANUP_TEMP_FILES is "maybe" (environment); allowed: true or false (also 1 or 0, yes or no, on or off)',
      '  MAX_FILE_SIZE_MB is "0" (environment); allowed: a whole number from 1 to 102400',
      '  MAX_DURATION_MINUTES is "1e3" (environment); allowed: a whole number from 1 to 1440',
      '  LOG_FORMAT is "xml" (environment); allowed: one of auto, json, pretty',
    ]);
    expect(problemsOf(() => loadConfig({ env, locale: 'ru' }))).toContain(
      'допустимо: целое число от 1 до 102400',
    );
  });

  it('does not offer more slots than there are cores', () => {
    const env = { RECOGNIZER_SLOTS: String(availableParallelism() + 1) };
    expect(problemsOf(() => loadConfig({ env }))).toContain('RECOGNIZER_SLOTS');
  });

  it.each([
    ['yes', true],
    ['ON', true],
    [' 1 ', true],
    ['no', false],
    ['0', false],
    ['Off', false],
  ])('reads %j as %s', (text, expected) => {
    expect(loadConfig({ env: { CLEANUP_TEMP_FILES: text } }).config.cleanUpTempFiles).toBe(expected);
  });

  it('makes folders absolute and knows the home folder by its tilde', () => {
    const { config } = loadConfig({ env: { SPEECH_COACH_HOME: '~/coach', SPEECH_COACH_TMP: 'here' } });
    expect(config.dataFolder).toBe(join(homedir(), 'coach'));
    expect(config.tmpFolder).toBe(join(process.cwd(), 'here'));
  });

  it('takes a value from the file that NAME_FILE names, without its last newline', async () => {
    const path = await file('level', 'debug\n');
    const { config, entries } = loadConfig({ env: { LOG_LEVEL_FILE: path } });
    expect(config.logLevel).toBe('debug');
    expect(entries.find(({ name }) => name === 'LOG_LEVEL')?.originText).toBe(`file ${path}`);
  });

  it('stops at a NAME_FILE that cannot be read, and at a value that is set twice', () => {
    const env = { LOG_LEVEL_FILE: join(folder, 'absent'), LOG_FORMAT: 'json', LOG_FORMAT_FILE: '/x' };
    const problems = problemsOf(() => loadConfig({ env }));
    expect(problems).toContain('LOG_LEVEL_FILE names');
    expect(problems).toContain('LOG_FORMAT and LOG_FORMAT_FILE are both set');
  });

  it('warns about unknown variables of .env and of our prefix, with the nearest name', async () => {
    const envFile = await file('typo.env', 'MAX_FILESIZE_MB=5\nSOMETHING_ELSE=1\n');
    const env = { SPEECH_COACH_HOEM: '/x', HOME: '/root', SPEECH_COACH_TEST_DATA: '/y' };
    expect(loadConfig({ env, envFile }).warnings).toEqual([
      'There is no setting SPEECH_COACH_HOEM (environment). Is SPEECH_COACH_HOME meant?',
      'There is no setting MAX_FILESIZE_MB (.env). Is MAX_FILE_SIZE_MB meant?',
      'There is no setting SOMETHING_ELSE (.env).',
    ]);
  });

  it('says once which known settings are not used yet', async () => {
    const envFile = await file('later.env', 'CACHE_TTL=60\nLLM_FILLERS_MODEL=small\n');
    const env = { GIGACHAT_API_KEY_FILE: '/run/key', CACHE_DIR: '/of/another/program' };
    expect(loadConfig({ env, envFile }).warnings).toEqual([
      'Known, but not used yet: GIGACHAT_API_KEY_FILE, CACHE_TTL, LLM_FILLERS_MODEL.',
    ]);
  });

  it.each([
    ['base', 'whisper-base'],
    ['Large-v3-Turbo', 'whisper-large-v3-turbo'],
    ['turbo', 'whisper-large-v3-turbo'],
  ])('reads the size %s of an old file as the model %s, and says how it is written now', (size, model) => {
    const { config, warnings, entries } = loadConfig({ env: { WHISPER_MODEL: size } });
    expect(config.speechModel).toBe(model);
    expect(warnings).toEqual([
      `WHISPER_MODEL = "${size}" is now written SPEECH_MODEL=${model}; the old form still works.`,
    ]);
    expect(entries.find(({ name }) => name === 'SPEECH_MODEL')?.origin).toEqual({
      from: 'environment',
      variable: 'WHISPER_MODEL',
    });
  });

  it('answers an old size that there is no model for with what to use, and goes on with the default', () => {
    const { config, warnings, entries } = loadConfig({ env: { WHISPER_MODEL: 'large-v2' } });
    expect(config.speechModel).toBe('auto');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^WHISPER_MODEL is "large-v2" .*SPEECH_MODEL .*speech-coach models add/);
    expect(entries.find(({ name }) => name === 'SPEECH_MODEL')?.origin).toEqual({ from: 'default' });
  });

  it.each([
    ['int8', 'int8'],
    ['INT8_FLOAT16', 'int8'],
    ['float32', 'float32'],
  ])('reads the old precision %s as %s', (old, precision) => {
    expect(loadConfig({ env: { WHISPER_COMPUTE_TYPE: old } }).config.whisperPrecision).toBe(precision);
  });

  it('answers an old precision that processors do not have', () => {
    const { config, warnings } = loadConfig({ env: { WHISPER_COMPUTE_TYPE: 'float16' }, locale: 'ru' });
    expect(config.whisperPrecision).toBe('int8');
    expect(warnings).toEqual([
      'WHISPER_COMPUTE_TYPE = "float16" (окружение): такого значения здесь нет. Укажите в WHISPER_PRECISION int8 (быстрее) или float32.',
    ]);
  });

  it('prefers the new name to the old one', () => {
    const env = { WHISPER_MODEL: 'small', SPEECH_MODEL: 'gigaam-v3-rnnt' };
    expect(loadConfig({ env })).toMatchObject({ config: { speechModel: 'gigaam-v3-rnnt' }, warnings: [] });
  });

  it.each(['cpu', 'AUTO', ''])('has nothing to say about the device %j', (WHISPER_DEVICE) => {
    expect(loadConfig({ env: { WHISPER_DEVICE } }).warnings).toEqual([]);
  });

  it('answers the wish for another device', () => {
    expect(loadConfig({ env: { WHISPER_DEVICE: 'cuda' } }).warnings).toEqual([
      'WHISPER_DEVICE (environment) has no effect. Recognition runs on the processor; RECOGNIZER_SLOTS says how many cores it takes.',
    ]);
  });

  it.each([
    ['https://mirror.example/models/', 'https://mirror.example/models'],
    ['/srv/models', '/srv/models'],
    ['~/models', join(homedir(), 'models')],
  ])('takes %s for a mirror', (text, expected) => {
    expect(loadConfig({ env: { MODELS_MIRROR: text } }).config.modelsMirror).toBe(expected);
  });

  it.each([
    'ftp://mirror.example',
    'https://ann:secret@mirror.example',
    'https://token@mirror.example',
    'http://',
  ])('does not take %s for a mirror', (text) => {
    expect(problemsOf(() => loadConfig({ env: { MODELS_MIRROR: text } }))).toContain('MODELS_MIRROR');
  });

  it('wants an address of a transcription server, and never shows its key', () => {
    expect(problemsOf(() => loadConfig({ env: { TRANSCRIPTION_URL: '/srv' } }))).toContain('http or https');
    const { config, entries } = loadConfig({
      env: { TRANSCRIPTION_URL: 'http://127.0.0.1:8000/v1/', TRANSCRIPTION_API_KEY: 'hush' },
    });
    expect(config).toMatchObject({
      transcriptionUrl: 'http://127.0.0.1:8000/v1',
      transcriptionApiKey: 'hush',
    });
    expect(JSON.stringify(entries)).not.toContain('hush');
  });

  it('is frozen to the bottom', () => {
    const loaded = loadConfig({ env: {} });
    expect(Object.isFrozen(loaded.config)).toBe(true);
    expect(loaded.entries.every((entry) => Object.isFrozen(entry) && Object.isFrozen(entry.origin))).toBe(
      true,
    );
  });
});

describe('loadSettings', () => {
  const key = defineSetting({
    key: 'apiKey',
    name: 'COACH_KEY',
    oldNames: [{ name: 'OLD_KEY' }],
    schema: z.string().min(8),
    range: { en: 'eight characters or more', ru: 'восемь знаков или больше' },
    secret: true,
    about: { en: 'The key.', ru: 'Ключ.' },
    default: () => '',
  });

  it('shows a secret nowhere but in the config', () => {
    const loaded = loadSettings([key], { env: { COACH_KEY: 'hush-hush-hush' } });
    expect(loaded.config.apiKey).toBe('hush-hush-hush');
    expect(JSON.stringify(loaded.entries)).not.toContain('hush');
    expect(problemsOf(() => loadSettings([key], { env: { COACH_KEY: 'hush' } }))).toBe(
      '  COACH_KEY is *** (environment); allowed: eight characters or more',
    );
  });

  it('reads a former name and says what it is called now', () => {
    const loaded = loadSettings([key], { env: { OLD_KEY: 'hush-hush-hush' } });
    expect(loaded.config.apiKey).toBe('hush-hush-hush');
    expect(loaded.warnings).toEqual(['OLD_KEY is now called COACH_KEY; the old name still works.']);
  });

  it('quotes a wrong value so that a terminal cannot obey it', () => {
    const problems = problemsOf(() =>
      loadConfig({ env: { LOG_LEVEL: '\u001b[2J\u009b\u202e' + 'x'.repeat(100) } }),
    );
    // oxlint-disable-next-line no-control-regex
    expect(problems).not.toMatch(/[\u001b\u009b\u202e]/);
    expect(problems.length).toBeLessThan(220);
  });
});

describe('SETTINGS', () => {
  it('has each key and name once, and a description and range in both languages', () => {
    expect(new Set(SETTINGS.map(({ key: each }) => each)).size).toBe(SETTINGS.length);
    expect(new Set(SETTINGS.map(({ name }) => name)).size).toBe(SETTINGS.length);
    for (const { about, range } of SETTINGS) {
      expect(about.ru).toMatch(/[а-яё]/i);
      expect(range.ru).toMatch(/[а-яё]/i);
      expect(about.en).toMatch(/^[A-Z].*\.$/);
    }
  });
});
