import { describe, expect, it } from 'vitest';
import type { FillerItem } from './filler-finder.ts';
import { createFillerFinder } from './filler-finder.ts';

function findIn(items: readonly FillerItem[], text: string): readonly string[] {
  const find = createFillerFinder({
    items,
    plainWords: (shown) =>
      shown
        .toLowerCase()
        .replaceAll(/[.,]/g, '')
        .split(/[\s-]+/)
        .filter((word) => word !== ''),
    isHesitation: (shown) => /^um\b/i.test(shown),
    endsSentence: (shown) => shown.endsWith('.'),
    endsClause: (shown) => /[.,]$/.test(shown),
  });
  const words = text.split(' ');
  return find(words.map((word) => ({ text: word, gapAfterSec: null }))).map(
    ({ text: listed, first, last }) => `${listed}@${first}-${last}`,
  );
}

const always = (...texts: readonly string[]): readonly FillerItem[] =>
  texts.map((text) => ({ kind: 'always', text }));

describe('createFillerFinder', () => {
  it('takes the longest phrase, in whatever order they are listed', () => {
    expect(findIn(always('sort', 'sort of', 'sort of thing'), 'a sort of thing or a sort of')).toEqual([
      'sort of thing@1-3',
      'sort of@6-7',
    ]);
  });

  it('falls back to a shorter phrase when the rule of the longer says no', () => {
    const items: readonly FillerItem[] = [
      ...always('you know'),
      { kind: 'context', text: 'you know what', counts: () => false },
    ];
    expect(findIn(items, 'you know what')).toEqual(['you know@0-1']);
  });

  it('sees hyphens as blanks but never looks inside a word', () => {
    expect(findIn(always('you know', 'so', 'well'), 'You-know, also a well-known sofa')).toEqual([
      'you know@0-0',
    ]);
  });

  it('does not join words across punctuation', () => {
    expect(findIn(always('you know'), 'it is you, know it')).toEqual([]);
  });

  it('joins words across a silence', () => {
    const find = createFillerFinder({
      items: always('I mean'),
      plainWords: (shown) => shown.toLowerCase().split(' '),
      isHesitation: () => false,
      endsSentence: () => false,
      endsClause: () => false,
    });
    expect(
      find([
        { text: 'I', gapAfterSec: 1.6 },
        { text: 'mean', gapAfterSec: null },
      ]),
    ).toEqual([{ text: 'I mean', first: 0, last: 1 }]);
  });

  it('never counts one word twice', () => {
    expect(findIn(always('kind of', 'of course'), 'kind of course')).toEqual(['kind of@0-1']);
  });

  it('tells the rule where the phrase stands', () => {
    const places: unknown[] = [];
    const items: readonly FillerItem[] = [
      {
        kind: 'context',
        text: 'so',
        counts: (place) => {
          places.push(place);
          return true;
        },
      },
    ];
    findIn(items, 'We went. Um so so home, so.');
    // From the end: what follows is known first.
    expect(places).toEqual([
      {
        before: 'home',
        after: '',
        earlier: ['um', 'so', 'so', 'home'],
        later: [],
        opensSentence: false,
        closesSentence: true,
        breakBefore: true,
        breakAfter: true,
        markBefore: true,
        markAfter: true,
      },
      {
        before: 'so',
        after: 'home',
        earlier: ['um', 'so'],
        later: ['home', 'so'],
        opensSentence: false,
        closesSentence: false,
        breakBefore: false,
        breakAfter: false,
        markBefore: false,
        markAfter: false,
      },
      {
        before: 'went',
        after: 'so',
        earlier: [],
        later: ['so', 'home', 'so'],
        opensSentence: true,
        closesSentence: false,
        breakBefore: true,
        breakAfter: true,
        markBefore: true,
        markAfter: false,
      },
    ]);
  });

  it('shows the rule a few words of the sentence, and none of its neighbours', () => {
    const seen: unknown[] = [];
    const items: readonly FillerItem[] = [
      {
        kind: 'context',
        text: 'so',
        counts: ({ earlier, later }) => {
          seen.push([earlier.join(' '), later.join(' ')]);
          return false;
        },
      },
    ];
    findIn(items, 'No. 1 2 3 4 5 6 7 8 9 so 1 2 3 4 5 6 7 8 9. No.');
    findIn(items, 'No. 1-2 so 3. No.');
    expect(seen).toEqual([
      ['2 3 4 5 6 7 8 9', '1 2 3 4 5 6 7 8'],
      ['1 2', '3'],
    ]);
  });

  it('finds nothing in nothing', () => {
    expect(findIn(always('so'), '')).toEqual([]);
  });
});
