import { describe, expect, it } from 'vitest';
import { findPauses, pausesOf, unbrokenRuns } from './pauses.ts';

const span = (startMs: number, endMs: number): { startMs: number; endMs: number } => ({ startMs, endMs });

describe('findPauses', () => {
  const words = [span(0, 400), span(400, 1000), span(1500, 2000), span(2200, 2600)];

  it('places each silence of the threshold or more between its words', () => {
    expect(findPauses([span(0, 1000), span(1500, 2000), span(2200, 2600)], words, 250)).toEqual([
      { startMs: 1000, endMs: 1500, afterWord: 1, beforeWord: 2 },
    ]);
  });

  it('counts a silence of exactly the threshold and not a millisecond less', () => {
    expect(findPauses([span(0, 1000), span(1250, 2000)], [], 250)).toHaveLength(1);
    expect(findPauses([span(0, 1000), span(1249, 2000)], [], 250)).toHaveLength(0);
  });

  it('does not count the silence before the first and after the last speech', () => {
    expect(findPauses([span(5000, 6000)], words, 250)).toEqual([]);
    expect(findPauses([], words, 250)).toEqual([]);
  });

  it('goes by the middle of a word that overhangs on either side', () => {
    expect(findPauses([span(0, 1000), span(1500, 2600)], [span(0, 1200), span(1300, 2000)], 250)).toEqual([
      { startMs: 1000, endMs: 1500, afterWord: 0, beforeWord: 1 },
    ]);
  });

  it('has no word on a side on which none was heard', () => {
    const speech = [span(0, 1000), span(2000, 3000), span(4000, 5000)];
    expect(findPauses(speech, [span(2100, 2300)], 250)).toEqual([
      { startMs: 1000, endMs: 2000, afterWord: null, beforeWord: 0 },
      { startMs: 3000, endMs: 4000, afterWord: 0, beforeWord: null },
    ]);
  });

  it('keeps the word before a hesitation sound as neighbour of both silences around it', () => {
    const speech = [span(0, 1000), span(1400, 1800), span(2200, 3000)];
    expect(
      findPauses(speech, [span(0, 1000), span(2200, 3000)], 250).map(({ afterWord, beforeWord }) => [
        afterWord,
        beforeWord,
      ]),
    ).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});

describe('unbrokenRuns', () => {
  it('are what lies between the pauses', () => {
    const pauses = findPauses([span(0, 1000), span(1500, 1700), span(1800, 3000)], [], 250);
    expect(unbrokenRuns(span(0, 3000), pauses)).toEqual([span(0, 1000), span(1500, 3000)]);
    expect(unbrokenRuns(span(10, 20), [])).toEqual([span(10, 20)]);
  });
});

describe('pausesOf', () => {
  it('takes the pauses from a length on', () => {
    const pauses = findPauses([span(0, 1), span(501, 502), span(3002, 3003)], [], 250);
    expect(pausesOf(pauses, 2500).map(({ startMs }) => startMs)).toEqual([502]);
  });
});
