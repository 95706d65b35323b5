import { describe, expect, it } from 'vitest';
import { fitText, textColumns, wrapText } from './fit.ts';

describe('fitText', () => {
  it.each([
    ['talk.mp4', 8, 'talk.mp4'],
    ['talk.mp4', 7, 'talk.m…'],
    ['речь.mp4', 5, 'речь…'],
    ['漢字.mp4', 4, '漢…'],
    ['👩‍👩‍👧.mp4', 3, '👩‍👩‍👧…'],
    ['talk', 1, '…'],
    ['talk', 0, ''],
  ])('fits %s into %i columns', (text, columns, expected) => {
    expect(fitText(text, columns)).toBe(expected);
  });

  it('counts letters with marks once and wide ones twice', () => {
    expect(textColumns('e\u0301й')).toBe(2);
    expect(textColumns('漢👩‍👩‍👧')).toBe(4);
  });
});

describe('wrapText', () => {
  it('breaks between words, and indents what follows', () => {
    expect(wrapText('  one two three four', 10, '    ')).toBe('  one two\n    three\n    four');
  });

  it('leaves alone what fits, and a word that never would', () => {
    expect(wrapText('one two', 10, '  ')).toBe('one two');
    expect(wrapText('one eleven-letters two', 10, '  ')).toBe('one\n  eleven-letters\n  two');
  });
});
