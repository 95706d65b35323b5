import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SegmenterOptions, SpeechFrames } from './segmenter.ts';
import { SEGMENTER_DEFAULTS, createSegmenter } from './segmenter.ts';
import { VAD_FRAME_SEC } from './silero.ts';

/** Frames that 0.2 s of silence and 0.1 s of speech need. */
const SILENCE = Math.ceil(SEGMENTER_DEFAULTS.minSilenceSec / VAD_FRAME_SEC);
const SPEECH = Math.ceil(SEGMENTER_DEFAULTS.minSpeechSec / VAD_FRAME_SEC);

function segments(probabilities: readonly number[], options: Partial<SegmenterOptions> = {}) {
  const segmenter = createSegmenter(options);
  const found: SpeechFrames[] = [];
  for (const probability of probabilities) {
    const ended = segmenter.push(probability);
    found.push(...(ended === undefined ? [] : [ended]));
  }
  const last = segmenter.end();
  return last === undefined ? found : [...found, last];
}

/** `'.'` is silence, `'#'` speech, `'~'` between both thresholds. */
function frames(drawn: string): readonly number[] {
  return Array.from(drawn, (mark) => ({ '.': 0.1, '#': 0.9, '~': 0.4 })[mark] ?? NaN);
}

describe('a segmenter', () => {
  it('begins with the first frame at the onset, and ends with the first quiet one', () => {
    expect(segments([...frames('...'), 0.5, ...frames('####'), 0.34, ...frames('..............')])).toEqual([
      { from: 3, to: 8 },
    ]);
  });

  it('does not begin under the onset', () => {
    expect(segments([...frames('..'), ...Array<number>(20).fill(0.499), ...frames('..')])).toEqual([]);
  });

  it('goes on while the sound is not clearly quiet', () => {
    expect(segments(frames(`.####${'~'.repeat(40)}`))).toEqual([{ from: 1, to: 45 }]);
  });

  it('goes on over a silence that is too short', () => {
    expect(segments(frames(`#####${'.'.repeat(SILENCE - 1)}#####`))).toEqual([{ from: 0, to: SILENCE + 9 }]);
  });

  it('parts at a silence that is long enough', () => {
    expect(segments(frames(`#####${'.'.repeat(SILENCE)}#####`))).toEqual([
      { from: 0, to: 5 },
      { from: SILENCE + 5, to: SILENCE + 10 },
    ]);
  });

  it('counts a doubtful frame as silence once the sound was quiet', () => {
    expect(segments(frames(`#####.${'~'.repeat(SILENCE - 1)}#####`))).toHaveLength(2);
  });

  it('leaves out a sound that is too short, and keeps one that is not', () => {
    const gap = '.'.repeat(SILENCE);
    expect(segments(frames(`${'#'.repeat(SPEECH - 1)}${gap}${'#'.repeat(SPEECH)}${gap}`))).toEqual([
      { from: SPEECH - 1 + SILENCE, to: 2 * SPEECH - 1 + SILENCE },
    ]);
  });

  it('tells of an end as soon as it is sure, and not before', () => {
    const segmenter = createSegmenter();
    for (const probability of frames(`#####${'.'.repeat(SILENCE - 1)}`)) {
      expect(segmenter.push(probability)).toBeUndefined();
    }
    expect(segmenter.openFrom).toBe(0);
    expect(segmenter.push(0)).toEqual({ from: 0, to: 5 });
    expect(segmenter.openFrom).toBeUndefined();
  });

  it.each(['#####', '#####..'])('ends an open stretch with the sound: %s', (drawn) => {
    expect(segments(frames(drawn))).toEqual([{ from: 0, to: 5 }]);
  });

  it('takes its own thresholds', () => {
    expect(segments([0.2, 0.3, 0.2, 0.05, 0.05], { onset: 0.3, offset: 0.1, minSpeechSec: 0 })).toEqual([
      { from: 1, to: 3 },
    ]);
  });

  it('finds stretches that are ordered, long enough, far enough apart and open at their onset', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { maxLength: 400 }),
        (probabilities) => {
          const found = segments(probabilities);
          let quietFrom = -Infinity;
          for (const { from, to } of found) {
            expect((to - from) * VAD_FRAME_SEC).toBeGreaterThanOrEqual(SEGMENTER_DEFAULTS.minSpeechSec);
            expect((from - quietFrom) * VAD_FRAME_SEC).toBeGreaterThanOrEqual(
              SEGMENTER_DEFAULTS.minSilenceSec,
            );
            expect(to).toBeLessThanOrEqual(probabilities.length);
            expect(probabilities[from]).toBeGreaterThanOrEqual(SEGMENTER_DEFAULTS.onset);
            expect(probabilities[to] ?? 0).toBeLessThan(SEGMENTER_DEFAULTS.offset);
            quietFrom = to;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
