import { describe, expect, it } from 'vitest';
import { estimateTimes } from './estimated-times.ts';
import { SAMPLE_RATE_HZ } from './recognizer.ts';

/** Sound in which there is a voice from second to second. */
function sound(durationSec: number, ...voices: readonly (readonly [number, number])[]): Float32Array {
  return Float32Array.from({ length: durationSec * SAMPLE_RATE_HZ }, (_, index) => {
    const sec = index / SAMPLE_RATE_HZ;
    const isVoiced = voices.some(([fromSec, toSec]) => sec >= fromSec && sec < toSec);
    return isVoiced ? Math.sin(sec * 2 * Math.PI * 200) : 0;
  });
}

function rounded(times: readonly { readonly startSec: number; readonly endSec: number }[]): number[][] {
  return times.map(({ startSec, endSec }) => [startSec, endSec].map((sec) => Math.round(sec * 100) / 100));
}

describe('estimated times', () => {
  it('give words their share of the voice by syllables', () => {
    const times = estimateTimes(['one', 'remember', 'two'], sound(4, [1, 3.5]), { language: 'en' });
    expect(rounded(times)).toEqual([
      [1, 1.5],
      [1.5, 3],
      [3, 3.5],
    ]);
  });

  it('leave silences out: no word begins or ends in one', () => {
    const times = estimateTimes(['one', 'two'], sound(6, [1, 2], [4, 5]), { language: 'en' });
    expect(rounded(times)).toEqual([
      [1, 2],
      [4, 5],
    ]);
  });

  it('have pauses where clauses end, where the voice could be shared out either way', () => {
    const voices = sound(4, [0, 1], [2, 3]);
    expect(rounded(estimateTimes(['one,', 'two', 'three'], voices, { language: 'en' }))).toEqual([
      [0, 1],
      [2, 2.5],
      [2.5, 3],
    ]);
    expect(rounded(estimateTimes(['one', 'two,', 'three'], voices, { language: 'en' }))).toEqual([
      [0, 0.5],
      [0.5, 1],
      [2, 3],
    ]);
  });

  it('keep to the part in which the words are said', () => {
    const within = { startSec: 3, endSec: 6 };
    const times = estimateTimes(['one', 'two'], sound(6, [1, 2], [4, 5]), { language: 'en', within });
    expect(rounded(times)).toEqual([
      [4, 4.5],
      [4.5, 5],
    ]);
  });

  it('count letters in a language that is not known here', () => {
    const times = estimateTimes(['ab', 'abcdef'], sound(4, [0, 4]), { language: 'tlh' });
    expect(rounded(times)).toEqual([
      [0, 1],
      [1, 4],
    ]);
  });

  it('stay inside sound without any voice, and inside none at all', () => {
    expect(rounded(estimateTimes(['one', 'two'], sound(2), { language: 'en' }))).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(rounded(estimateTimes(['one'], new Float32Array(0), { language: 'en' }))).toEqual([[0, 0]]);
  });
});
