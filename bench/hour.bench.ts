/**
 * An hour-long recording by the whole product: time on one and on two slots, memory of all processes over time, and
 * how long the main process was held.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createMedia } from '../src/media/index.ts';
import { createPipeline } from '../src/pipeline/index.ts';
import { createModels, createSpeech } from '../src/speech/index.ts';
import { createSilentLogger } from '../src/telemetry/index.ts';
import { createVoice } from '../src/voice/index.ts';
import { modelsFolder } from './support/listen.ts';
import { makeLongTalk } from './support/long-talk.ts';
import { runPrototype } from './support/prototype.ts';
import { printTable } from './support/table.ts';
import { memoryOfTreeMb } from './support/tree-memory.ts';

const MINUTES = Number(process.env['BENCH_MINUTES'] ?? 60);
const SAMPLE_EVERY_MS = 500;

interface Run {
  readonly wallSec: number;
  readonly peakMb: number;
  /** Peak of each tenth of the run, in MB. */
  readonly tenthsMb: readonly number[];
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
}

const talk = makeLongTalk(MINUTES);
const one = await analyze(1);
const two = await analyze(2);
const prototype = talk.durationSec / (await runPrototype(talk, modelsFolder));
const pair = await Promise.all([runPrototype(talk, modelsFolder), runPrototype(talk, modelsFolder)]);
const prototypesSec = talk.durationSec / pair.reduce((sum, speed) => sum + speed, 0);
talk.remove();

console.log(
  `A recording of ${Math.round(talk.durationSec / 60)} minutes of real English speech, once each.\n`,
);
const row = (name: string, run: Run): readonly string[] => [
  name,
  `${run.wallSec.toFixed(0)} s`,
  `${(talk.durationSec / run.wallSec).toFixed(1)} x`,
  `${run.peakMb.toFixed(0)} MB`,
  `${run.loopP99Ms.toFixed(1)} / ${run.loopMaxMs.toFixed(0)} ms`,
];
printTable(
  ['whole analysis', 'wall', 'speed', 'peak memory', 'loop p99 / max'],
  [
    row('one slot', one),
    row('two slots', two),
    [
      'one bare prototype',
      `${prototype.toFixed(0)} s`,
      `${(talk.durationSec / prototype).toFixed(1)} x`,
      '',
      '',
    ],
    [
      'two bare prototypes, per hour of sound',
      `${prototypesSec.toFixed(0)} s`,
      `${(talk.durationSec / prototypesSec).toFixed(1)} x`,
      '',
      '',
    ],
  ],
);
console.log(`\nTwo slots over one: ${(one.wallSec / two.wallSec).toFixed(2)} (reach 1.40).`);
console.log(`Two slots over two prototypes: ${(prototypesSec / two.wallSec).toFixed(2)} (reach 0.95).`);
console.log(
  `Memory on one slot, peak of each tenth of the run: ${one.tenthsMb.map(Math.round).join(', ')} MB.`,
);

async function analyze(slots: number): Promise<Run> {
  const media = createMedia();
  const models = createModels({ folder: modelsFolder, env: process.env });
  const speech = createSpeech({ models }, { modelsFolder, slots });
  const voice = createVoice({ threads: slots });
  const pipeline = createPipeline({ media, speech, voice, models, logger: createSilentLogger() });
  const memory: number[] = [];
  const sampler = setInterval(() => {
    memory.push(memoryOfTreeMb(process.pid));
  }, SAMPLE_EVERY_MS);
  // The sampler's own reading of /proc would be counted as a stall: measured, it takes under a millisecond.
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const startedMs = performance.now();
  const { signal } = new AbortController();
  const request = { path: talk.wav, name: 'talk.wav', language: 'en', model: 'moonshine-tiny-en' };
  await pipeline.analyze(request, { signal });
  const wallSec = (performance.now() - startedMs) / 1000;
  loop.disable();
  clearInterval(sampler);
  await pipeline.close();
  await Promise.all([speech.close(), voice.close(), media.close()]);
  const tenth = Math.max(1, Math.ceil(memory.length / 10));
  return {
    wallSec,
    peakMb: Math.max(...memory),
    tenthsMb: Array.from({ length: 10 }, (_, index) =>
      Math.max(0, ...memory.slice(index * tenth, (index + 1) * tenth)),
    ),
    // The histogram counts from the timer's own resolution.
    loopP99Ms: loop.percentile(99) / 1e6 - 5,
    loopMaxMs: loop.max / 1e6 - 5,
  };
}
