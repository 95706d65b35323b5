import { describe, expect, it } from 'vitest';
import { analyze } from './index.ts';
import type { TimeRange } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { inputFrom } from '../../test/support/spoken-input.ts';

/** The evidence of the pace for a talk of passages, each a number of words of some length. */
function paceEvidence(
  passages: readonly (readonly [count: number, wordSec: number])[],
): readonly TimeRange[] {
  let atMs = 0;
  const words = passages.flatMap(([count, wordSec]) =>
    Array.from({ length: count }, () => {
      const startMs = atMs;
      atMs += Math.round(wordSec * 1000);
      return { text: 'river', startSec: startMs / 1000, endSec: atMs / 1000, confidence: 0.9 };
    }),
  );
  const durationSec = atMs / 1000;
  const report = analyze(inputFrom({ words, durationSec, speech: [{ startSec: 0, endSec: durationSec }] }));
  const pace = report.metrics['speech-rate-syllables'];
  return pace !== undefined && isPresent(pace) ? pace.evidence : [];
}

/** Of two syllables each: 3.5 a second. */
const MIDDLING_SEC = 2 / 3.5;
const FAST_SEC = 2 / 6;

describe('cited stretches', () => {
  it('are none when the whole talk lies inside the band', () => {
    expect(paceEvidence([[300, MIDDLING_SEC]])).toEqual([]);
  });

  it('find the fast passage in a talk that is fine on the whole', () => {
    const [stretch, ...others] = paceEvidence([
      [140, MIDDLING_SEC],
      [50, FAST_SEC],
      [140, MIDDLING_SEC],
    ]);
    expect(others).toEqual([]);
    expect(stretch).toEqual({ startSec: 79.94, endSec: 95.258 });
  });

  it('lie on the side of the whole when it is outside, even if the other side has a graver one', () => {
    const slowEndSec = 20;
    const evidence = paceEvidence([
      [20, slowEndSec / 20],
      [700, 60 / 185],
    ]);
    expect(evidence).toHaveLength(3);
    expect(evidence.every(({ startSec }) => startSec >= slowEndSec - 2)).toBe(true);
  });

  it('are at most three, apart, of at least 15 seconds, in time order', () => {
    const evidence = paceEvidence([[600, FAST_SEC]]);
    expect(evidence).toHaveLength(3);
    for (const [index, { startSec, endSec }] of evidence.entries()) {
      expect(endSec - startSec).toBeGreaterThanOrEqual(15);
      expect(startSec).toBeGreaterThanOrEqual(evidence[index - 1]?.endSec ?? 0);
    }
  });

  it('are the whole talk when it is shorter than a stretch', () => {
    expect(paceEvidence([[40, FAST_SEC]])).toEqual([{ startSec: 0, endSec: 13.32 }]);
  });
});
