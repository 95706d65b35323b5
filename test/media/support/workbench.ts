/** A temporary folder, a media object, and ffmpeg to make recordings with, for the tests of one file. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';
import type { DecodeSummary, Media, Probe } from '../../../src/media/index.ts';
import { createMedia } from '../../../src/media/index.ts';

const execute = promisify(execFile);

/** The audio that is always there: a talk of 104 s, 24 kHz mono, its first words at 0.3 s. */
export const EXAMPLE_TALK = fileURLToPath(new URL('../../../examples/example-talk-en.mp4', import.meta.url));

/** A signal that never aborts. */
export const NEVER = new AbortController().signal;

/** A small moving picture, for containers with video. */
export const PICTURE = ['-f', 'lavfi', '-i', 'testsrc=size=64x48:rate=5'] as const;

/** A recording, read to its end. */
export interface Heard {
  readonly probe: Probe;
  readonly samples: Float32Array;
  readonly summary: DecodeSummary;
}

/** See {@link useWorkbench}. */
export interface Workbench {
  /** A path in the temporary folder. */
  path(name: string): string;
  /** Writes a file there. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Runs ffmpeg there and hands back the path of the file that it was to make. */
  make(name: string, args: readonly string[]): Promise<string>;
  /** The first part of a file under another name. */
  cut(from: string, name: string, share: number): Promise<string>;
  media(): Media;
  /** Probes and decodes. */
  hear(path: string): Promise<Heard>;
}

/** Registers the making and the removing of a {@link Workbench} with the test runner. */
export function useWorkbench(): Workbench {
  let folder = '';
  const media = createMedia();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'speech-coach-media-'));
  });

  afterAll(async () => {
    await media.close();
    await rm(folder, { recursive: true, force: true });
  });

  const bench: Workbench = {
    path: (name) => join(folder, name),
    async write(name, content) {
      await writeFile(bench.path(name), content);
      return bench.path(name);
    },
    async make(name, args) {
      await ffmpeg([...args, bench.path(name)]);
      return bench.path(name);
    },
    async cut(from, name, share) {
      const content = await readFile(bench.path(from));
      return await bench.write(name, content.subarray(0, Math.floor(content.length * share)));
    },
    media: () => media,
    hear: (path) => hear(media, path),
  };
  return bench;
}

/** Runs ffmpeg; existing files are replaced. */
export async function ffmpeg(args: readonly string[]): Promise<void> {
  await execute('ffmpeg', ['-nostdin', '-hide_banner', '-v', 'error', '-y', ...args]);
}

/** The encoders that this machine's ffmpeg has. */
export async function listEncoders(): Promise<ReadonlySet<string>> {
  const { stdout } = await execute('ffmpeg', ['-hide_banner', '-encoders']);
  return new Set([...stdout.matchAll(/^ [VAS][A-Z.]{5} (\S+)/gm)].map(([, name = '']) => name));
}

/** Probes and decodes a file with `media`. */
export async function hear(media: Media, path: string): Promise<Heard> {
  const probe = await media.probe(path, { signal: NEVER });
  const { blocks, summary } = media.decode(path, probe, { signal: NEVER });
  const samples = await joinBlocks(blocks);
  return { probe, samples, summary: await summary };
}

/** All blocks as one. */
export async function joinBlocks(blocks: AsyncIterable<Float32Array>): Promise<Float32Array> {
  const parts = await Array.fromAsync(blocks);
  const whole = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
