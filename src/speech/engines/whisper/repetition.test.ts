import { describe, expect, it } from 'vitest';
import { lengthWithoutLoop, saysTwice } from './repetition.ts';

const times = <Value>(count: number, round: readonly Value[]): readonly Value[] =>
  Array.from({ length: count }, () => round).flat();

describe('lengthWithoutLoop', () => {
  it.each([
    ['one token twelve times', times(12, [7]), 1],
    ['a round of three, four times', [1, 2, ...times(4, [3, 4, 5])], 5],
    ['a loop that breaks off within a round', [1, ...times(4, [3, 4, 5]), 3], 4],
    [
      'sixteen tokens, four times',
      times(
        4,
        Array.from({ length: 16 }, (_, token) => token),
      ),
      16,
    ],
  ])('keeps one round of %s', (_name, tokens, left) => {
    expect(lengthWithoutLoop(tokens)).toBe(left);
  });

  it.each([
    ['no, no, no', times(11, [7])],
    ['three times the same', times(3, [3, 4, 5, 6])],
    ['a loop that has ended', [...times(4, [3, 4, 5]), 9]],
    ['nothing', []],
  ])('leaves %s as it is', (_name, tokens) => {
    expect(lengthWithoutLoop(tokens)).toBe(tokens.length);
  });
});

describe('saysTwice', () => {
  it.each([
    'Press one now. Press one now.',
    'And then press one now, press one now please',
    'For help press zero, or hold. For help press zero',
    'Чтобы выйти из меню. Чтобы выйти из меню.',
  ])('notices: %s', (text) => {
    expect(saysTwice(text.split(' '))).toBe(true);
  });

  it.each([
    'no no no no',
    'bit by bit by bit by day',
    'ask what you can do, ask what they can do',
    'the end of the beginning, not the end of',
    '',
  ])('takes for speech: %s', (text) => {
    expect(saysTwice(text.split(' '))).toBe(false);
  });
});
