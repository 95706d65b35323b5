/** Recorded prompts with their texts, in English and in Russian, from Debian packages: real speech for the benches. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { keptFolder } from './kept-folder.ts';

/** A prompt on disk. */
export interface Prompt {
  /** 16 kHz mono 16-bit WAV. */
  readonly wav: string;
  /** What is said; empty for the prompts that are silence. */
  readonly text: string;
  readonly durationSec: number;
}

/** The voice of each language (Asterisk core sounds: English CC-BY-SA 3.0, Russian CC-BY 3.0). */
const VOICES = { en: 'en_US_f_Allison', ru: 'ru_RU_f_IvrvoiceRU' } as const;

/** A language that there are prompts in. */
export type PromptLanguage = keyof typeof VOICES;

/** G.722 as it is in the packages. */
const BYTES_A_SEC = 8000;
/** Shorter prompts hold too few words to tell anything. */
const MIN_SEC = 3;

const indexShape = z.array(z.object({ file: z.string(), text: z.string(), durationSec: z.number() }));

/**
 * All prompts of 3 s and longer whose text is all words, in the order of the package's own list. Downloaded once,
 * not installed.
 *
 * @throws Error when the packages are out of reach
 */
export function fetchPrompts(language: PromptLanguage): readonly Prompt[] {
  const folder = keptFolder(`prompts-${language}-1`, (unfinished) => {
    unpackPrompts(language, unfinished);
  });
  return indexShape
    .parse(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')))
    .map(({ file, text, durationSec }) => ({ wav: join(folder, file), text, durationSec }));
}

function unpackPrompts(language: PromptLanguage, folder: string): void {
  const unpacked = join(folder, 'packages');
  mkdirSync(unpacked);
  const name = `asterisk-core-sounds-${language}`;
  try {
    execFileSync('apt-get', ['download', '-qq', name, `${name}-g722`], { cwd: unpacked, stdio: 'ignore' });
  } catch (cause) {
    throw new Error(`the Debian packages ${name} and ${name}-g722 cannot be downloaded by apt-get`, {
      cause,
    });
  }
  for (const file of globSync('*.deb', { cwd: unpacked })) {
    execFileSync('dpkg-deb', ['-x', file, '.'], { cwd: unpacked });
  }
  const sounds = join(unpacked, 'usr/share/asterisk/sounds', VOICES[language]);
  const list = join(unpacked, `usr/share/doc/${name}/core-sounds-${language}.txt.gz`);
  const index: z.infer<typeof indexShape> = [];
  for (const line of gunzipSync(readFileSync(list)).toString('utf8').split('\n')) {
    const [, key, text] = /^([^;:][^:]*): (.*)$/.exec(line) ?? [];
    const sound = join(sounds, `${key}.g722`);
    if (key === undefined || text === undefined || /[<[]/.test(text) || !existsSync(sound)) {
      continue;
    }
    const durationSec = statSync(sound).size / BYTES_A_SEC;
    if (durationSec >= MIN_SEC) {
      const file = `${key.replaceAll('/', '_')}.wav`;
      const out = ['-ac', '1', '-ar', '16000', '-c:a', 'pcm_s16le', join(folder, file)];
      execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', '-f', 'g722', '-i', sound, ...out]);
      index.push({ file, text: /^\(.*\)$/.test(text) ? '' : text, durationSec });
    }
  }
  writeFileSync(join(folder, 'index.json'), JSON.stringify(index));
  rmSync(unpacked, { recursive: true });
}
