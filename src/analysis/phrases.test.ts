import { describe, expect, it } from 'vitest';
import { analyze } from './index.ts';
import type { Phrasing } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { ScriptOptions } from '../../test/support/spoken-input.ts';
import { inputFromScript, textBetween } from '../../test/support/spoken-input.ts';

function phrasesOf(
  script: string,
  options?: ScriptOptions,
): Phrasing & { readonly texts: readonly string[] } {
  const report = analyze(inputFromScript(script, options));
  if (!isPresent(report.phrases)) {
    throw new Error(`no phrases: ${report.phrases.absent}`);
  }
  return {
    ...report.phrases,
    texts: report.phrases.items.map(({ firstWord, lastWord }) => textBetween(report, firstWord, lastWord)),
  };
}

describe('phrases', () => {
  it('end with a sentence, even without a pause', () => {
    expect(phrasesOf('We came. We saw it. Mr. Smith too.').texts).toEqual([
      'We came.',
      'We saw it.',
      'Mr. Smith too.',
    ]);
  });

  it('end at a clause only where there is a pause', () => {
    expect(phrasesOf('We came, we saw, [0.3] we left').texts).toEqual(['We came, we saw,', 'we left']);
  });

  it('end at a long pause anywhere, and hold a shorter one inside', () => {
    const { texts, items } = phrasesOf('we went to [0.9] the old [1] bridge');
    expect(texts).toEqual(['we went to the old', 'bridge']);
    expect(items.map(({ pauses }) => pauses)).toEqual([1, 0]);
  });

  it('leave hesitation sounds at their edges out, and never consist of one', () => {
    expect(phrasesOf('Um, we came. Uh. [1.2] Hmm. So we [0.3] um [0.3] left. Um').texts).toEqual([
      'we came.',
      'So we um left.',
    ]);
  });

  it('have a rate only when they are long enough to judge', () => {
    const { items } = phrasesOf('No. Yes, we certainly did. We came to the bridge on Mill Road.');
    expect(items.map(({ words, wordsPerMinute }) => [words, wordsPerMinute])).toEqual([
      [1, null],
      [4, null],
      [8, 200],
    ]);
  });

  it('count words as they are said, and the fillers inside', () => {
    const { items } = phrasesOf('So, basically, we paid $84,000 for it. It was well-known.');
    expect(items.map(({ words, fillers }) => [words, fillers])).toEqual([
      [10, 2],
      [4, 0],
    ]);
  });

  it('are short, balanced or long', () => {
    expect(phrasesOf(sentencesOf([4, 5, 25, 26])).items.map(({ length }) => length)).toEqual([
      'short',
      'balanced',
      'balanced',
      'long',
    ]);
  });

  it('have a rhythm when there are enough of them', () => {
    expect(phrasesOf(sentencesOf([5, 5, 5])).rhythm).toBe('too-few');
    expect(phrasesOf(sentencesOf([5, 6, 5, 6])).rhythm).toBe('even');
    expect(phrasesOf(sentencesOf([3, 6, 9, 5])).rhythm).toBe('varied');
    expect(phrasesOf(sentencesOf([1, 2, 1, 30])).rhythm).toBe('uneven');
  });
});

/** A sentence for each number of words. */
function sentencesOf(lengths: readonly number[]): string {
  return lengths.map((words) => `${Array.from({ length: words }, () => 'we').join(' ')}.`).join(' ');
}
