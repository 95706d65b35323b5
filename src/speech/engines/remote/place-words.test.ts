import { describe, expect, it } from 'vitest';
import type { Piece } from './answer.ts';
import { placeWords, toShownWords } from './place-words.ts';

function piece(text: string, startSec?: number, endSec?: number, probability?: number): Piece {
  const time = startSec === undefined || endSec === undefined ? undefined : { startSec, endSec };
  return { text, time, probability };
}

/** Words with their times, as `text start-end`; `text ?` without. */
function place(text: string, ...pieces: readonly Piece[]): readonly string[] {
  const words = toShownWords([text]);
  return placeWords(words, pieces).map(({ time }, index) => {
    const shown = words[index]?.text ?? '';
    return time === undefined ? `${shown} ?` : `${shown} ${time.startSec}-${time.endSec}`;
  });
}

describe('the words of a text', () => {
  it('keep punctuation that stands alone with the word before it, across parts, or the first', () => {
    const words = toShownWords(['— Да , конечно', '- сказал он .', '...']);
    expect(words.map(({ text, part }) => [text, part])).toEqual([
      ['— Да,', 0],
      ['конечно -', 0],
      ['сказал', 1],
      ['он....', 1],
    ]);
  });

  it('are none where there are no letters', () => {
    expect(toShownWords([' ... ', '♪ —'])).toEqual([]);
  });
});

describe('placing words', () => {
  it('gives them the times of words without punctuation', () => {
    expect(place('Hello, there!', piece('hello', 0, 1), piece('there', 2, 3))).toEqual([
      'Hello, 0-1',
      'there! 2-3',
    ]);
  });

  it('puts tokens together, and a word that was cut in two', () => {
    expect(
      place(
        'A well-known thing.',
        piece(' A', 0, 1),
        piece('well', 1, 2),
        piece('known', 2, 3),
        piece(' th', 3, 4),
        piece('ing', 4, 5),
        piece('.', 5, 5),
      ),
    ).toEqual(['A 0-1', 'well-known 1-3', 'thing. 3-5']);
  });

  it('shares out a piece of several words by their letters', () => {
    expect(place('ab cdef', piece('ab cdef', 0, 6))).toEqual(['ab 0-2', 'cdef 2-6']);
  });

  it('leaves a word without time when there is no piece for it, or only part of one', () => {
    expect(
      place('one 1,000 three', piece('one', 0, 1), piece('thousand', 1, 2), piece('three', 2, 3)),
    ).toEqual(['one 0-1', '1,000 ?', 'three 2-3']);
  });

  it('is not led astray by pieces that are too many', () => {
    expect(
      place('one two', piece('zero', 0, 1), piece('one', 1, 2), piece('two', 2, 3), piece('ten', 3, 4)),
    ).toEqual(['one 1-2', 'two 2-3']);
  });

  it('believes the most times that are in order, and lets none reach into the next', () => {
    expect(
      place('a b c d', piece('a', 0, 1.5), piece('b', 9, 9.5), piece('c', 1, 2), piece('d', 2, 3)),
    ).toEqual(['a 0-1', 'b ?', 'c 1-2', 'd 2-3']);
    expect(place('a b c', piece('a', 5, 6), piece('b', 1, 2), piece('c', 2, 3))).toEqual([
      'a ?',
      'b 1-2',
      'c 2-3',
    ]);
  });

  it('takes the geometric mean of the probabilities of what it consists of', () => {
    const [word] = placeWords(toShownWords(['going,']), [
      piece(' go', 0, 1, 0.9),
      piece('ing', 1, 2, 0.4),
      piece(',', 2, 2, 0.1),
    ]);
    expect(word?.probability).toBeCloseTo(Math.sqrt(0.9 * 0.4));
  });
});
