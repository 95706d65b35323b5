import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../scripts/bootstrap/settings.mjs';
import { loadConfig } from '../../src/config/index.ts';
import { temporaryFolder } from './support/temporary.ts';

function placeOn(platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}): string {
  return readSettings(env, '/', platform).dataFolder;
}

describe('readSettings', () => {
  it.each([
    ['nothing set', {}, undefined],
    [
      'everything in the environment',
      { SPEECH_COACH_HOME: '/srv/coach', FFMPEG_PATH: '/opt/ffmpeg' },
      undefined,
    ],
    ['XDG_DATA_HOME', { XDG_DATA_HOME: '/xdg' }, undefined],
    ['a relative XDG_DATA_HOME', { XDG_DATA_HOME: 'xdg' }, undefined],
    ['a home with a tilde', { SPEECH_COACH_HOME: '~/coach' }, undefined],
    ['a program by its name', { FFMPEG_PATH: 'ffmpeg6', FFPROBE_PATH: '~/bin/ffprobe' }, undefined],
    ['an empty value', { SPEECH_COACH_HOME: '' }, 'SPEECH_COACH_HOME=/from/file'],
    [
      'the environment over .env',
      { SPEECH_COACH_HOME: '/env' },
      'SPEECH_COACH_HOME=/file\nFFMPEG_PATH=/file/ffmpeg',
    ],
    [
      'quotes and comments',
      {},
      `# note\nexport SPEECH_COACH_HOME="/a b#c" # note\nFFMPEG_PATH='/d e'\nFFPROBE_PATH=/f # g`,
    ],
    ['spaces and empty lines', {}, '\n  SPEECH_COACH_HOME = /a b  \n\nFFMPEG_PATH=\n'],
  ])('agrees with the product: %s', (_, env, envFile) => {
    const folder = temporaryFolder();
    if (envFile !== undefined) {
      writeFileSync(join(folder, '.env'), envFile);
    }
    const { config } = loadConfig({ env, envFile: join(folder, '.env') });
    expect(readSettings(env, folder)).toEqual({
      dataFolder: config.dataFolder,
      ffmpeg: config.ffmpegPath,
      ffprobe: config.ffprobePath,
    });
  });

  it('agrees with the product about a value that stands in a file of its own', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'home.txt');
    writeFileSync(file, '/from/a/file\n');
    const env = { SPEECH_COACH_HOME_FILE: file };
    expect(readSettings(env, folder).dataFolder).toBe('/from/a/file');
    expect(loadConfig({ env }).config.dataFolder).toBe('/from/a/file');
  });

  it('starts relative paths where the product will run', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'data'));
    expect(readSettings({ SPEECH_COACH_HOME: 'data' }, folder).dataFolder).toBe(join(folder, 'data'));
  });

  it("knows each platform's own place", () => {
    expect(placeOn('linux')).toBe(join(homedir(), '.local', 'share', 'speech-coach'));
    expect(placeOn('darwin')).toBe(join(homedir(), 'Library', 'Application Support', 'speech-coach'));
    expect(placeOn('win32', { LOCALAPPDATA: '/local' })).toBe(join('/local', 'speech-coach'));
    expect(placeOn('win32')).toBe(join(homedir(), 'AppData', 'Local', 'speech-coach'));
  });
});
