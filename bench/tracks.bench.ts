/**
 * The tracks of the sound on one thread: speed beside the bare prototype of the research and Praat, which make the pitch
 * alone, and how the memory grows over an hour.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createVoice, createVoiceTracker } from '../src/voice/index.ts';
import { findPraat } from '../test/support/praat.ts';
import { makeLongTalk, testData } from './support/long-talk.ts';
import { cpuMs, median, timeMs } from './support/measure.ts';
import { orSkip } from './support/skip.ts';
import { printTable } from './support/table.ts';
import { readWav } from './support/wav.ts';

const RUNS = Number(process.env['BENCH_RUNS'] ?? 5);
const MINUTES = 10;
const REACH = 100;
const BLOCK = 16_000;
/** What a frame of tracks takes: nine numbers of four bytes. */
const FRAME_BYTES = 36;

const talk = makeLongTalk(MINUTES);
const sound = readWav(talk.wav);
const seconds = sound.length / 16_000;

function* blocks(): Generator<Float32Array> {
  for (let at = 0; at < sound.length; at += BLOCK) {
    yield sound.subarray(at, at + BLOCK);
  }
}

function track(): void {
  const tracker = createVoiceTracker();
  for (const block of blocks()) {
    tracker.push(block);
  }
  tracker.end();
}

/** Its own clock: loading and reading left out, as for the others. */
function runPrototype(): number {
  const script = join(testData, 'facts/asr-experiments/f0-bench.cjs');
  const folder = mkdtempSync(join(tmpdir(), 'speech-coach-bench-'));
  const reference = join(folder, 'none.csv');
  writeFileSync(reference, 'time,f0\n');
  const printed = execFileSync(process.execPath, [script, talk.wav, reference], {
    encoding: 'utf8',
    // It then leaves out the libraries that it was once compared with.
    env: { ...process.env, NODE_PATH: resolve(import.meta.dirname, '../node_modules'), ESSENTIA_ONLY: '1' },
  });
  rmSync(folder, { recursive: true });
  const [, spent] = /best path\t([\d.]+) s/.exec(printed) ?? [];
  if (spent === undefined) {
    throw new Error(`the prototype prints something else: ${printed}`);
  }
  return 1000 * Number(spent);
}

async function inThread(): Promise<number> {
  const voice = createVoice({ threads: 1 });
  const copies = (async function* () {
    yield* blocks();
  })();
  const spentMs = await timeMs(() => voice.track(copies, { signal: new AbortController().signal }));
  await voice.close();
  return spentMs;
}

track();
const ours: number[] = [];
const ourCpu: number[] = [];
const threaded: number[] = [];
const prototype: number[] = [];
const praats: number[] = [];
const praat = findPraat();
for (let run = 0; run < RUNS; run += 1) {
  ourCpu.push(await cpuMs(async () => ours.push(await timeMs(track))));
  threaded.push(await inThread());
  const spentMs = orSkip('the prototype', runPrototype);
  if (spentMs !== undefined) {
    prototype.push(spentMs);
  }
  if (praat !== undefined) {
    praats.push(await timeMs(() => praat.pitchOf(sound)));
  }
}

console.log(`${(seconds / 60).toFixed(1)} minutes of real English speech, median of ${RUNS} runs.\n`);
const row = (name: string, runs: readonly number[], reach = ''): readonly string[] => [
  name,
  runs.length === 0 ? 'skipped' : (median(runs) / 1000).toFixed(2),
  runs.length === 0 ? '' : (seconds / (median(runs) / 1000)).toFixed(0),
  reach,
];
printTable(
  ['', 's', 'x real time', 'reach'],
  [
    row('all tracks, this thread', ours, String(REACH)),
    row('all tracks, this thread, processor time', ourCpu),
    row('all tracks, another thread, its start included', threaded),
    row('pitch alone, bare prototype', prototype),
    row('pitch alone, Praat, its start and files included', praats),
  ],
);

/** Memory in use, garbage collected. */
function usedMb(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

const tracker = createVoiceTracker();
const before = usedMb();
const grown: (readonly string[])[] = [];
for (let minutes = 0; minutes < 60;) {
  for (const block of blocks()) {
    tracker.push(block);
  }
  minutes += seconds / 60;
  const framesMb = (minutes * 6000 * FRAME_BYTES) / 2 ** 20;
  const used = usedMb() - before;
  grown.push([minutes.toFixed(0), used.toFixed(1), framesMb.toFixed(1), (used - framesMb).toFixed(1)]);
}
tracker.end();
console.log('');
printTable(['minutes', 'MB in use', 'MB of frames', 'MB beside them'], grown);
talk.remove();
