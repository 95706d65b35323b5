import { describe, expect, it } from 'vitest';
import type { Phrase } from '../../report/index.ts';
import { analysisParameters } from '../../report/index.ts';
import type { PhraseFades } from './phrase-fades.ts';
import { findFades } from './phrase-fades.ts';
import type { WordSound } from './word-sounds.ts';

const WORDS = 8;

/** Phrases of eight words, each of which falls by so many decibels from its start to its end. */
function fadesOf(falls: readonly number[]): PhraseFades {
  const sounds: WordSound[] = [];
  const phrases = falls.map((fall, index): Phrase => {
    const firstWord = index * WORDS;
    for (let word = 0; word < WORDS; word += 1) {
      const startMs = (firstWord + word) * 400;
      const levelDb = -20 - (fall * (word + 0.5)) / WORDS + (word % 2 === 0 ? 1 : -1);
      sounds.push({
        word: firstWord + word,
        startMs,
        endMs: startMs + 400,
        levelDb,
        peakSt: 0,
        syllableMs: 200,
      });
    }
    const [startSec, endSec] = [firstWord * 0.4, (firstWord + WORDS) * 0.4];
    const rest = { words: WORDS, wordsPerMinute: 150, fillers: 0, pauses: 0, length: 'balanced' as const };
    return { firstWord, lastWord: firstWord + WORDS - 1, startSec, endSec, ...rest };
  });
  return findFades(sounds, phrases, analysisParameters.parse({}));
}

function fading(falls: readonly number[]): readonly number[] {
  return fadesOf(falls).fading.map(({ firstWord }) => firstWord / WORDS);
}

describe('phrases that fade', () => {
  it('fall by three decibels more than the others', () => {
    expect(fading([1, 6, 1, 1, 0, 1])).toEqual([1]);
    expect(fading([4, 9, 4, 4, 5, 4])).toEqual([1]);
  });

  it('are not those of a voice that always sinks so', () => {
    expect(fading([5, 6, 5, 6, 4, 5])).toEqual([]);
  });

  it('are found in a voice that fades more often than not', () => {
    expect(fading([12, 11, 13, 12, 11, 12])).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('say by how much they fall', () => {
    const { fading: found, judged } = fadesOf([1, 7, 1, 1, 1, 1]);
    expect(judged).toBe(6);
    expect(found[0]?.fallDb).toBeGreaterThan(6.5);
    expect(found[0]?.fallDb).toBeLessThan(9);
  });
});
