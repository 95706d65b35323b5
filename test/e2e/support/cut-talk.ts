/** Short recordings made of the example talk with ffmpeg. */
import { readFile, writeFile } from 'node:fs/promises';
import { ffmpeg } from '../../media/support/workbench.ts';
import { EXAMPLE_TALKS } from '../../support/audio.ts';

/** The first seconds of the talk that are cut off: two whole sentences. */
export const CUT_SEC = 9;

/**
 * The start of the talk as a new file.
 *
 * @param options how ffmpeg writes it, such as `['-ar', '8000']`. Default: as the ending says
 */
export async function cutTalk(path: string, options: readonly string[] = []): Promise<void> {
  await ffmpeg(['-t', String(CUT_SEC), '-i', EXAMPLE_TALKS.en, '-vn', ...options, path]);
}

/** The start of the talk with its picture, the index at the file's start or at its end. */
export async function cutVideo(path: string, index: 'first' | 'last'): Promise<void> {
  const flags = index === 'first' ? ['-movflags', '+faststart'] : [];
  await ffmpeg(['-t', String(CUT_SEC), '-i', EXAMPLE_TALKS.en, '-c', 'copy', ...flags, path]);
}

/** The first half of a file's bytes as a new file. */
export async function halve(path: string, half: string): Promise<void> {
  const content = await readFile(path);
  await writeFile(half, content.subarray(0, content.length / 2));
}

/** Sound that ffmpeg makes up, such as `anullsrc`, as a new file. */
export async function makeSound(path: string, source: string, seconds: number): Promise<void> {
  await ffmpeg(['-f', 'lavfi', '-i', source, '-t', String(seconds), path]);
}
