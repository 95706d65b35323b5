/** Recordings that are cut or damaged: what can be heard is heard, and the owner is told. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMedia } from '../../src/media/index.ts';
import { compareSound, rms } from './support/compare-sound.ts';
import { EXAMPLE_TALK, hear, joinBlocks, NEVER, PICTURE, useWorkbench } from './support/workbench.ts';

const bench = useWorkbench();

const LENGTH_SEC = 12;
const VOICE = ['-t', String(LENGTH_SEC), '-i', EXAMPLE_TALK] as const;
const WITH_PICTURE = [...VOICE, ...PICTURE, '-map', '0:a', '-map', '1:v', '-t', String(LENGTH_SEC)] as const;

beforeAll(async () => {
  await Promise.all([
    bench.make('whole.mp4', [...WITH_PICTURE, '-movflags', '+faststart']),
    bench.make('index-last.mp4', WITH_PICTURE),
    bench.make('fragmented.mp4', [
      ...VOICE,
      '-vn',
      '-movflags',
      'empty_moov+default_base_moof',
      '-frag_duration',
      '500000',
    ]),
    bench.make('whole.mkv', [...WITH_PICTURE, '-c:a', 'aac']),
    bench.make('live.webm', [...VOICE, '-vn', '-c:a', 'libopus', '-live', '1', '-f', 'webm']),
    ...['mp3', 'wav', 'flac', 'ogg', 'aiff'].map((type) => bench.make(`whole.${type}`, [...VOICE, '-vn'])),
  ]);
});

describe('a recording cut in half', () => {
  it.each(['whole.mp4', 'whole.mkv', 'whole.mp3', 'whole.wav', 'whole.flac', 'whole.aiff'])(
    'is heard up to the cut, and its owner is told: %s',
    async (name) => {
      const { samples, summary } = await bench.hear(await bench.cut(name, `cut-${name}`, 0.5));
      const { durationSec, notices } = summary;
      expect(Math.abs(durationSec - LENGTH_SEC / 2)).toBeLessThan(2);
      expect(samples).toHaveLength(Math.round(durationSec * 16_000));
      expect(notices).toEqual([
        {
          code: 'recording-cut',
          params: { expectedSec: expect.closeTo(LENGTH_SEC, 0), decodedSec: expect.closeTo(durationSec, 1) },
        },
      ]);
    },
  );

  it.each(['whole.ogg', 'live.webm', 'fragmented.mp4'])(
    'is heard up to the cut also where no length is stated: %s',
    async (name) => {
      const { summary } = await bench.hear(await bench.cut(name, `cut-${name}`, 0.5));
      expect(Math.abs(summary.durationSec - LENGTH_SEC / 2)).toBeLessThan(2);
    },
  );

  it.each(['index-last.mp4', 'whole.flac'])('says that nothing can be decoded: %s', async (name) => {
    // Of the FLAC the header alone is left.
    const share = name === 'whole.flac' ? 0.0005 : 0.5;
    const path = await bench.cut(name, `lost-${name}`, share);
    const hearing = bench.hear(path);
    await expect(hearing).rejects.toMatchObject({ code: 'media-damaged', details: { file: path } });
  });
});

describe('a recording with a damaged place', () => {
  it.each(['whole.mkv', 'whole.mp3', 'whole.mp4'])('is heard to its end: %s', async (name) => {
    const content = await readFile(bench.path(name));
    content.fill(0, Math.floor(content.length * 0.5), Math.floor(content.length * 0.54));
    const damaged = await bench.hear(await bench.write(`damaged-${name}`, content));
    expect(damaged.summary.notices).toContainEqual({ code: 'recording-damaged', params: {} });
    expect(damaged.summary.notices.map(({ code }) => code)).not.toContain('recording-cut');
    expect(Math.abs(damaged.summary.durationSec - LENGTH_SEC)).toBeLessThan(1);
  });

  it('keeps its times after the place', async () => {
    const content = await readFile(bench.path('whole.mkv'));
    content.fill(0, Math.floor(content.length * 0.5), Math.floor(content.length * 0.6));
    const whole = await bench.hear(bench.path('whole.mkv'));
    const damaged = await bench.hear(await bench.write('hole.mkv', content));
    const { correlation, lagSec } = compareSound(whole.samples, damaged.samples, 10);
    expect(correlation).toBeGreaterThan(0.99);
    expect(Math.abs(lagSec)).toBeLessThan(0.002);
  });

  it('is not called damaged when it is whole', async () => {
    const { summary } = await bench.hear(bench.path('whole.mp4'));
    expect(summary.notices).toEqual([]);
  });
});

describe('times that jump', () => {
  // From 2 s on the sound claims to come a minute and a half later.
  const JUMP = ['-t', '4', '-i', EXAMPLE_TALK, '-vn', '-af', "asetpts='PTS+gt(T,2)*90/TB'"] as const;

  it('puts silence where nothing was recorded', async () => {
    const { summary, samples } = await bench.hear(await bench.make('jump.mkv', JUMP));
    expect(summary.durationSec).toBeCloseTo(94, 0);
    expect(rms(samples.subarray(10 * 16_000, 90 * 16_000))).toBe(0);
    expect(rms(samples.subarray(92 * 16_000))).toBeGreaterThan(0.01);
  });

  it('holds to the limit by what is decoded, whatever the container states', async () => {
    const strict = createMedia({ limits: { maxDurationSec: 60 } });
    const path = await bench.make('jump.webm', [...JUMP, '-c:a', 'libopus']);
    await expect(strict.probe(path, { signal: NEVER })).rejects.toMatchObject({
      code: 'too-long',
      details: { file: path, minutes: 2, maxMinutes: 1 },
    });
    const probe = await bench.media().probe(path, { signal: NEVER });
    const { blocks } = strict.decode(path, { ...probe, durationSec: null }, { signal: NEVER });
    await expect(joinBlocks(blocks)).rejects.toMatchObject({ code: 'too-long', details: { minutes: 2 } });
    await strict.close();
  });

  it('does not fill memory with hours of silence', async () => {
    const path = await bench.make('hours.mkv', [...JUMP.slice(0, -1), "asetpts='PTS+gt(T,2)*360000/TB'"]);
    const patient = createMedia({ limits: { maxDurationSec: 1_000_000 } });
    const { summary } = await hear(patient, path);
    expect(summary.durationSec).toBeLessThan(3600);
    expect(summary.notices).not.toEqual([]);
    await patient.close();
  });
});
