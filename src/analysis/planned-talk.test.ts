import { describe, expect, it } from 'vitest';
import { inputFromScript, shifted } from '../../test/support/spoken-input.ts';
import type { PlannedTalk, Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { analyze, parsePlan } from './index.ts';

/** A talk of 58.3 s: 3.1 syllables a second. */
const TALK = inputFromScript('We finally came to the old bridge by the river today. [0.5] '.repeat(12), {
  wordSec: 0.4,
});

function reportFor(plan: string, leadSec = 0): Report {
  return analyze({ ...shifted(TALK, leadSec), plan: parsePlan(plan) });
}

function planned({ plan }: Report): PlannedTalk {
  if (!isPresent(plan)) {
    throw new TypeError('There is no plan.');
  }
  return plan;
}

describe('a talk beside its plan', () => {
  it.each([
    ['50s..70s', 'inside', []],
    ['..50s', 'above', [{ startSec: 60, endSec: 68.3 }]],
    ['70s..', 'below', [{ startSec: 10, endSec: 68.3 }]],
  ])('of %s is %s, from its first word to its last', (plan, verdict, evidence) => {
    expect(reportFor(plan, 10).metrics['plan-time']).toMatchObject({
      value: 58.3,
      unit: 's',
      confidence: 'high',
      band: { verdict, grade: 'own' },
      evidence,
    });
  });

  it('has each point where the plan puts it, and what the talk spent there', () => {
    const { points, overSec } = planned(reportFor('Start 20s..40s; Middle 40s..60s; End ..10s', 5));
    expect(
      points.map(({ title, startSec, endSec, spentSec }) => ({ title, startSec, endSec, spentSec })),
    ).toEqual([
      { title: 'Start', startSec: 5, endSec: 35, spentSec: 30 },
      { title: 'Middle', startSec: 35, endSec: 85, spentSec: 28.3 },
      { title: 'End', startSec: 85, endSec: 95, spentSec: 0 },
    ]);
    expect(points[0]?.syllablesPerSec).toBeCloseTo(3.1, 1);
    expect(points[2]?.syllablesPerSec).toBeNull();
    expect(overSec).toBe(0);
    expect(points.reduce((sum, { spentSec }) => sum + spentSec, 0)).toBeCloseTo(58.3, 9);
  });

  it('says how much comes after the longest time', () => {
    expect(planned(reportFor('..50s')).overSec).toBe(8.3);
    expect(planned(reportFor('50s..')).overSec).toBe(0);
  });

  it('needs a plan and speech, but no words', () => {
    const none = analyze(TALK);
    expect([none.plan, none.metrics['plan-time']]).toEqual([{ absent: 'no-plan' }, { absent: 'no-plan' }]);
    const silent = analyze({ ...TALK, speech: [], plan: parsePlan('1m') });
    expect([silent.plan, silent.metrics['plan-time']]).toEqual([
      { absent: 'no-speech' },
      { absent: 'no-speech' },
    ]);
    const wordless = analyze({
      ...TALK,
      transcript: { absent: 'language-not-supported' },
      plan: parsePlan('Start 20s'),
    });
    expect(wordless.metrics['plan-time']).toMatchObject({ value: 58.3 });
    expect(planned(wordless).points).toMatchObject([{ spentSec: 20, syllablesPerSec: null }]);
  });
});
