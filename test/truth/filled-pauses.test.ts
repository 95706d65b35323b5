/** Filled pauses in the example talks: all are found where they are, and nothing else is counted. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { TimeRange } from '../../src/report/index.ts';
import { SAMPLE_RATE_HZ } from '../../src/speech/index.ts';
import { percentile } from '../support/percentile.ts';
import type { Score } from './filled-pauses/score.ts';
import { f1, falseAlarmsPerMinute, score } from './filled-pauses/score.ts';
import { trueExample } from './filled-pauses/talks.ts';
import type { Heard } from './filled-pauses/truth-sets.ts';
import { countedIn, trackSound } from './filled-pauses/truth-sets.ts';

describe.each(['en', 'ru'] as const)('the example talk (%s), with its true words', (language) => {
  let result: Score;

  beforeAll(async () => {
    const { heard, filledPauses } = await trueExample(language);
    result = score(countedIn(heard), filledPauses, heard.minutes);
  });

  it('has its filled pauses found', () => {
    expect(f1(result)).toBeGreaterThanOrEqual(0.85);
  });

  it('has nothing else counted as one', () => {
    expect(falseAlarmsPerMinute(result)).toBe(0);
  });

  it('has their borders right to 30 ms', () => {
    expect(percentile(result.borderErrorsSec, 0.5)).toBeLessThanOrEqual(0.03);
  });
});

describe('the first forty seconds of a talk', () => {
  let start: Heard;

  beforeAll(async () => {
    const { heard } = await trueExample('en');
    start = withSound(heard, heard.samples.slice(0, 40 * SAMPLE_RATE_HZ), 0);
  });

  it('have the same filled pauses at a quarter of the loudness', () => {
    const soft = withSound(
      start,
      start.samples.map((sample) => sample / 4),
      0,
    );
    expect(countedIn(soft)).toEqual(countedIn(start));
  });

  it('have them later when the recording begins earlier', () => {
    const laterSec = 1.7;
    const lead = Math.round(laterSec * SAMPLE_RATE_HZ);
    const samples = new Float32Array(lead + start.samples.length);
    // The talk begins with the noise of its room; so does what is put before it.
    samples.set(start.samples.subarray(0, lead).map((sample) => sample / 1000));
    samples.set(start.samples, lead);
    const wanted = countedIn(start);
    const found = countedIn(withSound(start, samples, laterSec));
    expect(found).toHaveLength(wanted.length);
    for (const [index, { startSec, endSec }] of found.entries()) {
      expect(startSec - laterSec).toBeCloseTo(wanted[index]?.startSec ?? 0, 1);
      expect(endSec - laterSec).toBeCloseTo(wanted[index]?.endSec ?? 0, 1);
    }
  });
});

/** A talk with another sound, its words and speech later by as much; what lies beyond the sound is left out. */
function withSound(heard: Heard, samples: Float32Array, laterSec: number): Heard {
  const endSec = samples.length / SAMPLE_RATE_HZ;
  const move = <T extends TimeRange>(ranges: readonly T[]): readonly T[] =>
    ranges
      .map((range) => ({ ...range, startSec: range.startSec + laterSec, endSec: range.endSec + laterSec }))
      .filter((range) => range.endSec <= endSec);
  const words = move(heard.words);
  return {
    ...heard,
    samples,
    tracks: trackSound(samples),
    words,
    speech: move(heard.speech),
    transcript: { ...heard.transcript, words },
  };
}
