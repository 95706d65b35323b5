import { describe, expect, it } from 'vitest';
import { languageOf } from '../../language/index.ts';
import type { FilledPause, Word } from '../../report/index.ts';
import { vouchHesitations } from './vouch.ts';

const english = languageOf('en');
const russian = languageOf('ru');

function soundAt(startSec: number, endSec: number): FilledPause {
  return {
    startSec,
    endSec,
    kind: 'vowel',
    confidence: 0.6,
    counted: false,
    signs: [],
    afterWord: null,
    beforeWord: null,
    trigger: null,
  };
}

/** One word a second. */
function wordsOf(text: string): readonly Word[] {
  return text.split(' ').map((word, index) => ({ text: word, startSec: index, endSec: index + 0.5 }));
}

describe('vouchHesitations', () => {
  it('keeps a hesitation with a sound at its place, doubtful or not, and drops one without', () => {
    if (english === undefined) {
      throw new Error('no English');
    }
    const kept = vouchHesitations(wordsOf('Um, we uh went hmm'), [soundAt(0.6, 0.9)], english);
    expect(kept.map(({ text }) => text)).toEqual(['Um,', 'we', 'went']);
  });

  it('knows Russian sounds, and never drops a word', () => {
    if (russian === undefined) {
      throw new Error('no Russian');
    }
    const kept = vouchHesitations(wordsOf('Ну, э-э, вот — ммм короче ага'), [], russian);
    expect(kept.map(({ text }) => text)).toEqual(['Ну,', 'вот', '—', 'короче', 'ага']);
  });
});
