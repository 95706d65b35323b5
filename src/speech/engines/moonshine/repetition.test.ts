import { describe, expect, it } from 'vitest';
import { withoutRepetition } from './repetition.ts';

function kept(...tokens: readonly number[]): readonly number[] {
  return withoutRepetition(tokens.map((token) => ({ token }))).map(({ token }) => token);
}

describe('withoutRepetition', () => {
  it('keeps all of a sentence, words that it has twice included', () => {
    expect(kept(5, 6, 7, 5, 8, 7, 9)).toEqual([5, 6, 7, 5, 8, 7, 9]);
  });

  it('keeps the first round of a loop, and how it goes on', () => {
    // One token of the second round is new where it is: the one that follows the end of the first.
    expect(kept(5, 6, 7, 5, 6, 7, 5, 6, 7, 9)).toEqual([5, 6, 7, 5, 9]);
  });

  it('keeps one token of a stutter twice: as itself, and as the start of the stutter', () => {
    expect(kept(5, 5, 5, 5)).toEqual([5, 5]);
  });

  it('keeps nothing of nothing', () => {
    expect(kept()).toEqual([]);
  });
});
