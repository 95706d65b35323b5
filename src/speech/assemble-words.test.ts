import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeRange, Word } from '../report/index.ts';
import { assembleWords } from './assemble-words.ts';
import type { HeardWord } from './recognizer.ts';

/** Words as `text from-to`, in seconds. */
function heard(...words: readonly string[]): readonly HeardWord[] {
  return words.map((word) => {
    const [text = '', from, to] = word.split(/[ -]/);
    return { text, startSec: Number(from), endSec: Number(to), confidence: 0.9 };
  });
}

function ranges(
  ...stretches: readonly (readonly [startSec: number, endSec: number])[]
): readonly TimeRange[] {
  return stretches.map(([startSec, endSec]) => ({ startSec, endSec }));
}

function shown(words: readonly Word[]): readonly string[] {
  return words.map(({ text, startSec, endSec }) => `${text} ${startSec}-${endSec}`);
}

describe('assembleWords', () => {
  it('leaves words that lie in speech where they were heard', () => {
    const words = ['one 1-1.5', 'two 1.5-2', 'three 4-4.25'];
    expect(shown(assembleWords(heard(...words), ranges([1, 2], [4, 5]), 6))).toEqual(words);
  });

  it('keeps text and sureness', () => {
    const [word] = assembleWords(
      [{ text: 'Yes.', startSec: 1, endSec: 2, confidence: 0.123_456 }],
      ranges([1, 2]),
      6,
    );
    expect(word).toMatchObject({ text: 'Yes.', confidence: 0.123 });
  });

  it('makes one word of the groups of a number, but not of two numbers', () => {
    const words = heard(
      'за 1-1.2',
      '84 1.2-1.5',
      '000 1.5-2',
      'из 2-2.2',
      '1 2.2-2.4',
      '200 2.4-2.6',
      '000, 2.6-3',
    );
    const texts = assembleWords(words, ranges([1, 3]), 6).map(({ text }) => text);
    expect(texts).toEqual(['за', '84\u00a0000', 'из', '1\u00a0200\u00a0000,']);
    const apart = heard('84 1-1.5', '000 2-2.5', '2026 2.5-3', '100 3-3.2', '20 3.2-3.4', '30 3.4-3.6');
    expect(assembleWords(apart, ranges([1, 4]), 6).map(({ text }) => text)).toEqual([
      '84',
      '000',
      '2026',
      '100',
      '20',
      '30',
    ]);
  });

  it('shortens what no word can be', () => {
    const [word] = assembleWords(heard(`${'a'.repeat(5000)} 1-2`), ranges([1, 2]), 6);
    expect(word?.text.length).toBeLessThan(200);
  });

  it('cuts off what reaches into a silence, on the side that holds less', () => {
    const speech = ranges([1, 2], [4, 5]);
    expect(shown(assembleWords(heard('one 1.5-3'), speech, 6))).toEqual(['one 1.5-2']);
    expect(shown(assembleWords(heard('one 3-4.5'), speech, 6))).toEqual(['one 4-4.5']);
    expect(shown(assembleWords(heard('one 1.9-4.5'), speech, 6))).toEqual(['one 4-4.5']);
  });

  it('moves a word that was placed in the silence before its speech to where that begins', () => {
    // Placed by a breath, 0.4 s too early.
    const words = heard('humanity. 1-2', 'In 2.8-3', 'an 3.3-3.5');
    expect(shown(assembleWords(words, ranges([1, 2], [3.2, 5]), 6))).toEqual([
      'humanity. 1-2',
      'In 3.2-3.3',
      'an 3.3-3.5',
    ]);
  });

  it('moves a word that was placed in the silence after its speech to where that ends', () => {
    const words = heard('the 1-1.5', 'end. 2.1-2.3');
    expect(shown(assembleWords(words, ranges([1, 2], [5, 6]), 7))).toEqual(['the 1-1.5', 'end. 1.8-2']);
  });

  it('gives every word at least 20 ms, and never two the same', () => {
    const words = assembleWords(heard('a 1-1', 'b 1-1', 'c 1-1.01'), ranges([1, 2]), 3);
    expect(shown(words)).toEqual(['a 1-1.02', 'b 1.02-1.04', 'c 1.04-1.06']);
  });

  it('puts words that were heard twice over at a chunk border one after the other', () => {
    expect(shown(assembleWords(heard('one 1-2.1', 'two 1.9-2.5'), ranges([1, 3]), 4))).toEqual([
      'one 1-2.1',
      'two 2.1-2.5',
    ]);
  });

  it('ends no word after the recording, not even by rounding', () => {
    const durationSec = 2.000_562_5;
    for (const word of assembleWords(
      heard('one 1-2.0005625', 'two 2-9'),
      ranges([1, durationSec]),
      durationSec,
    )) {
      expect(word.endSec).toBeLessThanOrEqual(durationSec);
      expect(word.startSec).toBeLessThanOrEqual(word.endSec);
    }
  });

  it('takes no words, and words without any stretch', () => {
    expect(assembleWords([], ranges([1, 2]), 3)).toEqual([]);
    expect(shown(assembleWords(heard('one 1-2'), [], 3))).toEqual(['one 1-2']);
  });

  it('keeps count and order, overlaps nothing, stays inside the recording and out of its silences', () => {
    const recording = fc
      .tuple(
        fc.array(
          fc.tuple(
            fc.double({ min: 0.1, max: 3, noNaN: true }),
            fc.double({ min: 0.2, max: 4, noNaN: true }),
          ),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        fc.array(
          fc.tuple(
            fc.double({ min: 0, max: 1.5, noNaN: true }),
            fc.double({ min: 0, max: 1.5, noNaN: true }),
          ),
          {
            maxLength: 12,
          },
        ),
      )
      .map(([turns, steps]) => {
        let now = 0;
        const speech = turns.map(([speechSec, silenceSec]) => {
          const startSec = now + silenceSec;
          now = startSec + speechSec;
          return { startSec, endSec: now };
        });
        const durationSec = now + 0.5;
        let at = 0;
        const words = steps.map(([stepSec, lengthSec], index) => {
          at = Math.min(durationSec, at + stepSec);
          return {
            text: `${index}`,
            startSec: at,
            endSec: Math.min(durationSec, at + lengthSec),
            confidence: 1,
          };
        });
        return { speech, words, durationSec };
      });
    fc.assert(
      fc.property(recording, ({ speech, words, durationSec }) => {
        const assembled = assembleWords(words, speech, durationSec);
        expect(assembled.map(({ text }) => text)).toEqual(words.map(({ text }) => text));
        let last = 0;
        for (const { startSec, endSec } of assembled) {
          expect(startSec).toBeGreaterThanOrEqual(last);
          expect(endSec).toBeGreaterThanOrEqual(startSec);
          expect(endSec).toBeLessThanOrEqual(durationSec);
          last = endSec;
        }
        // A word pushed on by its neighbours may stand out by 20 ms each, but never stands inside a silence.
        const outsideSec = (sec: number): number =>
          Math.min(...speech.map((range) => Math.max(range.startSec - sec, sec - range.endSec, 0)));
        for (const { startSec, endSec } of assembled) {
          expect(outsideSec((startSec + endSec) / 2)).toBeLessThanOrEqual(0.02 * assembled.length + 0.001);
        }
      }),
      { numRuns: 500 },
    );
  });
});
