import { describe, expect, it } from 'vitest';
import type { Advice } from '../report/index.ts';
import type { ScriptOptions } from '../../test/support/spoken-input.ts';
import { inputFromScript } from '../../test/support/spoken-input.ts';
import { analyze } from './index.ts';

function adviceFor(script: string, options: ScriptOptions = {}): readonly Advice[] {
  return analyze(inputFromScript(script, { wordSec: 0.36, ...options })).advice;
}

const codes = (advice: readonly Advice[]): readonly string[] => advice.map(({ code }) => code);

/** Ten words in 3.6 s and a pause of 0.8 s: 136 words a minute, 18 % pauses. */
const PLAIN = 'We came to the old bridge on Mill Road today. [0.8] '.repeat(12);

describe('advice', () => {
  it('is silent inside every band', () => {
    expect(adviceFor(PLAIN)).toEqual([]);
  });

  it('asks to slow down above the band, and cites fast stretches', () => {
    const [first] = adviceFor(PLAIN, { wordSec: 0.2 });
    expect(first).toMatchObject({
      code: 'slow-down',
      metric: 'speech-rate-words',
      params: { wordsPerMinute: 219.5, max: 165 },
    });
    expect(first?.evidence.length).toBeGreaterThan(0);
  });

  it('is silent so close to a limit that the other side is as likely', () => {
    const pace = analyze(inputFromScript(PLAIN, { wordSec: 0.288 })).metrics['speech-rate-words'];
    expect(pace).toMatchObject({ value: 166.1, band: { verdict: 'above' } });
    expect(adviceFor(PLAIN, { wordSec: 0.288 })).toEqual([]);
  });

  it('asks for more pace below the band', () => {
    expect(adviceFor(PLAIN, { wordSec: 0.6 })[0]).toMatchObject({
      code: 'speed-up',
      params: { wordsPerMinute: 89.1, min: 120 },
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
});
