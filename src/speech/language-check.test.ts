import { describe, expect, it } from 'vitest';
import { judgeLanguage, meanProbability } from './language-check.ts';
import type { Heard } from './recognizer.ts';

/** A chunk of so many tokens, each of this probability. */
function chunk(tokens: number, probability: number): Heard {
  return { words: [], tokens, logProbability: tokens * Math.log(probability), ended: true };
}

describe('meanProbability', () => {
  it('is the geometric mean over all tokens, not over chunks', () => {
    expect(meanProbability([chunk(30, 0.9), chunk(10, 0.1)])).toBeCloseTo(0.9 ** 0.75 * 0.1 ** 0.25);
  });

  it('is 0 when nothing was heard', () => {
    expect(meanProbability([])).toBe(0);
  });
});

describe('judgeLanguage', () => {
  it.each([
    ['known', [chunk(40, 0.9)], 10],
    ['known', [chunk(12, 0.53)], 3],
    ['foreign', [chunk(12, 0.51)], 3],
    ['foreign', [chunk(100, 0.3)], 30],
    // One passage of quoted Russian makes no Russian talk, nor one English name an English one.
    ['known', [chunk(200, 0.9), chunk(30, 0.25)], 60],
    ['foreign', [chunk(200, 0.3), chunk(30, 0.95)], 60],
    // Next to nothing is heard in much speech: a Russian talk of which the model makes nothing.
    ['foreign', [chunk(1, 0.29), chunk(1, 0.24)], 15],
    ['too-little', [chunk(11, 0.2)], 4],
    // A hum that passes for speech for a moment.
    ['too-little', [chunk(1, 0.99)], 0.5],
    ['too-little', [], 0],
    ['too-little', [], 100],
  ] as const)('is %s', (verdict, heard, speechSec) => {
    expect(judgeLanguage(heard, speechSec)).toBe(verdict);
  });
});
