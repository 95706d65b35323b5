/** The recordings that the tests hear: those of the repository, and the shared ones when they are there. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe } from 'vitest';
import { z } from 'zod';
import { SAMPLE_RATE_HZ } from '../../src/speech/index.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const TEST_DATA = process.env['SPEECH_COACH_TEST_DATA'] ?? resolve(ROOT, '../shared');
const SHARED_AUDIO = join(TEST_DATA, 'audio');

/** The example talks of the repository. */
export const EXAMPLE_TALKS = {
  en: join(ROOT, 'examples/example-talk-en.mp4'),
  ru: join(ROOT, 'examples/example-talk-ru.mp4'),
} as const;

const manifest = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      language: z.string(),
      transcript: z.string(),
      speaker_kind: z.string(),
    }),
  ),
});

/** A shared recording of a real voice. */
export interface SharedRecording {
  readonly id: string;
  /** Absolute. */
  readonly path: string;
  readonly language: string;
  /** What is said, written down. */
  readonly transcript: string;
}

/** The shared recordings; empty when they are not there. */
export function sharedRecordings(): readonly SharedRecording[] {
  const path = join(SHARED_AUDIO, 'manifest.json');
  if (!existsSync(path)) {
    return [];
  }
  return manifest
    .parse(JSON.parse(readFileSync(path, 'utf8')))
    .items.map(({ id, file, language, transcript }) => ({
      id,
      path: join(SHARED_AUDIO, file),
      language,
      transcript,
    }));
}

/** The sound of a talk of the family, by the name of its truth file. */
export function familySound(truthFile: string): string {
  return join(SHARED_AUDIO, 'talks/family', truthFile.replace(/\.json$/, '.flac'));
}

/** Tests that need the shared recordings: without them they are skipped, and the run says so. */
export function describeShared(name: string, tests: () => void): void {
  const there = existsSync(SHARED_AUDIO);
  if (!there) {
    process.stderr.write(
      `SKIPPED: "${name}" needs the shared recordings; there is no ${SHARED_AUDIO}. Set SPEECH_COACH_TEST_DATA.\n`,
    );
  }
  const register = there ? describe : describe.skip;
  register(name, tests);
}

/** A recording as mono sound at 16 kHz, decoded by ffmpeg alone. */
export async function decodeSound(path: string): Promise<Float32Array<ArrayBuffer>> {
  const sampleRate = String(SAMPLE_RATE_HZ);
  const args = ['-v', 'error', '-i', `file:${path}`, '-ac', '1', '-ar', sampleRate, '-f', 'f32le', 'pipe:1'];
  const ffmpeg = spawn('ffmpeg', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((done, failed) => {
    ffmpeg.once('error', failed);
    ffmpeg.once('close', done);
  });
  const [bytes, exitCode] = await Promise.all([buffer(ffmpeg.stdout), ended]);
  if (exitCode !== 0) {
    throw new Error(`ffmpeg could not decode ${path}: exit code ${exitCode}`);
  }
  return new Float32Array(Uint8Array.from(bytes).buffer);
}

/** A part of a sound, from second to second. */
export function cutSound(samples: Float32Array, startSec: number, endSec: number): Float32Array {
  return samples.slice(Math.round(startSec * SAMPLE_RATE_HZ), Math.round(endSec * SAMPLE_RATE_HZ));
}

/** Sound as a decoder hands it over: in blocks of about a second. */
export async function* inBlocks(
  samples: Float32Array,
  blockSec = 1,
): AsyncGenerator<Float32Array, void, undefined> {
  const length = Math.round(blockSec * SAMPLE_RATE_HZ);
  for (let from = 0; from < samples.length; from += length) {
    yield samples.slice(from, from + length);
  }
}
