import { describe, expect, it } from 'vitest';
import type { Advice, TimeWindow } from '../report/index.ts';
import type { ScriptOptions } from '../../test/support/spoken-input.ts';
import { inputFromScript, joined } from '../../test/support/spoken-input.ts';
import type { AnalysisInput } from './index.ts';
import { analyze } from './index.ts';

function adviceFor(script: string, options: ScriptOptions = {}): readonly Advice[] {
  return analyze(inputFromScript(script, { wordSec: 0.36, ...options })).advice;
}

const codes = (advice: readonly Advice[]): readonly string[] => advice.map(({ code }) => code);

/** Eleven words with 15 syllables in 4 s and a pause of 0.8 s: 3.1 syllables a second, 17 % pauses. */
const PLAIN = 'We finally came to the old bridge by the river today. [0.8] '.repeat(12);

describe('advice', () => {
  it('is silent inside every band', () => {
    expect(adviceFor(PLAIN)).toEqual([]);
  });

  it('asks to slow down above the band, and cites fast stretches', () => {
    const [first] = adviceFor(PLAIN, { wordSec: 0.2 });
    expect(first).toMatchObject({
      code: 'slow-down',
      metric: 'speech-rate-syllables',
      params: { syllablesPerSec: 5.11, maxSyllablesPerSec: 4.1, wordsPerMinute: 225, max: 180 },
    });
    expect(first?.evidence.length).toBeGreaterThan(0);
  });

  it('is silent so close to a limit that the other side is as likely', () => {
    const pace = analyze(inputFromScript(PLAIN, { wordSec: 0.25 })).metrics['speech-rate-syllables'];
    expect(pace).toMatchObject({ value: 4.31, band: { verdict: 'above' } });
    expect(adviceFor(PLAIN, { wordSec: 0.25 })).toEqual([]);
  });

  it('asks for more pace below the band', () => {
    expect(adviceFor(PLAIN, { wordSec: 0.6 })[0]).toMatchObject({
      code: 'speed-up',
      params: { syllablesPerSec: 2.05, minSyllablesPerSec: 2.8, wordsPerMinute: 90, min: 123 },
    });
  });

  it('names the most frequent filler and cites every one', () => {
    const script =
      'So, we came to, like, the old bridge on Mill Road. [0.8] It was, like, a long and quiet day. [0.8] '.repeat(
        6,
      );
    const [first] = adviceFor(script);
    expect(first).toMatchObject({ code: 'drop-fillers', metric: 'filler-words-per-minute' });
    expect(first?.params).toMatchObject({ top: 'like', topCount: 12 });
    expect(first?.evidence).toHaveLength(18);
  });

  it('asks for shorter pauses when many are long', () => {
    const [first] = adviceFor(
      'We came to the old bridge on Mill Road today. [0.8] It was all quiet there. [3] '.repeat(8),
    );
    expect(first).toMatchObject({ code: 'shorten-pauses', params: { count: 7, longestSec: 3 } });
  });

  it('asks for pauses where speech runs on without one', () => {
    const advice = adviceFor('We came to the old bridge on Mill Road today. '.repeat(12), { wordSec: 0.4 });
    expect(advice).toMatchObject([{ code: 'pause-more', metric: 'pause-share', params: { perMinute: 0 } }]);
    expect(advice[0]?.evidence).toEqual([{ startSec: 0, endSec: 48 }]);
  });

  it('asks to split phrases when many are long', () => {
    const long = `${'and we came to the bridge, '.repeat(6)}again. [2.2] `;
    const [first] = adviceFor(long.repeat(6));
    expect(first).toMatchObject({ code: 'split-phrases', params: { count: 6, words: 37 } });
    expect(first?.evidence).toHaveLength(3);
  });

  it('is three at most, the furthest outside its band first', () => {
    const script = `So, like, ${'and, like, we came to, like, the old bridge '.repeat(6)}again. [4] `.repeat(
      5,
    );
    const advice = adviceFor(script, { wordSec: 0.2 });
    expect(codes(advice)).toEqual(['drop-fillers', 'shorten-pauses', 'split-phrases']);
  });

  it('does not follow from a number of low confidence', () => {
    expect(adviceFor('We came to the old bridge on Mill Road today. '.repeat(3), { wordSec: 0.2 })).toEqual(
      [],
    );
  });

  it('asks to cut when the last third is much faster than the first', () => {
    const { advice } = analyze(joined(talkAt(0.5, 40), talkAt(0.32, 40)));
    expect(advice[0]).toMatchObject({ code: 'cut-not-rush', metric: 'pace-drift', params: { percent: 49 } });
    expect(advice[0]?.evidence.every(({ startSec }) => startSec > 200)).toBe(true);
  });

  it('asks to open more slowly when the first minute is much faster than the rest', () => {
    expect(analyze(joined(talkAt(0.29, 16), talkAt(0.42, 60))).advice).toMatchObject([
      { code: 'open-slower', params: { openingSec: 60 }, evidence: [{ startSec: 0, endSec: 60 }] },
    ]);
  });

  it('asks once to plan phrases, from the graver of two numbers, and cites the longest halts', () => {
    const script = 'We finally [0.9] came to see the [1.4] old bridge by the river today. [0.6] '.repeat(10);
    const found = adviceFor(script).filter(({ code }) => code === 'plan-phrases');
    expect(found).toMatchObject([
      { metric: 'in-clause-pauses-per-minute', params: { percent: 69, longCount: 10 } },
    ]);
    expect(found[0]?.evidence.map(({ startSec, endSec }) => round(endSec - startSec))).toEqual(
      Array.from({ length: 5 }, () => 1.4),
    );
  });

  it('holds a talk to its plan, and only to that', () => {
    expect(planned({ minSec: 50, maxSec: 60 })).toEqual([]);
    expect(planned({ maxSec: 40 })).toMatchObject([
      {
        code: 'over-time',
        params: { talkSec: 56.32, maxSec: 40, overSec: 16.32 },
        evidence: [{ startSec: 40, endSec: 56.32 }],
      },
    ]);
    expect(planned({ minSec: 90 })).toMatchObject([
      { code: 'under-time', params: { talkSec: 56.32, minSec: 90, leftSec: 33.68 } },
    ]);
  });
});

/** The advice for {@link PLAIN}, which lasts 56.32 s, under a plan. */
function planned(window: TimeWindow): readonly Advice[] {
  return analyze({ ...inputFromScript(PLAIN, { wordSec: 0.36 }), plan: { window, points: [] } }).advice;
}

/** Sentences with a pause of half a second after each, every word of the same length. */
function talkAt(wordSec: number, sentences: number): AnalysisInput {
  return inputFromScript('We finally came to the old bridge by the river today. [0.5] '.repeat(sentences), {
    wordSec,
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
