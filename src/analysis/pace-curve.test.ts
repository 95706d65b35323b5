import { describe, expect, it } from 'vitest';
import { inputFromScript, joined, shifted, valueOf } from '../../test/support/spoken-input.ts';
import type { Curve, Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { AnalysisInput } from './index.ts';
import { analyze } from './index.ts';

/** Eleven words with 15 syllables. */
const SENTENCE = 'We finally came to the old bridge by the river today. ';

function talk(wordSec: number, sentences: number, pauseSec = 0.5): AnalysisInput {
  return inputFromScript(`${SENTENCE}[${pauseSec}] `.repeat(sentences), { wordSec });
}

function curveOf(report: Report, id: string): Curve {
  const curve = report.curves[id];
  if (curve === undefined || !isPresent(curve)) {
    throw new TypeError(`${id} has no curve.`);
  }
  return curve;
}

describe('the pace over time', () => {
  it('has a value for each window of 15 s that fits, every 5 s, at the middle of the window', () => {
    const curve = curveOf(analyze(talk(0.4, 12)), 'speech-rate-syllables');
    expect(curve).toMatchObject({ unit: 'syllables/s', startSec: 7.5, stepSec: 5, windowSec: 15 });
    expect(curve.values).toHaveLength(Math.floor((12 * 4.9 - 0.5 - 15) / 5) + 1);
  });

  it('is even for an even talk: with pauses like the pace, without them like the articulation', () => {
    const report = analyze(talk(0.2, 60, 0.2));
    for (const id of ['speech-rate-syllables', 'articulation-rate']) {
      const whole = valueOf(report, id);
      for (const value of curveOf(report, id).values) {
        expect(value).toBeGreaterThan(whole * 0.93);
        expect(value).toBeLessThan(whole * 1.07);
      }
    }
  });

  it('rises where the talk gets faster', () => {
    const { values } = curveOf(analyze(joined(talk(0.5, 12), talk(0.3, 12))), 'speech-rate-syllables');
    expect(values.at(-1)).toBeGreaterThan((values[0] ?? 0) * 1.4);
  });

  it('has no value where a window is mostly silence', () => {
    const report = analyze(
      inputFromScript(`${SENTENCE.repeat(6)} [40] ${SENTENCE.repeat(6)}`, { wordSec: 0.4 }),
    );
    const { values } = curveOf(report, 'articulation-rate');
    expect(values[0]).not.toBeNull();
    expect(values.filter((value) => value === null).length).toBeGreaterThan(4);
  });

  it('does not change with silence before the talk, but its place does', () => {
    const input = talk(0.4, 12);
    const [before, after] = [input, shifted(input, 7.25)].map((one) =>
      curveOf(analyze(one), 'speech-rate-syllables'),
    );
    expect(after).toEqual({ ...before, startSec: (before?.startSec ?? 0) + 7.25 });
  });

  it('is absent in a talk shorter than a window', () => {
    expect(analyze(talk(0.3, 3)).curves).toEqual({
      'speech-rate-syllables': { absent: 'too-little-speech' },
      'articulation-rate': { absent: 'too-little-speech' },
    });
  });

  it('has at most 2,000 points, however long the talk', () => {
    const hour = talk(0.4, 735);
    const { parameters } = hour;
    const { stepSec, values } = curveOf(
      analyze({ ...hour, parameters: { ...parameters, paceStepSec: 0.5 } }),
      'articulation-rate',
    );
    expect({ stepSec, points: values.length }).toEqual({ stepSec: 2, points: 1794 });
  });
});

describe('how the pace goes', () => {
  it('varies little in an even talk and much in an uneven one', () => {
    const even = analyze(talk(0.4, 30));
    expect(valueOf(even, 'pace-variation')).toBeLessThan(0.03);
    const uneven = analyze([0.3, 0.55, 0.3, 0.55].map((wordSec) => talk(wordSec, 12)).reduce(joined));
    expect(uneven.metrics['pace-variation']).toMatchObject({ band: { verdict: 'above' } });
    expect(valueOf(uneven, 'pace-spread')).toBeGreaterThan(1.5);
  });

  it('drifts: the last third against the first', () => {
    expect(valueOf(analyze(talk(0.4, 40)), 'pace-drift')).toBeCloseTo(1, 1);
    const faster = [0.5, 0.4, 0.3].map((wordSec) => talk(wordSec, Math.round(40 / wordSec / 11)));
    expect(analyze(faster.reduce(joined)).metrics['pace-drift']).toMatchObject({
      band: { verdict: 'above', max: 1.1 },
    });
  });

  it('opens fast or not, against the own median', () => {
    const report = analyze(joined(talk(0.3, 16), talk(0.4, 60)));
    expect(valueOf(report, 'start-rush')).toBeGreaterThan(1.2);
    expect(report.metrics['start-rush']).toMatchObject({ evidence: [{ startSec: 0, endSec: 60 }] });
  });

  it('is not told from a talk that is too short for it', () => {
    const { metrics } = analyze(talk(0.4, 8));
    for (const id of ['pace-variation', 'pace-spread', 'pace-drift', 'start-rush']) {
      expect(metrics[id]).toEqual({ absent: 'too-little-speech' });
    }
  });

  it('is surer in a longer talk', () => {
    const sureness = [18, 30, 60].map((sentences) => {
      const measure = analyze(talk(0.4, sentences)).metrics['pace-variation'];
      return measure !== undefined && isPresent(measure) ? measure.confidence : measure?.absent;
    });
    expect(sureness).toEqual(['low', 'medium', 'high']);
  });
});
