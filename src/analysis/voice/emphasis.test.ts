import { describe, expect, it } from 'vitest';
import { inputFromScript } from '../../../test/support/spoken-input.ts';
import type { Emphasis } from '../../report/index.ts';
import { analysisParameters, isPresent } from '../../report/index.ts';
import { deriveTimedWords, deriveWords } from '../words.ts';
import { findEmphasis } from './emphasis.ts';

const SCRIPT =
  'We gave the old men ten coats and they were glad of it all winter long in the north of Norway then.';

/** The emphasis of the script when some of its words are made prominent, and others pass by. */
function emphasisWith(loud: readonly string[], soft: readonly string[]): Emphasis {
  const words = deriveTimedWords(deriveWords(inputFromScript(SCRIPT).transcript));
  if (!isPresent(words)) {
    throw new Error('no words');
  }
  const sounds = words.transcript.words.map(({ text }, word) => {
    const special = loud.includes(text) ? 1 : soft.includes(text) ? -1 : 0;
    const { startMs, endMs } = words.spans[word] ?? { startMs: 0, endMs: 0 };
    return {
      word,
      startMs,
      endMs,
      levelDb: -20 + 7 * special,
      peakSt: 5 * special,
      syllableMs: 200 * 1.5 ** special,
    };
  });
  return findEmphasis(sounds, words, analysisParameters.parse({}), undefined);
}

function told({ mismatches }: Emphasis): readonly string[] {
  const shown = SCRIPT.split(' ');
  return mismatches.map(({ kind, word }) => `${kind}: ${shown[word]}`);
}

describe('emphasis', () => {
  it('finds the words that stand out, and is content when these carry the meaning', () => {
    const emphasis = emphasisWith(['ten', 'Norway'], []);
    expect(emphasis.stressed.map(({ word }) => SCRIPT.split(' ')[word])).toEqual(['ten', 'Norway']);
    expect(told(emphasis)).toEqual([]);
  });

  it('tells a preposition that is stressed, and a figure and a name that are not', () => {
    expect(told(emphasisWith(['of'], ['ten', 'Norway']))).toEqual([
      'unstressed-number: ten',
      'stressed-function-word: of',
      'stressed-function-word: of',
      'unstressed-name: Norway',
    ]);
  });

  it('takes only the more prominent of two neighbours', () => {
    expect(emphasisWith(['old', 'men'], []).stressed).toHaveLength(1);
  });
});
