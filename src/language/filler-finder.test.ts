import { describe, expect, it } from 'vitest';
import { createFillerFinder } from './filler-finder.ts';
import type { ListedFiller } from './filler-list.ts';
import type { FillerRule } from './filler-rule.ts';
import { DOUBTFUL, ORDINARY, filler } from './filler-rule.ts';

function findIn(items: readonly ListedFiller[], text: string): readonly string[] {
  const find = createFillerFinder({
    items,
    plainWords: (shown) =>
      shown
        .toLowerCase()
        .replaceAll(/[.,]/g, '')
        .split(/[\s-]+/)
        .filter((word) => word !== ''),
    unstretched: (shown) => shown,
    isHesitation: (shown) => /^um\b/i.test(shown),
    endsSentence: (shown) => shown.endsWith('.'),
    endsClause: (shown) => /[.,]$/.test(shown),
  });
  const words = text.split(' ');
  return find(words.map((word) => ({ text: word, gapAfterSec: null }))).map(
    ({ text: listed, first, last, counted }) => `${listed}@${first}-${last}${counted ? '' : '?'}`,
  );
}

const listed = (text: string, judge: FillerRule): ListedFiller => ({
  text,
  kind: 'boundary',
  shorter: [],
  judge,
});
const always = (...texts: readonly string[]): readonly ListedFiller[] =>
  texts.map((text) => listed(text, () => filler(1, 'no-other-sense')));

describe('createFillerFinder', () => {
  it('takes the longest phrase, in whatever order they are listed', () => {
    expect(findIn(always('sort', 'sort of', 'sort of thing'), 'a sort of thing or a sort of')).toEqual([
      'sort of thing@1-3',
      'sort of@6-7',
    ]);
  });

  it('falls back to a shorter phrase when the rule of the longer says no', () => {
    const items = [...always('you know'), listed('you know what', () => ORDINARY)];
    expect(findIn(items, 'you know what')).toEqual(['you know@0-1']);
  });

  it('shows what may be either without counting it, and not under what counts', () => {
    const items = [...always('know'), listed('you know', () => DOUBTFUL), listed('well', () => DOUBTFUL)];
    expect(findIn(items, 'well you know that well')).toEqual(['well@0-0?', 'know@2-2', 'well@4-4?']);
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
      unstretched: (shown) => shown,
      isHesitation: () => false,
      endsSentence: () => false,
      endsClause: () => false,
    });
    expect(
      find([
        { text: 'I', gapAfterSec: 1.6 },
        { text: 'mean', gapAfterSec: null },
      ]),
    ).toMatchObject([{ text: 'I mean', first: 0, last: 1, counted: true }]);
  });

  it('never counts one word twice', () => {
    expect(findIn(always('kind of', 'of course'), 'kind of course')).toEqual(['kind of@0-1']);
  });

  it('tells the rule where the phrase stands', () => {
    const places = new Map<string, unknown>();
    const items = [
      listed('so', (place) => {
        const { before, after, opensSentence, closesSentence, breakBefore, breakAfter, chained } = place;
        places.set(`${before} ${after}`, [opensSentence, closesSentence, breakBefore, breakAfter, chained]);
        return filler(1, 'set-off');
      }),
    ];
    findIn(items, 'We went. Um so so home, so.');
    expect(Object.fromEntries(places)).toEqual({
      'went so': [true, false, true, true, false],
      'so home': [false, false, false, false, true],
      'home ': [false, true, true, true, false],
    });
  });

  it('shows the rule a few words of the sentence, and none of its neighbours', () => {
    const seen = new Set<string>();
    const items = [
      listed('so', ({ earlier, later }) => {
        seen.add(`${earlier.join(' ')} | ${later.join(' ')}`);
        return ORDINARY;
      }),
    ];
    findIn(items, 'No. 1 2 3 4 5 6 7 8 9 so 1 2 3 4 5 6 7 8 9. No.');
    findIn(items, 'No. 1-2 so 3. No.');
    expect([...seen]).toEqual(['2 3 4 5 6 7 8 9 | 1 2 3 4 5 6 7 8', '1 2 | 3']);
  });

  it('finds nothing in nothing', () => {
    expect(findIn(always('so'), '')).toEqual([]);
  });
});
