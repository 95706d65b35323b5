import llamaTokenizer from 'llama-tokenizer-js';
import { describe, expect, it } from 'vitest';
import type { DecodedToken } from '../../decoded-token.ts';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import { toWords } from './words.ts';

/** Each token is heard for this many frames of 24 ms. */
const FRAMES_EACH = 10;
const TOKEN_SEC = FRAMES_EACH * 0.024;
const LEAD_SEC = 0.025;

/** Tokens as if each was heard after the other, with the probabilities of some of them, by their number. */
function heard(text: string, probabilities: Readonly<Record<number, number>> = {}): readonly DecodedToken[] {
  const tokens = [...llamaTokenizer.encode(text, false, true), 2];
  return tokens.map((token, index) => {
    const attention = new Float32Array(tokens.length * FRAMES_EACH).fill(0.001);
    attention.fill(0.9, index * FRAMES_EACH, (index + 1) * FRAMES_EACH);
    return { token, logProbability: Math.log(probabilities[index] ?? 0.9), attention };
  });
}

/** A voice without a pause for as long as the tokens are. */
function voice(decoded: readonly DecodedToken[]): Float32Array {
  const length = Math.round(decoded.length * TOKEN_SEC * SAMPLE_RATE_HZ);
  return Float32Array.from({ length }, (_, index) => 0.3 * Math.sin(index * 0.3));
}

function words(text: string, probabilities?: Readonly<Record<number, number>>) {
  const decoded = heard(text, probabilities);
  return toWords(decoded, voice(decoded));
}

const texts = (text: string): readonly string[] => words(text).map((word) => word.text);

describe('toWords', () => {
  it.each([
    ['Hello, world.', ['Hello,', 'world.']],
    ['extraordinarily good', ['extraordinarily', 'good']],
    ['"Yes," she said.', ['"Yes,"', 'she', 'said.']],
    ['to-day $84,000 100%', ['to-day', '$84,000', '100%']],
    ['one 👋 two', ['one 👋', 'two']],
  ])('joins the pieces of a word and its punctuation: %s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('shows punctuation that stands alone with the word before it', () => {
    expect(texts('well - known , yes …')).toEqual(['well -', 'known,', 'yes…']);
  });

  it('makes no word of punctuation alone', () => {
    expect(texts('...')).toEqual([]);
    expect(texts('- Hello')).toEqual(['Hello']);
  });

  it('gives a word the time from its first piece to the next word', () => {
    const [first, second] = words('extraordinarily good');
    // ▁extra, ordin, arily, ▁good.
    const border = 3 * TOKEN_SEC + LEAD_SEC;
    expect(first?.startSec).toBeCloseTo(LEAD_SEC);
    expect(first?.endSec).toBeCloseTo(border);
    expect(second?.startSec).toBeCloseTo(border);
    expect(second?.endSec).toBeCloseTo(border + TOKEN_SEC);
  });

  it('gives punctuation no frames of its own, as a comma attends to the word after it', () => {
    const [first, second] = words('Hello, world');
    expect(first?.endSec).toBeCloseTo(2 * TOKEN_SEC + LEAD_SEC);
    expect(second?.startSec).toBeCloseTo(2 * TOKEN_SEC + LEAD_SEC);
  });

  it('gives a sign that is said its time', () => {
    // ▁, 5, 0, %, ▁of.
    const [percent, next] = words('50% of');
    expect(percent?.text).toBe('50%');
    expect(percent?.endSec).toBeCloseTo(next?.startSec ?? 0);
  });

  it('is as sure of a word as of its pieces', () => {
    const [word] = words('extraordinarily', { 0: 0.9, 1: 0.8, 2: 0.5 });
    expect(word?.confidence).toBeCloseTo((0.9 * 0.8 * 0.5) ** (1 / 3));
  });

  it.each([
    ['Hello, world', 1],
    ['"Hello world', 0],
    ['Hello - world', 1],
  ])('is as sure of a word when it doubts the punctuation: %s', (text, doubtful) => {
    const [word] = words(text, { [doubtful]: 0.01 });
    expect(word?.confidence).toBeCloseTo(0.9);
  });

  it('is less sure of a word when it doubts a sign that is said', () => {
    const [percent] = words('50% of', { 3: 0.01 });
    expect(percent?.confidence).toBeLessThan(0.5);
  });

  it('keeps words within the sound', () => {
    const decoded = heard('one two three');
    const samples = voice(decoded).subarray(0, SAMPLE_RATE_HZ / 2);
    for (const { startSec, endSec } of toWords(decoded, samples)) {
      expect(startSec).toBeLessThanOrEqual(endSec);
      expect(endSec).toBeLessThanOrEqual(0.5);
    }
  });

  it('trims a word to where there is sound', () => {
    const decoded = heard('one two');
    const samples = voice(decoded).fill(0.0001, 0.12 * SAMPLE_RATE_HZ, (TOKEN_SEC + 0.03) * SAMPLE_RATE_HZ);
    expect(toWords(decoded, samples)[0]?.endSec).toBeCloseTo(0.12);
  });

  it('makes nothing of nothing', () => {
    expect(toWords([], new Float32Array(0))).toEqual([]);
    expect(words('')).toEqual([]);
  });
});
