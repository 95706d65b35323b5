import { describe, expect, it } from 'vitest';
import { hearWhole } from './hear-whole.ts';
import type { Heard } from './recognizer.ts';
import { SAMPLE_RATE_HZ } from './recognizer.ts';

const NOTHING: Heard = { words: [], tokens: 0, logProbability: 0, ended: true };
const WORD: Heard = {
  words: [{ text: 'word', startSec: 1, endSec: 2 }],
  tokens: 1,
  logProbability: -0.5,
  ended: true,
};

describe('a chunk of which the model made no sense', () => {
  const samples = new Float32Array(12 * SAMPLE_RATE_HZ);
  const whenWhole = (whole: Heard, half: Heard) => (heard: Float32Array) =>
    Promise.resolve(heard.length === samples.length ? whole : half);

  it('is heard in halves, whose words keep their place in the recording', async () => {
    const heard = await hearWhole(samples, 100, whenWhole(NOTHING, WORD));
    expect(heard).toMatchObject({ tokens: 2, logProbability: -1, ended: true });
    const [first, second] = heard.words.map(({ startSec }) => startSec);
    expect(first).toBe(101);
    expect(second).toBeGreaterThan(103);
  });

  it('is in the language that it told as a whole, else in the one that a half tells', async () => {
    const french = { fr: 0.8, en: 0.1 };
    const english = { en: 0.9 };
    const told = whenWhole({ ...NOTHING, languages: french }, { ...WORD, languages: english });
    expect((await hearWhole(samples, 0, told)).languages).toEqual(french);
    const untold = whenWhole(NOTHING, { ...WORD, languages: english });
    expect((await hearWhole(samples, 0, untold)).languages).toEqual(english);
    expect(await hearWhole(samples, 0, whenWhole(NOTHING, WORD))).not.toHaveProperty('languages');
  });
});
