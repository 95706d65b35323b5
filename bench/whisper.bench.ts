/**
 * Whisper base in Russian and English: speed and word errors beside a bare prototype and faster-whisper, word times,
 * memory, and the wait until it is ready. BENCH_MINUTES shortens the joined talks, BENCH_RUNS the turns: for a quick
 * look, `BENCH_MINUTES=2 BENCH_RUNS=1`.
 */
import { join } from 'node:path';
import { openWhisperGraphs } from '../src/speech/engines/whisper/graphs/open-graphs.ts';
import { createWhisper } from '../src/speech/engines/whisper/whisper.ts';
import { percentile } from '../test/support/percentile.ts';
import { pullModel, pulledModelsFolder } from '../test/support/pulled-models.ts';
import { installFasterWhisper } from './support/faster-whisper.ts';
import { makeJoinedTalk } from './support/joined-talk.ts';
import type { Listener } from './support/listen.ts';
import { createListener } from './support/listen.ts';
import { measureInTurns, median, timeMs } from './support/measure.ts';
import type { PeerRecording, PeerReport } from './support/peer-process.ts';
import { speedOf } from './support/peer-process.ts';
import { orSkip } from './support/skip.ts';
import { printTable } from './support/table.ts';
import { runWhisperPrototype } from './support/whisper-prototype.ts';
import type { WordErrorSet } from './support/word-error-sets.ts';
import { convertRussianSets, errorsOf, toSet } from './support/word-error-sets.ts';
import { measureWordTimes, pauseErrors } from './support/word-time-errors.ts';

const MINUTES = Number(process.env['BENCH_MINUTES'] ?? Infinity);
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3);

const vad = await pullModel('silero-vad-6');
const whisper = await pullModel('whisper-base');
const russian = makeJoinedTalk('ru', MINUTES);
const english = makeJoinedTalk('en', MINUTES);
const warmUp = makeJoinedTalk('en', 0.3);
const prototypeFiles = {
  ...(await graphFiles()),
  modelFolder: whisper.folder,
  vad: join(vad.folder, vad.files[0]?.path ?? ''),
};
const prototype = (recordings: readonly PeerRecording[]): Promise<PeerReport> =>
  runWhisperPrototype(prototypeFiles, recordings);
const faster = orSkip('faster-whisper', () => installFasterWhisper(whisper.folder));
const listener = { model: whisper.name, modelsFolder: pulledModelsFolder(), warmUp: warmUp.wav };
const one = await createListener({ ...listener, slots: 1 });

await measureSpeed();
await measureWordErrors();
await measureTheRest();
await one.close();
for (const talk of [russian, english, warmUp]) {
  talk.remove();
}

/** Everybody hears the Russian talk, in turns. */
async function measureSpeed(): Promise<void> {
  const two = await createListener({ ...listener, slots: 2 });
  const ours = async (listening: Listener): Promise<number> =>
    (await listening.listen(russian.wav, 'ru')).speed;
  const bare = async (): Promise<number> => speedOf(await prototype([russian]));
  const found = await measureInTurns(
    {
      one: () => ours(one),
      prototype: bare,
      faster: async () => (faster === undefined ? NaN : speedOf(await faster.run([russian]))),
      two: () => both(() => ours(two)),
      prototypes: () => both(bare),
    },
    RUNS,
    { warmUp: false },
  );
  await two.close();
  console.log(
    `\nA talk of ${Math.round(russian.durationSec)} s in Russian; x = audio seconds per wall second; ${RUNS} runs.\n`,
  );
  printTable(
    ['speed of Whisper base', 'ours', 'theirs', 'ratio', 'reach'],
    [
      speedRow('one slot, a bare prototype', found.one, found.prototype, '0.90'),
      speedRow('one slot, faster-whisper int8 greedy', found.one, found.faster, '4.00'),
      speedRow('two files on two slots, two bare prototypes', found.two, found.prototypes, '0.95'),
    ],
  );
}

async function both(run: () => Promise<number>): Promise<number> {
  const [first, second] = await Promise.all([run(), run()]);
  return first + second;
}

function speedRow(what: string, own: number, theirs: number, reach: string): readonly string[] {
  return Number.isNaN(theirs)
    ? [what, `${own.toFixed(1)} x`, 'skipped', '', reach]
    : [what, `${own.toFixed(1)} x`, `${theirs.toFixed(1)} x`, (own / theirs).toFixed(2), reach];
}

/** Every set once by everybody. */
async function measureWordErrors(): Promise<void> {
  const converted = orSkip('the shared Russian recordings', convertRussianSets);
  const sets = [
    toSet(russian, 'Russian joined talk', 0.105),
    toSet(english, 'English joined talk', 0.045),
    ...(converted?.sets ?? []),
  ];
  const rows: (readonly string[])[] = [];
  for (const set of sets) {
    const ours: string[] = [];
    for (const { wav, language } of set.recordings) {
      ours.push((await one.listen(wav, language)).text);
    }
    rows.push([
      set.name,
      String(errorsOf(set, ours, 'spelled').words),
      rates(set, ours),
      rates(set, textsOf(await prototype(set.recordings))),
      faster === undefined ? 'skipped' : rates(set, textsOf(await faster.run(set.recordings))),
      `– / ${(100 * set.reach).toFixed(1)} %`,
    ]);
  }
  converted?.remove();
  console.log('\nWord errors, numbers as they are written / spelled; faster-whisper + 0.5 at most.\n');
  printTable(['word errors', 'words', 'ours', 'prototype', 'faster-whisper', 'reach'], rows);
}

function textsOf({ recordings }: PeerReport): readonly string[] {
  return recordings.map(({ text }) => text);
}

function rates(set: WordErrorSet, heard: readonly string[]): string {
  const percent = (numbers: 'as-written' | 'spelled'): string =>
    (100 * errorsOf(set, heard, numbers).rate).toFixed(1);
  return `${percent('as-written')} / ${percent('spelled')} %`;
}

/** Word times, pauses, memory, and the wait until a child is ready. */
async function measureTheRest(): Promise<void> {
  const { startsSec } = await measureWordTimes(one);
  const within = startsSec.filter((errorSec) => errorSec <= 0.1).length / startsSec.length;
  const pauses = pauseErrors(russian, (await one.listen(russian.wav, 'ru')).words);
  const readyMs: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    readyMs.push(await timeMs(load));
  }
  console.log('');
  printTable(
    ['what', 'found', 'reach'],
    [
      [
        `word starts, English, ${startsSec.length} words: median, within 100 ms`,
        `${inMs(percentile(startsSec, 0.5))}, ${(100 * within).toFixed(1)} %`,
        '25 ms, 94 %',
      ],
      [
        `lengths of ${pauses.lengthsSec.length} pauses (${pauses.lost} lost), Russian: median, 90 %`,
        `${inMs(percentile(pauses.lengthsSec, 0.5))}, ${inMs(percentile(pauses.lengthsSec, 0.9))}`,
        '40 ms, 100 ms',
      ],
      ['most memory of a slot', `${one.peakMb().toFixed(0)} MB`, '650 MB'],
      ['ready from kept graphs', inMs(median(readyMs) / 1000), '500 ms'],
    ],
  );
}

function inMs(sec: number): string {
  return `${Math.round(1000 * sec)} ms`;
}

/** From the model's folder to a recogniser that can hear. */
async function load(): Promise<void> {
  const { folder, identity, languages } = whisper;
  const recognizer = await createWhisper(folder, { model: identity, variant: 'int8', languages });
  await recognizer.close();
}

async function graphFiles(): Promise<{ mel: string; encoder: string; decoder: string }> {
  const { mel, encoder, decoder } = await openWhisperGraphs(whisper.folder, { variant: 'int8' });
  if (typeof mel !== 'string' || typeof encoder !== 'string' || typeof decoder !== 'string') {
    throw new TypeError(`the graphs could not be kept in ${whisper.folder}`);
  }
  return { mel, encoder, decoder };
}
