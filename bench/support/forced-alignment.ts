/** Reference word times: pocketsphinx (Debian) aligns a known text with its sound. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Prompt } from './prompts.ts';

/** A word's time by the aligner, which works in frames of 10 ms. */
export interface AlignedWord {
  readonly word: string;
  readonly startSec: number;
  readonly endSec: number;
}

const MODEL = '/usr/share/pocketsphinx/model/en-us';
const FRAME_SEC = 0.01;
const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/**
 * Aligns all prompts whose words the aligner's dictionary has. Keys are the prompts' files.
 *
 * @throws Error when the aligner is not installed
 */
export function alignByForce(prompts: readonly Prompt[]): ReadonlyMap<string, readonly AlignedWord[]> {
  const dictionaryFile = join(MODEL, 'cmudict-en-us.dict');
  if (!existsSync(dictionaryFile)) {
    throw new Error('Debian packages are needed: apt install pocketsphinx pocketsphinx-en-us');
  }
  const dictionary = new Set(
    readFileSync(dictionaryFile, 'utf8')
      .split('\n')
      .map((line) => line.split(' ')[0] ?? ''),
  );
  const folder = mkdtempSync(join(tmpdir(), 'speech-coach-align-'));
  const byName = new Map<string, string>();
  for (const { wav, text } of prompts) {
    const words = wordsOf(text, dictionary);
    const name = basename(wav, '.wav');
    if (words !== undefined) {
      writeFileSync(join(folder, `${name}.fsg`), onePathGrammar(words));
      byName.set(name, wav);
    }
  }
  const names = [...byName.keys()];
  writeFileSync(join(folder, 'names'), `${names.join('\n')}\n`);
  const sound = [
    '-adcin',
    'yes',
    '-adchdr',
    '44',
    '-cepdir',
    dirname(prompts[0]?.wav ?? ''),
    '-cepext',
    '.wav',
  ];
  const grammar = [
    '-ctl',
    join(folder, 'names'),
    '-fsgctl',
    join(folder, 'names'),
    '-fsgdir',
    folder,
    '-fsgext',
    '.fsg',
  ];
  // With its silence removal on, all times shift.
  const search = ['-remove_silence', 'no', '-beam', '1e-100', '-pbeam', '1e-100', '-wbeam', '1e-80'];
  const passes = ['-fwdflat', 'no', '-bestpath', 'no'];
  const files = ['-hmm', join(MODEL, 'en-us'), '-dict', dictionaryFile, '-hypseg', join(folder, 'segments')];
  execFileSync('pocketsphinx_batch', [...sound, ...grammar, ...search, ...passes, ...files], {
    stdio: 'ignore',
  });
  const aligned = new Map<string, readonly AlignedWord[]>();
  for (const line of readFileSync(join(folder, 'segments'), 'utf8').split('\n')) {
    const [name = '', ...fields] = line.split(' ').filter((field) => field !== '');
    const wav = byName.get(name);
    if (wav !== undefined) {
      aligned.set(wav, parseSegments(fields));
    }
  }
  rmSync(folder, { recursive: true });
  return aligned;
}

/** The words as the dictionary spells them; undefined when it lacks one. */
function wordsOf(text: string, dictionary: ReadonlySet<string>): readonly string[] | undefined {
  const spelled = text
    .toLowerCase()
    .replaceAll('-', ' ')
    .replaceAll(/\d/g, (digit) => ` ${DIGITS[Number(digit)]} `);
  const words = spelled.split(/[^a-z']+/).flatMap((word) => {
    const bare = word.replaceAll(/^'+|'+$/g, '');
    return bare === '' ? [] : [dictionary.has(word) ? word : bare];
  });
  return words.length > 0 && words.every((word) => dictionary.has(word)) ? words : undefined;
}

/** A grammar with one way through it: the words in order. */
function onePathGrammar(words: readonly string[]): string {
  const steps = words.map((word, index) => `TRANSITION ${index} ${index + 1} 1.0 ${word}`);
  const states = `NUM_STATES ${words.length + 1}\nSTART_STATE 0\nFINAL_STATE ${words.length}`;
  return `FSG_BEGIN u\n${states}\n${steps.join('\n')}\nFSG_END\n`;
}

/** A line of segments: after the mark `L` and a score, a start frame, then groups of four that end in word and end. */
function parseSegments(fields: readonly string[]): readonly AlignedWord[] {
  const words: AlignedWord[] = [];
  let at = fields.indexOf('L') + 2;
  let start = Number(fields[at]);
  for (at += 1; at + 3 < fields.length; at += 4) {
    const word = fields[at + 2] ?? '';
    const end = Number(fields[at + 3]);
    if (!/^[<[]/.test(word)) {
      words.push({
        word: word.replace(/\(\d+\)$/, ''),
        startSec: start * FRAME_SEC,
        endSec: end * FRAME_SEC,
      });
    }
    start = end;
  }
  return words;
}
