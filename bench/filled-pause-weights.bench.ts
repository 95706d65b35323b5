/**
 * The weights with which filled pauses are judged, fitted anew: for `src/analysis/filled-pauses/judge.ts`. A logistic
 * regression over the held sounds of the shared readings and of the same with sounds put in, both with the words where they
 * are and with those that a recogniser hears.
 */
import { findHeldSounds, silenceBelowDb } from '../src/analysis/filled-pauses/held-sounds.ts';
import type { Signs } from '../src/analysis/filled-pauses/signs.ts';
import { signsOf } from '../src/analysis/filled-pauses/signs.ts';
import { createWordRoom } from '../src/analysis/filled-pauses/word-room.ts';
import { toRange } from '../src/analysis/span.ts';
import { deriveTimedWords, deriveWords } from '../src/analysis/words.ts';
import type { TimeRange } from '../src/report/index.ts';
import { isPresent } from '../src/report/index.ts';
import { openSpeech } from '../test/support/models.ts';
import { pullModel, pulledModelsFolder } from '../test/support/pulled-models.ts';
import { printTable } from './support/table.ts';
import { isSame } from '../test/truth/filled-pauses/score.ts';
import type { Heard } from '../test/truth/filled-pauses/truth-sets.ts';
import { RECOGNISERS, generate, hearFile, readings } from '../test/truth/filled-pauses/truth-sets.ts';

/** Other sounds than those that the test is scored on. */
const SEEDS = [101, 102] as const;
/** Keeps weights small where the examples say little. */
const RIDGE = 0.01;
const STEPS = 4000;
const STEP = 0.5;
/** `written` is set by hand, so the others are fitted beside it. */
const SET_WEIGHT = 1.5;
const FITTED = [
  'length',
  'change',
  'words',
  'silence',
  'strange',
] as const satisfies readonly (keyof Signs)[];

interface Example {
  readonly signs: Signs;
  readonly isFilledPause: boolean;
}

/** The held sounds of a recording; those that overlap a true one without being it tell nothing. */
function examplesOf(heard: Heard, inserted: readonly TimeRange[]): readonly Example[] {
  const words = deriveTimedWords(deriveWords(heard.transcript));
  if (!isPresent(words)) {
    return [];
  }
  const { tracks } = heard;
  const least = silenceBelowDb(tracks);
  const room = createWordRoom(words, tracks, (frame) => (tracks.levelDb[frame] ?? -Infinity) >= least);
  return findHeldSounds(tracks).flatMap((sound) => {
    const range = toRange(sound);
    const isFilledPause = inserted.some((truth) => isSame(truth, range));
    const touches = inserted.some((truth) => truth.startSec < range.endSec && range.startSec < truth.endSec);
    return touches && !isFilledPause ? [] : [{ signs: signsOf(sound, room), isFilledPause }];
  });
}

/** Gradient descent on the signs, each brought to mean 0 and deviation 1. */
function fit(examples: readonly Example[]): Readonly<Record<string, number>> {
  const mean = (pick: (example: Example) => number): number =>
    examples.reduce((sum, example) => sum + pick(example), 0) / examples.length;
  const middles = FITTED.map((name) => mean(({ signs }) => signs[name]));
  const spreads = FITTED.map(
    (name, at) => Math.sqrt(mean(({ signs }) => (signs[name] - (middles[at] ?? 0)) ** 2)) || 1,
  );
  const scaled = examples.map((example) => ({
    ...example,
    values: FITTED.map((name, at) => (example.signs[name] - (middles[at] ?? 0)) / (spreads[at] ?? 1)),
  }));
  let bias = 0;
  let weights = FITTED.map(() => 0);
  for (let step = 0; step < STEPS; step += 1) {
    let biasSlope = 0;
    const slopes = FITTED.map(() => 0);
    for (const { values, signs, isFilledPause } of scaled) {
      const logOdds = values.reduce(
        (sum, value, at) => sum + value * (weights[at] ?? 0),
        bias + SET_WEIGHT * signs.written,
      );
      const error = 1 / (1 + Math.exp(-logOdds)) - (isFilledPause ? 1 : 0);
      biasSlope += error / scaled.length;
      for (const [at, value] of values.entries()) {
        slopes[at] = (slopes[at] ?? 0) + (error * value) / scaled.length;
      }
    }
    bias -= STEP * biasSlope;
    weights = weights.map((weight, at) => weight - STEP * ((slopes[at] ?? 0) + RIDGE * weight));
  }
  const plain = weights.map((weight, at) => weight / (spreads[at] ?? 1));
  return {
    bias: plain.reduce((sum, weight, at) => sum - weight * (middles[at] ?? 0), bias),
    ...Object.fromEntries(FITTED.map((name, at) => [name, plain[at] ?? 0])),
  };
}

await Promise.all(['silero-vad-6', ...Object.values(RECOGNISERS)].map(pullModel));
const speech = openSpeech({ slots: 2 }, pulledModelsFolder());
const examples: Example[] = [];
for (const recording of readings()) {
  const reading = await hearFile(speech, recording);
  if (reading === undefined) {
    continue;
  }
  examples.push(...examplesOf(reading, []));
  for (const seed of SEEDS) {
    const made = await generate(speech, reading, seed);
    if (made !== undefined) {
      examples.push(
        ...examplesOf(made.withTrueWords, made.inserted),
        ...examplesOf(made.asHeard, made.inserted),
      );
    }
  }
}
await speech.close();
const right = examples.filter(({ isFilledPause }) => isFilledPause).length;
console.log(`${examples.length} held sounds, ${right} of them filled pauses.\n`);
printTable(
  ['weight', 'log odds'],
  Object.entries(fit(examples)).map(([name, weight]) => [name, weight.toFixed(2)]),
);
