/** Transcription beside the bare prototype: one slot, and two files at once. Ratios are of runs that take turns. */
import type { Listener } from './support/listen.ts';
import { createListener, modelsFolder } from './support/listen.ts';
import { makeLongTalk } from './support/long-talk.ts';
import { measureInTurns } from './support/measure.ts';
import { runPrototype } from './support/prototype.ts';
import { printTable } from './support/table.ts';

const MINUTES = Number(process.env['BENCH_MINUTES'] ?? 5);
const RUNS = Number(process.env['BENCH_RUNS'] ?? 3);

const talk = makeLongTalk(MINUTES);
const warmUp = makeLongTalk(0.3);
const model = 'moonshine-tiny-en';
const one = await createListener({ model, slots: 1, warmUp: warmUp.wav });
const two = await createListener({ model, slots: 2, warmUp: warmUp.wav });
const speedOn = async (listener: Listener): Promise<number> => (await listener.listen(talk.wav, 'en')).speed;
const sum = (speeds: readonly number[]): number => speeds.reduce((total, speed) => total + speed, 0);

const found = await measureInTurns(
  {
    prototype: () => runPrototype(talk, modelsFolder),
    oneSlot: () => speedOn(one),
    twoPrototypes: async () =>
      sum(await Promise.all([runPrototype(talk, modelsFolder), runPrototype(talk, modelsFolder)])),
    twoFiles: async () => sum(await Promise.all([speedOn(two), speedOn(two)])),
    oneFileTwoSlots: () => speedOn(two),
  },
  RUNS,
);
await Promise.all([one.close(), two.close()]);
talk.remove();
warmUp.remove();

const speed = (value: number): string => `${value.toFixed(1)} x`;
const ratio = (ours: number, theirs: number): string => (ours / theirs).toFixed(2);
console.log(
  `A talk of ${MINUTES} minutes of real English speech; x = audio seconds per wall second; ${RUNS} runs.\n`,
);
printTable(
  ['what', 'ours', 'prototype', 'ratio', 'reach'],
  [
    ['one slot', speed(found.oneSlot), speed(found.prototype), ratio(found.oneSlot, found.prototype), '0.90'],
    [
      'two files at once',
      speed(found.twoFiles),
      speed(found.twoPrototypes),
      ratio(found.twoFiles, found.twoPrototypes),
      '0.95',
    ],
    [
      'one file on two slots',
      speed(found.oneFileTwoSlots),
      speed(found.twoPrototypes),
      ratio(found.oneFileTwoSlots, found.twoPrototypes),
      '',
    ],
    [
      'two slots over one slot',
      speed(found.oneFileTwoSlots),
      speed(found.oneSlot),
      ratio(found.oneFileTwoSlots, found.oneSlot),
      '1.40',
    ],
  ],
);
