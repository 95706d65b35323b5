import { describe, expect, it } from 'vitest';
import { defaultDataFolder } from './data-folder.ts';

describe('defaultDataFolder', () => {
  it.each([
    ['linux', {}, '/home/ann', '/home/ann/.local/share/speech-coach'],
    ['linux', { XDG_DATA_HOME: '/srv/data' }, '/home/ann', '/srv/data/speech-coach'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ann', '/home/ann/.local/share/speech-coach'],
    ['darwin', {}, '/Users/ann', '/Users/ann/Library/Application Support/speech-coach'],
    ['win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\ann', 'D:\\Local\\speech-coach'],
    ['win32', {}, 'C:\\Users\\ann', 'C:\\Users\\ann\\AppData\\Local\\speech-coach'],
  ] as const)('on %s with %o', (platform, env, userHome, expected) => {
    expect(defaultDataFolder({ platform, env, userHome })).toBe(expected);
  });
});
