import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCores, checkFolder, checkMemory, checkNode, checkTools } from './doctor-checks.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';

const facts = { texts: en, locale: 'en' } as const;
const MEBIBYTE = 2 ** 20;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('checkNode', () => {
  it.each([
    ['24.11.0', 'ok'],
    ['24.21.0', 'ok'],
    ['26.0.0', 'ok'],
    ['24.9.0', 'fail'],
    ['9.11.2', 'fail'],
  ])('judges %s as %s', (version, state) => {
    expect(checkNode(version, facts).state).toBe(state);
  });
});

describe('checkTools', () => {
  it('shows version and place of a program, and what was looked for of one that is missing', () => {
    const checks = checkTools(
      [
        { name: 'ffmpeg', path: '/usr/bin/ffmpeg', version: '7.1' },
        { name: 'ffprobe', missing: true },
      ],
      { ffmpeg: 'ffmpeg', ffprobe: '/opt/ffprobe' },
      { texts: ru, locale: 'ru' },
    );
    expect(checks).toMatchObject([
      { id: 'ffmpeg', state: 'ok', found: '7.1, /usr/bin/ffmpeg' },
      {
        id: 'ffprobe',
        state: 'fail',
        found: 'не найдено: /opt/ffprobe',
        mend: expect.stringContaining('FFPROBE_PATH'),
      },
    ]);
  });
});

describe('checkFolder', () => {
  it('judges a folder that is not there yet by the one above it', async () => {
    const path = join(folder, 'not', 'there', 'yet');
    const check = await checkFolder({ id: 'tmpFolder', path, variable: 'SPEECH_COACH_TMP' }, facts);
    expect(check.found).toMatch(new RegExp(`^[\\d.]+ GB free in ${path}$`));
  });

  it('finds a file where a folder must be', async () => {
    const path = join(import.meta.filename, 'data');
    const check = await checkFolder({ id: 'dataFolder', path, variable: 'SPEECH_COACH_HOME' }, facts);
    expect(check).toMatchObject({ state: 'fail', mend: expect.stringContaining('SPEECH_COACH_HOME') });
    expect(check.found).toContain(import.meta.filename);
  });
});

describe('checkMemory', () => {
  it.each([
    [4000, 2, 'ok'],
    [1000, 2, 'ok'],
    [999, 2, 'warn'],
    [499, 1, 'fail'],
  ])('judges %i MB for %i recognisers as %s', (megabytes, slots, state) => {
    expect(checkMemory(megabytes * MEBIBYTE, slots, facts).state).toBe(state);
  });

  it('says how much is needed and which setting needs less', () => {
    expect(checkMemory(0, 4, facts).mend).toMatch(/2000 MB.*RECOGNIZER_SLOTS/);
  });
});

describe('checkCores', () => {
  it('shows cores and slots', () => {
    expect(checkCores(1, facts)).toEqual({
      id: 'cores',
      title: 'cores',
      state: 'ok',
      found: `${availableParallelism()}, recognisers at once: 1`,
    });
  });
});
