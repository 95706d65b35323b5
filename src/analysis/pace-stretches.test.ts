import { describe, expect, it } from 'vitest';
import { inputFromScript, joined, valueOf } from '../../test/support/spoken-input.ts';
import type { PaceStretch } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { AnalysisInput } from './index.ts';
import { analyze } from './index.ts';

const SENTENCE = 'We finally came to the old bridge by the river today. ';

function talk(wordSec: number, sentences: number, text = SENTENCE): AnalysisInput {
  return inputFromScript(`${text}[0.5] `.repeat(sentences), { wordSec });
}

function stretchesIn(parts: readonly AnalysisInput[], kind: PaceStretch['kind']): readonly PaceStretch[] {
  const { paceStretches } = analyze(parts.reduce(joined));
  return isPresent(paceStretches) ? paceStretches.filter((stretch) => stretch.kind === kind) : [];
}

/** 3.1 syllables a second with pauses, 3.4 without. */
const MIDDLING = talk(0.4, 24);

describe('fast and slow stretches', () => {
  it('are none in a talk inside the band', () => {
    const { paceStretches, metrics } = analyze(MIDDLING);
    expect(paceStretches).toEqual([]);
    for (const id of ['fast-stretches', 'slow-stretches', 'rushed-passages', 'dense-passages']) {
      expect(metrics[id]).toMatchObject({ value: 0, evidence: [] });
    }
  });

  it('are where the pace lies outside the band for more than 20 seconds', () => {
    const [fast, ...others] = stretchesIn([MIDDLING, talk(0.25, 12), MIDDLING], 'fast');
    expect(others).toEqual([]);
    expect(fast).toMatchObject({ startSec: expect.closeTo(117.6, -1), endSec: expect.closeTo(156.6, -1) });
    expect(fast?.syllablesPerSec).toBeGreaterThan(4.1);
    const [slow] = stretchesIn([MIDDLING, talk(0.6, 6), MIDDLING], 'slow');
    expect(slow?.syllablesPerSec).toBeLessThan(2.8);
  });

  it('are none when they last no longer', () => {
    expect(stretchesIn([MIDDLING, talk(0.25, 4), MIDDLING], 'fast')).toEqual([]);
  });

  it('are counted and cited', () => {
    const report = analyze([MIDDLING, talk(0.25, 12), MIDDLING].reduce(joined));
    expect(valueOf(report, 'fast-stretches')).toBe(1);
    expect(report.metrics['fast-stretches']).toMatchObject({ evidence: { length: 1 } });
  });
});

describe('rushed passages', () => {
  it('are found to the word, however short beside the talk', () => {
    const rushed = talk(0.2, 4, SENTENCE.replace('.', ','));
    const startSec = MIDDLING.recording.durationSec;
    const [passage, ...others] = stretchesIn([MIDDLING, rushed, MIDDLING], 'rushed');
    expect(others).toEqual([]);
    const endSec = startSec + rushed.recording.durationSec - 0.5;
    expect(passage).toMatchObject({ startSec: expect.closeTo(startSec, 0), endSec });
    expect(passage?.syllablesPerSec).toBeGreaterThan(5.3);
  });

  it('are none under six seconds, nor in a talk that is as fast throughout', () => {
    expect(stretchesIn([MIDDLING, talk(0.2, 2), MIDDLING], 'rushed')).toEqual([]);
    expect(stretchesIn([talk(0.2, 60)], 'rushed')).toEqual([]);
  });
});

describe('fast and dense passages', () => {
  const NUMBERS = 'Eighty four thousand visitors, six hundred sessions, twenty nine laboratories. ';

  it('are where numbers and long words are said at the fastest pace', () => {
    const [passage, ...others] = stretchesIn([MIDDLING, talk(0.4, 4, NUMBERS), MIDDLING], 'dense');
    expect(others).toEqual([]);
    const startSec = MIDDLING.recording.durationSec;
    expect(passage?.startSec).toBeGreaterThan(startSec - 5);
    expect(passage?.endSec).toBeLessThan(startSec + 4 * 4.9 + 5);
  });

  it('are none where the same words are said slowly, or plain words fast', () => {
    expect(stretchesIn([MIDDLING, talk(0.9, 4, NUMBERS), MIDDLING], 'dense')).toEqual([]);
    expect(stretchesIn([MIDDLING, talk(0.25, 6), MIDDLING], 'dense')).toEqual([]);
  });
});
