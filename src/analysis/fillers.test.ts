import { describe, expect, it } from 'vitest';
import type { ScriptOptions } from '../../test/support/spoken-input.ts';
import { inputFromScript } from '../../test/support/spoken-input.ts';
import { isPresent } from '../report/index.ts';
import { analyze } from './index.ts';

function fillersIn(script: string, options?: ScriptOptions): readonly string[] {
  const { fillers } = analyze(inputFromScript(script, options));
  return isPresent(fillers) ? fillers.map(({ text }) => text) : [];
}

describe('filler words of a talk', () => {
  it('are set off by silence where the recogniser prints no comma', () => {
    expect(fillersIn('The river [0.2] well [0.2] is quiet.')).toEqual(['well']);
  });

  it('are not, when the ends of words are not measured', () => {
    expect(fillersIn('The river [0.2] well [0.2] is quiet.', { abilities: { wordTimes: 'start' } })).toEqual(
      [],
    );
  });

  it('are cited up to twenty, the layer has them all', () => {
    const report = analyze(inputFromScript('It was, like, late. '.repeat(25)));
    const total = report.metrics['filler-words-total'];
    expect(isPresent(report.fillers) && report.fillers).toHaveLength(25);
    expect(total !== undefined && isPresent(total) && total.evidence).toHaveLength(20);
  });
});
