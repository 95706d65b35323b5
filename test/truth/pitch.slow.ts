/** The pitch beside Praat's, frame by frame, over the example talks and the shared recordings, as a printed table. */
import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printTable } from '../../bench/support/table.ts';
import { createVoiceTracker } from '../../src/voice/index.ts';
import { decodeSound, EXAMPLE_TALKS, familySound, sharedRecordings } from '../support/audio.ts';
import type { Praat } from '../support/praat.ts';
import { findPraat } from '../support/praat.ts';

/** A pitch that is off by more than this share is another one. */
const GROSS = 0.2;
const MAX_GROSS = 0.01;
const MIN_AGREEMENT = 0.92;

/** Voices that are judged together; a recording belongs to the first group that fits its name. */
const GROUPS = [
  { name: 'English, made, woman', is: /^example-en|^family-en/ },
  { name: 'Russian, made, man', is: /^example-ru/ },
  { name: 'Russian, made, woman', is: /^family-ru/ },
  { name: 'English, real, men', is: /^en-(?:jfk|columbia|mfa)/ },
  { name: 'English, real, woman', is: /^en-babylon/ },
  { name: 'English, real, other readers', is: /^en-(?:libri|sonnet)/ },
  { name: 'English, real, conversation', is: /^en-(?:interview|meeting)/ },
  { name: 'Russian, real, men', is: /^ru-(?:pushkin|belkin|neural)/ },
  { name: 'Russian, real, woman, telephone', is: /^ru-ast/ },
] as const;

interface Recording {
  readonly id: string;
  readonly path: string;
}

/** Frames, by what both say of them. */
interface Comparison {
  readonly frames: number;
  readonly bothVoiced: number;
  readonly gross: number;
  readonly onlyPraat: number;
  readonly onlyOurs: number;
  /** Sum of the differences of the others in semitones, without sign. */
  readonly fineSt: number;
}

function recordings(): readonly Recording[] {
  const examples = (['en', 'ru'] as const).map((language) => ({
    id: `example-${language}`,
    path: EXAMPLE_TALKS[language],
  }));
  const folder = dirname(familySound('any.json'));
  const family = existsSync(folder) ? globSync('*.flac', { cwd: folder }).toSorted() : [];
  return [
    ...examples,
    ...family.map((file) => ({ id: `family-${basename(file, '.flac')}`, path: join(folder, file) })),
    ...sharedRecordings(),
  ];
}

async function compare(praat: Praat, path: string): Promise<Comparison> {
  const sound = await decodeSound(path);
  const tracker = createVoiceTracker();
  tracker.push(sound);
  const { pitchHz, hopSec } = tracker.end();
  const pairs = praat.pitchOf(sound).map(({ sec, hz }) => ({
    theirs: hz,
    ours: pitchHz[Math.round(sec / hopSec - 0.5)] ?? 0,
  }));
  const both = pairs.filter(({ ours, theirs }) => ours > 0 && theirs > 0);
  const fine = both.filter(({ ours, theirs }) => Math.abs(ours / theirs - 1) <= GROSS);
  return {
    frames: pairs.length,
    bothVoiced: both.length,
    gross: both.length - fine.length,
    onlyPraat: pairs.filter(({ ours, theirs }) => ours === 0 && theirs > 0).length,
    onlyOurs: pairs.filter(({ ours, theirs }) => ours > 0 && theirs === 0).length,
    fineSt: fine.reduce((sum, { ours, theirs }) => sum + 12 * Math.abs(Math.log2(ours / theirs)), 0),
  };
}

function sumOf(parts: readonly Comparison[]): Comparison {
  const of = (pick: (part: Comparison) => number): number =>
    parts.reduce((total, part) => total + pick(part), 0);
  return {
    frames: of((part) => part.frames),
    bothVoiced: of((part) => part.bothVoiced),
    gross: of((part) => part.gross),
    onlyPraat: of((part) => part.onlyPraat),
    onlyOurs: of((part) => part.onlyOurs),
    fineSt: of((part) => part.fineSt),
  };
}

function agreement({ frames, onlyPraat, onlyOurs }: Comparison): number {
  return 1 - (onlyPraat + onlyOurs) / frames;
}

function grossShare({ gross, bothVoiced }: Comparison): number {
  return gross / bothVoiced;
}

function percent(share: number, digits = 1): string {
  return (100 * share).toFixed(digits);
}

function row(name: string, compared: Comparison): readonly string[] {
  const { frames, bothVoiced, gross, onlyPraat, onlyOurs, fineSt } = compared;
  return [
    name,
    (frames / 100).toFixed(0),
    percent(grossShare(compared), 2),
    percent(agreement(compared)),
    percent(onlyPraat / frames),
    percent(onlyOurs / frames),
    (fineSt / (bothVoiced - gross)).toFixed(3),
  ];
}

const HEADER = ['', 's', 'gross, %', 'voicing agrees, %', 'only Praat, %', 'only ours, %', 'else off by, st'];

const praat = findPraat();

describe.skipIf(praat === undefined)('the pitch beside Praat', () => {
  it('is another one in at most 1 % of voiced frames, and voicing agrees in 92 %, for every kind of voice', async () => {
    if (praat === undefined) {
      return;
    }
    const compared = new Map<string, Comparison>();
    for (const { id, path } of recordings()) {
      compared.set(id, await compare(praat, path));
    }
    const groups = GROUPS.map(({ name, is }) => ({
      name,
      parts: [...compared].filter(([id]) => GROUPS.find((group) => group.is.test(id))?.is === is),
    })).filter(({ parts }) => parts.length > 0);
    process.stdout.write(`${praat.version}\n\n`);
    printTable(
      HEADER,
      [...compared].map(([id, one]) => row(id, one)),
    );
    const sums = groups.map(({ name, parts }) => ({ name, all: sumOf(parts.map(([, one]) => one)) }));
    process.stdout.write('\n');
    printTable(HEADER, [
      ...sums.map(({ name, all }) => row(name, all)),
      row('all', sumOf([...compared.values()])),
    ]);
    expect(groups.flatMap(({ parts }) => parts)).toHaveLength(compared.size);
    for (const { name, all } of sums) {
      expect({ name, gross: grossShare(all) <= MAX_GROSS, voicing: agreement(all) >= MIN_AGREEMENT }).toEqual(
        {
          name,
          gross: true,
          voicing: true,
        },
      );
    }
  });
});
