import { describe, expect, it } from 'vitest';
import { inputFromScript, valueOf } from '../../test/support/spoken-input.ts';
import { createContext } from './context.ts';
import { analyze } from './index.ts';
import { isPresent } from '../report/index.ts';

describe('runs', () => {
  it('hold each spoken word once, and leave out sound without a word', () => {
    const input = inputFromScript('Good evening, [0.5] um, [0.5] members of the [0.3] council.');
    const { runs, timedWords } = createContext(input);
    if (!isPresent(runs) || !isPresent(timedWords)) {
      throw new TypeError('A layer is absent.');
    }
    expect(
      runs.map(({ firstWord, lastWord, words, syllables }) => [firstWord, lastWord, words, syllables]),
    ).toEqual([
      [0, 1, 2, 3],
      [3, 5, 3, 4],
      [6, 6, 1, 2],
    ]);
    expect(runs.reduce((sum, run) => sum + run.syllables, 0)).toBe(timedWords.syllableTotal);
  });

  it('have a mean length in syllables, judged by the language', () => {
    const short = analyze(inputFromScript('We finally came [0.5] to the bridge. [0.5] '.repeat(12)));
    expect(short.metrics['run-length-mean']).toMatchObject({
      value: 4,
      unit: 'syllables',
      band: { min: 6, max: 12, verdict: 'below' },
      evidence: [],
    });
    const long = analyze(
      inputFromScript('We finally came to the bridge by the river today. [0.5] '.repeat(12)),
    );
    expect(valueOf(long, 'run-length-mean')).toBe(14);
    expect(long.metrics['run-length-mean']).toMatchObject({ evidence: { length: 3 } });
  });
});
