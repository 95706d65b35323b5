/** Long and many: a recording of ten minutes and more, and one analysis after another, keep their measure of memory. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Media } from '../../src/media/index.ts';
import { createMedia } from '../../src/media/index.ts';
import type { Pipeline } from '../../src/pipeline/index.ts';
import { createPipeline } from '../../src/pipeline/index.ts';
import type { Report } from '../../src/report/index.ts';
import { isPresent } from '../../src/report/index.ts';
import type { Speech } from '../../src/speech/index.ts';
import { createSilentLogger } from '../../src/telemetry/index.ts';
import type { Voice } from '../../src/voice/index.ts';
import { createVoice } from '../../src/voice/index.ts';
import { openModels, openSpeech } from '../support/models.ts';

const EXAMPLE = join(import.meta.dirname, '../../examples/example-talk-en.mp4');
const TIMES = 8;
/** What a child may use: the mark past which it is replaced, and the piece of work that passed it. */
const MAX_CHILD_MB = 1000;

let folder: string;
let media: Media;
let speech: Speech;
let voice: Voice;
let pipeline: Pipeline;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'endurance-'));
  media = createMedia();
  speech = openSpeech({ slots: 1 });
  voice = createVoice({ threads: 1 });
  pipeline = createPipeline({ media, speech, voice, models: openModels(), logger: createSilentLogger() });
});

afterAll(async () => {
  await pipeline.close();
  await Promise.all([speech.close(), voice.close(), media.close()]);
  await rm(folder, { recursive: true });
});

async function make(name: string, args: readonly string[]): Promise<string> {
  const path = join(folder, name);
  execFileSync('ffmpeg', ['-v', 'error', ...args, '-vn', '-ac', '1', '-ar', '16000', path]);
  return path;
}

async function analyze(path: string): Promise<Report> {
  const { signal } = new AbortController();
  return pipeline.analyze({ path, name: 'talk.flac', language: 'auto' }, { signal });
}

function words({ transcript }: Report): number {
  return isPresent(transcript) ? transcript.words.length : 0;
}

function pauses(report: Report): number {
  return isPresent(report.pauses) ? report.pauses.length : 0;
}

/** The most memory that each child has used so far, in MB (Linux). */
async function childPeaksMb(): Promise<readonly number[]> {
  const { pids } = speech.load();
  return Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
    }),
  );
}

describe('a long recording', () => {
  it('gives what its parts give, within the memory of a short one', async () => {
    const once = await analyze(await make('once.flac', ['-i', EXAMPLE]));
    const many = await analyze(await make('many.flac', ['-stream_loop', String(TIMES - 1), '-i', EXAMPLE]));

    expect(many.recording.durationSec).toBeCloseTo(TIMES * once.recording.durationSec, 0);
    expect(words(many) / (TIMES * words(once))).toBeGreaterThan(0.97);
    expect(words(many) / (TIMES * words(once))).toBeLessThan(1.03);
    // The silence between two rounds is a pause as well.
    expect(pauses(many)).toBeGreaterThanOrEqual(TIMES * pauses(once));
    expect(pauses(many)).toBeLessThanOrEqual(TIMES * (pauses(once) + 1));
    expect(Math.max(...(await childPeaksMb()))).toBeLessThan(MAX_CHILD_MB);
  });
});

describe('one analysis after another', () => {
  it('makes the same report each time, with one child, and leaves nothing behind', async () => {
    const cut = await make('cut.flac', ['-t', '20', '-i', EXAMPLE]);
    const first = JSON.stringify(await analyze(cut));
    const heapBeforeMb = process.memoryUsage().heapUsed / 2 ** 20;
    for (let round = 0; round < 40; round += 1) {
      expect(JSON.stringify(await analyze(cut))).toBe(first);
    }
    const { active, waiting, crashes, pids } = speech.load();
    expect({ active, waiting, crashes, children: pids.length }).toEqual({
      active: 0,
      waiting: 0,
      crashes: 0,
      children: 1,
    });
    // A report is some tens of kilobytes: forty kept ones, or their sound, would show.
    expect(process.memoryUsage().heapUsed / 2 ** 20 - heapBeforeMb).toBeLessThan(50);
  });
});
