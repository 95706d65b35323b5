/** Recorded English prompts with their texts, from Debian packages: real speech for the benches of word times. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A prompt on disk. */
export interface Prompt {
  /** 16 kHz mono 16-bit WAV. */
  readonly wav: string;
  readonly text: string;
}

/** Packages that hold the prompts (Asterisk core sounds, CC-BY-SA 3.0). */
const PACKAGES = ['asterisk-core-sounds-en', 'asterisk-core-sounds-en-g722'];
/** Shorter prompts hold too few words to tell anything; longer ones strain the aligner. */
const MIN_BYTES = 24_000;
const MAX_BYTES = 200_000;

/** All prompts of 3 to 25 s whose text is all words, and a function that deletes them. */
export function fetchPrompts(): { readonly prompts: readonly Prompt[]; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'speech-coach-prompts-'));
  execFileSync('apt-get', ['download', '-qq', ...PACKAGES], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  for (const file of globSync('*.deb', { cwd: folder })) {
    execFileSync('dpkg-deb', ['-x', file, 'all'], { cwd: folder });
  }
  const sounds = join(folder, 'all/usr/share/asterisk/sounds/en_US_f_Allison');
  const texts = join(folder, 'all/usr/share/doc/asterisk-core-sounds-en/core-sounds-en.txt.gz');
  const prompts: Prompt[] = [];
  for (const line of gunzipSync(readFileSync(texts)).toString('utf8').split('\n')) {
    const [, key, text] = /^([^;:][^:]*): (.*)$/.exec(line) ?? [];
    const sound = join(sounds, `${key}.g722`);
    if (key === undefined || text === undefined || /[<[]/.test(text) || !existsSync(sound)) {
      continue;
    }
    const { length } = readFileSync(sound);
    if (length >= MIN_BYTES && length <= MAX_BYTES) {
      const wav = join(folder, `${basename(key)}.wav`);
      const out = ['-ar', '16000', '-ac', '1', '-c:a', 'pcm_s16le', wav];
      execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'g722', '-i', sound, ...out]);
      prompts.push({ wav, text });
    }
  }
  return {
    prompts,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
