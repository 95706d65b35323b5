import { describe, expect, it } from 'vitest';
import type { HeardWord } from '../../recognizer.ts';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import { findLostThread } from './lost-thread.ts';

type Stretch = readonly [fromSec: number, toSec: number];

/** Ten seconds of a quiet room with a voice in some stretches. */
function voice(...stretches: readonly Stretch[]): Float32Array {
  return Float32Array.from({ length: 10 * SAMPLE_RATE_HZ }, (_, index) => {
    const sec = index / SAMPLE_RATE_HZ;
    const isLoud = stretches.some(([from, to]) => sec >= from && sec < to);
    return (isLoud ? 0.3 : 0.001) * Math.sin(index * 0.3);
  });
}

const word = (text: string, startSec: number, endSec: number): HeardWord => ({
  text,
  startSec,
  endSec,
  confidence: 0.9,
});

describe('findLostThread', () => {
  it('finds where a text ends although somebody goes on to speak', () => {
    const words = [word('cannot', 0.5, 1), word('join.', 1, 2)];
    expect(findLostThread(words, voice([0.5, 2], [4, 9]))).toEqual({ kept: 2, atSec: 2 });
  });

  it('finds a word that stands for a sentence', () => {
    const words = [word('To', 0.5, 1), word('remove', 1.2, 4.5), word('this.', 4.5, 6)];
    expect(findLostThread(words, voice([0.5, 6]))).toEqual({ kept: 1, atSec: 1 });
  });

  it('keeps what was heard to its end, be there a breath or a long silence behind it', () => {
    const words = [word('One', 0.5, 1), word('two.', 1, 2)];
    expect(findLostThread(words, voice([0.5, 2], [3, 3.9]))).toBeUndefined();
  });

  it.each([
    ['a word drawn out', [word('Well', 0.5, 1), word('so', 1, 3.4)], voice([0.5, 3.4])],
    ['a word beside a pause', [word('Well', 0.5, 1), word('so', 1, 6)], voice([0.5, 1.5], [5.5, 6])],
    ['a number', [word('to', 0.5, 1), word('2,345,678', 1, 4.5)], voice([0.5, 4.5])],
    ['an address', [word('at', 0.5, 1), word('www.asterisk.org.', 1, 4.5)], voice([0.5, 4.5])],
    ['a first word, before which nothing could be kept', [word('So', 0.5, 4)], voice([0.5, 4])],
  ])('leaves %s as it is', (_name, words, sound) => {
    expect(findLostThread(words, sound)).toBeUndefined();
  });

  it('has nothing to say about nothing', () => {
    expect(findLostThread([], voice([1, 9]))).toBeUndefined();
  });
});
