import { describe, expect, it } from 'vitest';
import type { DecodedToken } from '../../decoded-token.ts';
import { SAMPLE_RATE_HZ } from '../../recognizer.ts';
import { toWords } from './words.ts';

const TEXTS = [' Ну', ' да', '.', '<end>'];

/** A reader of {@link TEXTS}. */
const vocabulary = {
  createReader: () => (token: number) => {
    const text = TEXTS[token] ?? '';
    return { text: text.trim(), opensWord: text.startsWith(' ') };
  },
};

/** A token that attends to a second of the four. */
function decoded(token: number, second: number): DecodedToken {
  const attention = new Float32Array(200).fill(0.001);
  return { token, logProbability: -0.1, attention: attention.fill(0.5, second * 50, (second + 1) * 50) };
}

describe('toWords', () => {
  it('counts 50 positions a second, and trims to the sound', () => {
    const samples = new Float32Array(4 * SAMPLE_RATE_HZ);
    // Four hundredths of silence are cut off, as a plosive is rarely at the edge of a pause.
    samples.fill(0.3, 0.04 * SAMPLE_RATE_HZ, 1.5 * SAMPLE_RATE_HZ);
    const words = toWords(
      { tokens: [decoded(0, 0), decoded(1, 1), decoded(2, 2)], endMark: decoded(3, 2) },
      vocabulary,
      samples,
    );
    expect(words.map(({ text }) => text)).toEqual(['Ну', 'да.']);
    expect(words.map(({ startSec }) => startSec)).toEqual([0.04, 1]);
    expect(words.map(({ endSec }) => endSec)).toEqual([1, 1.5]);
    expect(words[0]?.confidence).toBeCloseTo(Math.exp(-0.1));
  });
});
