/** Recordings with exactly known texts, as sets over which word errors are counted. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { ComparingOptions, WordErrors } from '../../test/support/word-errors.ts';
import { sumErrors, wordErrors } from '../../test/support/word-errors.ts';
import type { JoinedTalk } from './joined-talk.ts';
import { testData } from './long-talk.ts';
import type { PeerRecording } from './peer-process.ts';

/** A recording, and what is said in it. */
export interface KnownRecording extends PeerRecording {
  readonly text: string;
}

/** Recordings that are judged together. */
export interface WordErrorSet {
  readonly name: string;
  readonly recordings: readonly KnownRecording[];
  /** The most word errors, numbers spelled, as a share. */
  readonly reach: number;
}

/** Sets, and a function that deletes their files. */
export interface ConvertedSets {
  readonly sets: readonly WordErrorSet[];
  remove(): void;
}

const EXAMPLE = resolve(import.meta.dirname, '../../examples/example-talk-ru');

/** Transcripts that say exactly what is said. */
const EXACT: ReadonlySet<string> = new Set(['human-verbatim', 'text-of-the-work', 'prompt-text']);

const manifestShape = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      language: z.string(),
      transcript: z.string(),
      transcript_status: z.string(),
    }),
  ),
});

/** A joined talk as a set. */
export function toSet({ language, wav, text }: JoinedTalk, name: string, reach: number): WordErrorSet {
  return { name, recordings: [{ wav, language, text }], reach };
}

/**
 * The shared Russian recordings with exact texts, and the Russian example talk, as WAV files.
 *
 * @throws Error when the shared recordings are not there
 */
export function convertRussianSets(): ConvertedSets {
  const shared = manifestShape
    .parse(JSON.parse(readFileSync(join(testData, 'audio/manifest.json'), 'utf8')))
    .items.filter((item) => item.language === 'ru' && EXACT.has(item.transcript_status));
  const folder = mkdtempSync(join(tmpdir(), 'speech-coach-sets-'));
  const convert = (from: string, name: string, text: string): KnownRecording => {
    const wav = join(folder, `${name}.wav`);
    const out = ['-ac', '1', '-ar', '16000', '-c:a', 'pcm_s16le', wav];
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-i', from, ...out]);
    return { wav, language: 'ru', text };
  };
  const { text } = z.object({ text: z.string() }).parse(JSON.parse(readFileSync(`${EXAMPLE}.json`, 'utf8')));
  return {
    sets: [
      {
        name: 'shared Russian recordings',
        recordings: shared.map((item) =>
          convert(join(testData, 'audio', item.file), item.id, item.transcript),
        ),
        reach: 0.17,
      },
      {
        name: 'Russian example talk',
        recordings: [convert(`${EXAMPLE}.mp4`, 'example', text)],
        reach: 0.06,
      },
    ],
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** The errors of a set; `heard` has a text for each of its recordings. */
export function errorsOf(
  { recordings }: WordErrorSet,
  heard: readonly string[],
  numbers: NonNullable<ComparingOptions['numbers']>,
): WordErrors {
  return sumErrors(
    recordings.map(({ text, language }, index) =>
      wordErrors(text, heard[index] ?? '', { language, numbers }),
    ),
  );
}
