/** Word times beside forced alignment, over some hundred recorded prompts: how far starts and ends are off. */
import { createMedia } from '../src/media/index.ts';
import type { Word } from '../src/report/index.ts';
import { isPresent } from '../src/report/index.ts';
import { createSpeech } from '../src/speech/index.ts';
import type { AlignedWord } from './support/forced-alignment.ts';
import { alignByForce } from './support/forced-alignment.ts';
import { modelsFolder } from './support/listen.ts';
import { fetchPrompts } from './support/prompts.ts';
import { printTable } from './support/table.ts';

const fetched = fetchPrompts();
const reference = alignByForce(fetched.prompts);
const media = createMedia();
const speech = createSpeech({ modelsFolder, slots: 1 });
const { signal } = new AbortController();
const starts: number[] = [];
const ends: number[] = [];
for (const [wav, aligned] of reference) {
  const { blocks } = media.decode(wav, await media.probe(wav, { signal }), { signal });
  const { transcript } = await speech.transcribe(blocks, { language: 'en', signal });
  for (const [known, heard] of sameWords(aligned, isPresent(transcript) ? transcript.words : [])) {
    starts.push(Math.abs(heard.startSec - known.startSec));
    ends.push(Math.abs(heard.endSec - known.endSec));
  }
}
await Promise.all([speech.close(), media.close()]);
fetched.remove();

const milliseconds = (sec: number): string => `${Math.round(sec * 1000)} ms`;
const toRow = (name: string, errorsSec: readonly number[]): readonly string[] => {
  const sorted = errorsSec.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  const within = sorted.filter((error) => error <= 0.12).length / sorted.length;
  return [name, milliseconds(at(0.5)), milliseconds(at(0.9)), `${(within * 100).toFixed(1)} %`];
};
console.log(
  `${starts.length} words of ${reference.size} prompts. Reach: starts median 40 ms, 90 % within 120 ms.\n`,
);
printTable(
  ['error of word', 'median', '90 %', 'within 120 ms'],
  [toRow('starts', starts), toRow('ends', ends)],
);

/** Pairs of the words that both have, by the longest common subsequence. */
function sameWords(known: readonly AlignedWord[], heard: readonly Word[]): readonly [AlignedWord, Word][] {
  const table = Array.from({ length: known.length + 1 }, () => new Int32Array(heard.length + 1));
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  for (const [row, a] of [...known.entries()].toReversed()) {
    for (const [column, b] of [...heard.entries()].toReversed()) {
      const best = same(a, b)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
      table[row]?.fill(best, column, column + 1);
    }
  }
  const pairs: [AlignedWord, Word][] = [];
  let row = 0;
  let column = 0;
  for (
    let a = known[row], b = heard[column];
    a !== undefined && b !== undefined;
    a = known[row], b = heard[column]
  ) {
    if (same(a, b)) {
      pairs.push([a, b]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) {
      row += 1;
    } else {
      column += 1;
    }
  }
  return pairs;
}

function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z']/g, '');
}

function same(a: AlignedWord, b: Word): boolean {
  return bare(a.word) === bare(b.text);
}
