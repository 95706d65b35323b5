import { describe, expect, it } from 'vitest';
import { makeTracks } from '../../../test/support/made-tracks.ts';
import { inputFromScript } from '../../../test/support/spoken-input.ts';
import type { Doubt } from '../confidence.ts';
import { createContext } from '../context.ts';
import { nucleiDoubts, nucleiIn } from './nuclei.ts';

/** Thirty words of one syllable in 12 seconds, and so many nuclei in that time. */
function doubtsWith(nuclei: number | null): readonly Doubt[] {
  const script = Array.from({ length: 30 }, () => 'road').join(' ');
  const input = inputFromScript(script, { wordSec: 0.4 });
  const nucleiSec = Array.from({ length: nuclei ?? 0 }, (_, index) => (index * 12) / (nuclei ?? 1));
  const tracks = makeTracks(12, () => ({ pitchHz: 120, levelDb: -20 }), { nucleiSec });
  return nucleiDoubts(createContext(nuclei === null ? input : { ...input, tracks }));
}

describe('syllable nuclei', () => {
  it('agree with the words about as many as these have syllables', () => {
    expect(doubtsWith(30)).toEqual([]);
    expect(doubtsWith(24)).toEqual([]);
    expect(doubtsWith(36)).toEqual([]);
  });

  it.each([
    [17, 'medium'],
    [44, 'medium'],
    [10, 'low'],
    [60, 'low'],
  ])('disagree when there are %i for 30 syllables: %s', (nuclei, confidence) => {
    expect(doubtsWith(nuclei)).toEqual([{ confidence, reason: 'nuclei-disagree' }]);
  });

  it('say nothing where the sound was not measured', () => {
    expect(doubtsWith(null)).toEqual([]);
  });

  it('are counted inside speech only', () => {
    const tracks = makeTracks(10, () => ({}), { nucleiSec: [0.5, 1.5, 2.5, 3.5, 9] });
    const speech = [
      { startMs: 1000, endMs: 3000 },
      { startMs: 8500, endMs: 9200 },
    ];
    expect(nucleiIn(tracks, speech)).toBe(3);
  });
});
