/** The tracks of the example talks: held sounds stand out, syllables are counted, what a file goes through changes little. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { languageOf } from '../../src/language/index.ts';
import type { TimeRange, Tracks } from '../../src/report/index.ts';
import { createVoiceTracker } from '../../src/voice/index.ts';
import { decodeSound, EXAMPLE_TALKS } from '../support/audio.ts';
import { percentile } from '../support/percentile.ts';

const range = z.object({ startSec: z.number(), endSec: z.number() });
const truthShape = z.object({
  words: z.array(range.extend({ text: z.string() })),
  pauses: z.array(range),
  filledPauses: z.array(range.extend({ sound: z.string() })),
  noiseFloorDbfs: z.number(),
});

function truthOf(language: 'en' | 'ru'): z.infer<typeof truthShape> {
  const file = resolve(import.meta.dirname, `../../examples/example-talk-${language}.json`);
  return truthShape.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function track(sound: Float32Array): Tracks {
  const tracker = createVoiceTracker();
  tracker.push(sound);
  return tracker.end();
}

/** The frames that lie in one of the ranges, `marginSec` away from its ends. */
function framesIn(ranges: readonly TimeRange[], marginSec = 0): readonly number[] {
  return ranges.flatMap(({ startSec, endSec }) => {
    const start = Math.ceil((startSec + marginSec) * 100);
    return Array.from(
      { length: Math.max(0, Math.floor((endSec - marginSec) * 100) - start) },
      (_, at) => start + at,
    );
  });
}

function valuesAt(values: Float32Array, frames: readonly number[]): readonly number[] {
  return frames.map((frame) => values[frame] ?? NaN);
}

describe.each(['en', 'ru'] as const)('the tracks of the example talk in %s', (language) => {
  const truth = truthOf(language);
  let tracks: Tracks;

  beforeAll(async () => {
    tracks = track(await decodeSound(EXAMPLE_TALKS[language]));
  });

  it('tell held sounds from speech: voiced throughout, and hardly changing', () => {
    const words = framesIn(truth.words).filter((frame) => (tracks.pitchHz[frame] ?? 0) > 0);
    const usual = percentile(valuesAt(tracks.changeDb, words), 0.5);
    expect(usual).toBeGreaterThan(4);
    for (const held of truth.filledPauses) {
      const frames = framesIn([held], 0.06);
      const voiced = frames.filter((frame) => (tracks.pitchHz[frame] ?? 0) > 0);
      expect(voiced.length).toBeGreaterThan(0.9 * frames.length);
      expect(percentile(valuesAt(tracks.changeDb, frames), 0.5)).toBeLessThan(0.6 * usual);
    }
  });

  it('hear nothing in its pauses but the room', () => {
    const pauses = framesIn(truth.pauses, 0.05);
    expect(valuesAt(tracks.pitchHz, pauses).filter((hz) => hz > 0)).toEqual([]);
    expect(Math.abs((tracks.sound.noiseFloorDb ?? 0) - truth.noiseFloorDbfs)).toBeLessThan(2);
    expect(tracks.sound).toMatchObject({ clippedShare: 0, hum: null });
  });

  it('count its syllables to 12 %', () => {
    const known = languageOf(language);
    const syllables = truth.words
      .flatMap(({ text }) => known?.spokenWords(text) ?? [])
      .reduce((sum, word) => sum + (known?.syllables(word) ?? 0), 0);
    const said = syllables + truth.filledPauses.length;
    expect(Math.abs(tracks.nuclei.length / said - 1)).toBeLessThan(0.12);
  });

  it.each([
    ['another sample rate', ['-ar', '44100', '-c:a', 'pcm_s16le'], 'wav', 0.995],
    ['MP3', ['-c:a', 'libmp3lame', '-b:a', '48k'], 'mp3', 0.97],
  ])('are nearly the same after %s', async (_name, options, format, agreement) => {
    const folder = mkdtempSync(join(tmpdir(), 'speech-coach-tracks-'));
    try {
      const file = join(folder, `talk.${format}`);
      const input = ['-nostdin', '-v', 'error', '-i', EXAMPLE_TALKS[language], '-t', '40', '-vn', '-ac', '1'];
      execFileSync('ffmpeg', [...input, ...options, file]);
      const changed = track(await decodeSound(file));
      const frames = framesIn([{ startSec: 0, endSec: 39.9 }]);
      const same = frames.filter((frame) => {
        const [before = 0, after = 0] = [tracks.pitchHz[frame], changed.pitchHz[frame]];
        return before === 0 || after === 0 ? before === after : Math.abs(after / before - 1) < 0.01;
      });
      expect(same.length / frames.length).toBeGreaterThan(agreement);
      const nuclei = tracks.nuclei.filter((frame) => frame < 3990).length;
      expect(Math.abs(changed.nuclei.length - nuclei)).toBeLessThan(0.05 * nuclei);
      const speech = frames.filter((frame) => (tracks.pitchHz[frame] ?? 0) > 0);
      const shifts = speech.map((frame) => (changed.levelDb[frame] ?? NaN) - (tracks.levelDb[frame] ?? NaN));
      expect(percentile(shifts.map(Math.abs), 0.95)).toBeLessThan(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
