/** A long talk of real English speech for the benches: the shared recordings one after another, with a known text. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Where the shared recordings and prototypes are. */
export const testData = resolve(
  process.env['SPEECH_COACH_TEST_DATA'] ?? join(import.meta.dirname, '../../../shared'),
);

/** A talk on disk. */
export interface LongTalk {
  /** 16 kHz mono WAV. */
  readonly wav: string;
  /** A list of `{text, start, end}`, as the prototypes read it. */
  readonly truth: string;
  readonly durationSec: number;
  /** Deletes the files. */
  remove(): void;
}

const manifestShape = z.object({
  items: z.array(
    z.object({
      file: z.string(),
      language: z.string(),
      seconds: z.number(),
      transcript: z.string().optional(),
    }),
  ),
});

const GAP_SEC = 1;

/** Joins English recordings, one second apart, until the talk is as long as asked. Exits when they are absent. */
export function makeLongTalk(minutes: number): LongTalk {
  const manifest = join(testData, 'audio/manifest.json');
  if (!existsSync(manifest)) {
    console.log(
      `This bench needs the shared recordings: there is no ${manifest}. Set SPEECH_COACH_TEST_DATA.`,
    );
    process.exit(1);
  }
  const { items } = manifestShape.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  const english = items.filter(({ language, seconds }) => language === 'en' && seconds >= 20);
  const folder = mkdtempSync(join(tmpdir(), 'speech-coach-bench-'));
  const wav = join(folder, 'talk.wav');
  const truth = join(folder, 'talk.json');

  const said: { readonly text: string; readonly start: number; readonly end: number }[] = [];
  const inputs: string[] = [];
  let atSec = 0;
  for (let turn = 0; atSec < minutes * 60; turn += 1) {
    const item = english[turn % english.length];
    if (item === undefined) {
      throw new Error('the manifest has no English recording');
    }
    inputs.push(join(testData, 'audio', item.file));
    said.push({ text: item.transcript ?? '', start: atSec, end: atSec + item.seconds });
    atSec += item.seconds + GAP_SEC;
  }
  const joined = inputs
    .map(
      (_, index) =>
        `[${index}:a]aresample=16000,aformat=channel_layouts=mono,apad=pad_dur=${GAP_SEC}[p${index}]`,
    )
    .join(';');
  const concat = `${inputs.map((_, index) => `[p${index}]`).join('')}concat=n=${inputs.length}:v=0:a=1[out]`;
  const filter = join(folder, 'filter.txt');
  writeFileSync(filter, `${joined};${concat}`);
  const args = ['-v', 'error', ...inputs.flatMap((input) => ['-i', input])];
  execFileSync('ffmpeg', [
    ...args,
    '-filter_complex_script',
    filter,
    '-map',
    '[out]',
    '-c:a',
    'pcm_s16le',
    wav,
  ]);
  writeFileSync(truth, JSON.stringify(said));
  return {
    wav,
    truth,
    durationSec: atSec,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
