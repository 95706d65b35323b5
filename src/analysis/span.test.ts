import { describe, expect, it } from 'vitest';
import { longestSpans, mergeSpans, toRange, toSpan, totalMs } from './span.ts';

const span = (startMs: number, endMs: number): { startMs: number; endMs: number } => ({ startMs, endMs });

describe('mergeSpans', () => {
  it('sorts, joins what overlaps or touches, cuts to the recording, drops what is empty', () => {
    expect(
      mergeSpans(
        [span(500, 900), span(-50, 100), span(100, 200), span(850, 950), span(300, 300), span(990, 2000)],
        1000,
      ),
    ).toEqual([span(0, 200), span(500, 950), span(990, 1000)]);
  });

  it('keeps the longer end of a stretch inside another', () => {
    expect(mergeSpans([span(0, 900), span(100, 200)], 1000)).toEqual([span(0, 900)]);
  });

  it('leaves nothing of speech after the end', () => {
    expect(mergeSpans([span(1200, 1300)], 1000)).toEqual([]);
  });
});

describe('spans', () => {
  it('are seconds again without a trace of binary fractions', () => {
    expect(toRange(toSpan({ startSec: 0.1 + 0.2, endSec: 1.0004999 }))).toEqual({ startSec: 0.3, endSec: 1 });
  });

  it('never end before they start', () => {
    expect(toSpan({ startSec: 2, endSec: 1 })).toEqual(span(2000, 2000));
  });

  it('are picked by length and shown in time order', () => {
    const spans = [span(0, 10), span(20, 50), span(60, 70), span(80, 120)];
    expect(longestSpans(spans, 2)).toEqual([span(20, 50), span(80, 120)]);
    expect(longestSpans(spans, 3)).toEqual([span(0, 10), span(20, 50), span(80, 120)]);
    expect(totalMs(spans)).toBe(90);
  });
});
