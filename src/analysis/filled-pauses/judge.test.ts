import { describe, expect, it } from 'vitest';
import { confidenceOf } from './judge.ts';
import type { Signs } from './signs.ts';

const CLEAR: Signs = { length: 1, change: 1, words: 0, silence: 1, strange: 0, written: 0 };

describe('confidenceOf', () => {
  it('is sure of a long, steady sound that no word covers', () => {
    expect(confidenceOf(CLEAR)).toBeGreaterThan(0.95);
  });

  it.each([
    ['a shorter sound', { length: -0.3 }],
    ['one whose spectrum moves', { change: 2.5 }],
    ['one that words need', { words: 1 }],
    ['one without silence around it', { silence: 0 }],
    ['a vowel that nobody hesitates with', { strange: 1 }],
  ] as const)('is less sure of %s', (_, worse) => {
    expect(confidenceOf({ ...CLEAR, ...worse })).toBeLessThan(confidenceOf(CLEAR));
  });

  it('is surer of one that the recogniser wrote', () => {
    const doubtful = { ...CLEAR, change: 3 };
    expect(confidenceOf({ ...doubtful, written: 1 })).toBeGreaterThan(confidenceOf(doubtful));
  });
});
