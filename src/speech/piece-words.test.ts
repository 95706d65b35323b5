import { describe, expect, it } from 'vitest';
import type { FrameTiming, HeardPiece } from './piece-words.ts';
import { wordsOfPieces } from './piece-words.ts';
import { SAMPLE_RATE_HZ } from './recognizer.ts';

/** Each piece is heard for this many frames. */
const FRAMES_EACH = 10;
const TIMING: FrameTiming = { frameSec: 0.02, leadSec: 0, minEdgeSec: 0.03 };
const PIECE_SEC = FRAMES_EACH * TIMING.frameSec;

/** Pieces as if each was heard after the other; a blank opens a word, a text without one goes on. */
function pieces(...texts: readonly string[]): readonly HeardPiece[] {
  return texts.map((text, index) => ({
    text: text.trim(),
    opensWord: text.startsWith(' '),
    logProbability: Math.log(0.9),
    attention: attending(index, texts.length),
  }));
}

function attending(index: number, count: number): Float32Array {
  const attention = new Float32Array((count + 1) * FRAMES_EACH).fill(0.001);
  return attention.fill(0.9, index * FRAMES_EACH, (index + 1) * FRAMES_EACH);
}

function words(...texts: readonly string[]) {
  const voice = Float32Array.from(
    { length: Math.round((texts.length + 1) * PIECE_SEC * SAMPLE_RATE_HZ) },
    (_, index) => 0.3 * Math.sin(index * 0.3),
  );
  return wordsOfPieces(pieces(...texts), attending(texts.length, texts.length), voice, TIMING);
}

const shown = (...texts: readonly string[]): readonly string[] => words(...texts).map(({ text }) => text);

describe('wordsOfPieces', () => {
  it.each([
    [
      [' За', 'бота', ',', ' да'],
      ['Забота,', 'да'],
    ],
    [[' «', 'Да', '»', '.'], ['«Да».']],
    [
      [' 18', '0', '%', ' of'],
      ['180%', 'of'],
    ],
    [[' to', '-', 'day'], ['to-day']],
    [
      ['no', 'blank', ' first'],
      ['noblank', 'first'],
    ],
  ])('joins the pieces of a word and its punctuation: %j', (texts, expected) => {
    expect(shown(...texts)).toEqual(expected);
  });

  it.each([
    [
      [' ну', ' —', ' вот'],
      ['ну —', 'вот'],
    ],
    [
      [' well', ' …', ' yes'],
      ['well…', 'yes'],
    ],
    [
      [' 2', ' +', ' 2'],
      ['2 +', '2'],
    ],
    [[' —', ' да'], ['да']],
    [[' ♪', ' ♪'], []],
  ])('shows a sign that stands alone with the word before it: %j', (texts, expected) => {
    expect(shown(...texts)).toEqual(expected);
  });

  it('gives a sign that is said its time, and punctuation none', () => {
    expect(words(' 2', ' +', ' 2')[0]?.endSec).toBeCloseTo(2 * PIECE_SEC);
    const [before, after] = words(' ну', ' —', ' вот');
    expect(before?.endSec).toBeCloseTo(2 * PIECE_SEC);
    expect(after?.startSec).toBeCloseTo(2 * PIECE_SEC);
  });

  it('ends the last word where the end mark begins to be heard', () => {
    expect(words(' one', ' two').at(-1)?.endSec).toBeCloseTo(2 * PIECE_SEC);
  });

  it('lets the last word go on to the end of the sound when there is no end mark', () => {
    const heard = wordsOfPieces(
      pieces(' one', ' two'),
      undefined,
      new Float32Array(SAMPLE_RATE_HZ).fill(0.5),
      TIMING,
    );
    expect(heard.at(-1)?.endSec).toBeCloseTo(3 * PIECE_SEC);
  });

  it('counts a part of a character as the piece that completes it', () => {
    const [first, second] = words(' ', '', 'п', 'ять', ' раз');
    expect(first?.text).toBe('пять');
    expect(first?.startSec).toBeCloseTo(0);
    expect(first?.endSec).toBeCloseTo(4 * PIECE_SEC);
    expect(second?.text).toBe('раз');
  });

  it('is as sure of a word as of what is said of it', () => {
    const doubted = pieces(' one', ',', ' two').map((piece, index) => ({
      ...piece,
      logProbability: Math.log([0.9, 0.01, 0.4][index] ?? 1),
    }));
    const [one, two] = wordsOfPieces(doubted, undefined, new Float32Array(SAMPLE_RATE_HZ), TIMING);
    expect(one?.confidence).toBeCloseTo(0.9);
    expect(two?.confidence).toBeCloseTo(0.4);
  });

  it('moves times by the lead, and keeps them within the sound', () => {
    const led = wordsOfPieces(pieces(' one', ' two'), undefined, new Float32Array(SAMPLE_RATE_HZ / 2), {
      ...TIMING,
      leadSec: 0.05,
    });
    expect(led.map(({ startSec }) => startSec)).toEqual([0.05, 0.25]);
    expect(led.at(-1)?.endSec).toBe(0.5);
  });

  it('makes nothing of nothing', () => {
    expect(wordsOfPieces([], undefined, new Float32Array(0), TIMING)).toEqual([]);
    expect(wordsOfPieces([], new Float32Array(5), new Float32Array(1_600), TIMING)).toEqual([]);
  });
});
