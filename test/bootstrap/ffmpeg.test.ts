import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureFfmpeg, missingPrograms } from '../../scripts/bootstrap/ffmpeg.mjs';
import { createContext } from './support/context.ts';
import { temporaryFolder } from './support/temporary.ts';

const BY_NAME = { dataFolder: '/data', ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' };

/** A folder with these files, all of which may be run unless told otherwise. */
function folderWith(names: readonly string[], mode = 0o755): string {
  const folder = temporaryFolder();
  for (const name of names) {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), mode);
  }
  return folder;
}

describe('missingPrograms', () => {
  it('looks through PATH', () => {
    const PATH = `/nowhere:${folderWith(['ffprobe'])}:${folderWith(['ffmpeg'])}`;
    expect(missingPrograms(BY_NAME, { PATH })).toEqual([]);
    expect(missingPrograms(BY_NAME, { PATH: folderWith(['ffmpeg']) })).toEqual(['ffprobe']);
    expect(missingPrograms(BY_NAME, {})).toEqual(['ffmpeg', 'ffprobe']);
  });

  it('takes only what may be run', () => {
    const PATH = folderWith(['ffmpeg'], 0o644);
    mkdirSync(join(PATH, 'ffprobe'));
    expect(missingPrograms(BY_NAME, { PATH })).toEqual(['ffmpeg', 'ffprobe']);
  });

  it('takes the settings before PATH', () => {
    const PATH = folderWith(['ffmpeg', 'ffprobe']);
    const own = folderWith(['ffmpeg']);
    const settings = { ...BY_NAME, ffmpeg: join(own, 'ffmpeg'), ffprobe: join(own, 'ffprobe') };
    expect(missingPrograms(settings, { PATH })).toEqual(['ffprobe']);
  });
});

describe('ensureFfmpeg', () => {
  it('is silent when both are there, and only advises when they cannot be installed', async () => {
    const present = createContext('/', { env: { PATH: folderWith(['ffmpeg', 'ffprobe']) } });
    await ensureFfmpeg(BY_NAME, present);
    expect(present.said).toEqual([]);

    const absent = createContext('/', { env: { PATH: folderWith([]) } });
    await ensureFfmpeg(BY_NAME, absent);
    expect(absent.said).toEqual(['ffmpeg-advice']);
  });
});
