import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputFrom } from '../../test/support/spoken-input.ts';
import { languageOf } from '../language/index.ts';
import type { Measured, Report, TimeRange, Transcript } from '../report/index.ts';
import { isPresent, rangeSec, report as reportSchema } from '../report/index.ts';
import type { AnalysisInput } from './index.ts';
import { METRICS, analyze } from './index.ts';

const english = languageOf('en');

/** Words as recognisers print them, fillers, numerals, hesitation sounds and punctuation among them. */
const text = fc.constantFrom(
  ...'we came to the bridge. So, you know, I mean, like basically Um, uh. $84,000 9:30 well-known Mr. — … road, it? a'.split(
    ' ',
  ),
);

const timedWord = fc.record({
  text,
  gapMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 4000 })),
  lengthMs: fc.integer({ min: 1, max: 900 }),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
});

const range = fc.record({
  startSec: fc.double({ min: 0, max: 120, noNaN: true }),
  lengthSec: fc.double({ min: 0, max: 20, noNaN: true }),
});

/** Any talk: words and speech that fit together or do not, any recogniser, any thresholds. */
const anyInput: fc.Arbitrary<AnalysisInput> = fc
  .record({
    words: fc.array(timedWord, { maxLength: 150 }),
    ranges: fc.array(range, { maxLength: 30 }),
    speechFits: fc.boolean(),
    cutSec: fc.double({ min: 0, max: 5, noNaN: true }),
    abilities: fc.record({
      punctuation: fc.boolean(),
      style: fc.constantFrom('verbatim' as const, 'tidy' as const),
      wordTimes: fc.constantFrom('none' as const, 'start' as const, 'span' as const, 'span' as const),
    }),
    parameters: fc.record({
      minPauseSec: fc.constantFrom(0.2, 0.25, 0.5),
      longPauseSec: fc.constantFrom(1, 2.5),
      phraseBreakSec: fc.constantFrom(0.3, 1),
    }),
  })
  .map(({ words: raw, ranges, speechFits, cutSec, abilities, parameters }) => {
    let atMs = 0;
    const words = raw.map(({ text: shown, gapMs, lengthMs, confidence }) => {
      const startSec = (atMs + gapMs) / 1000;
      atMs += gapMs + lengthMs;
      return { text: shown, startSec, endSec: atMs / 1000, confidence };
    });
    const speech = speechFits
      ? words.map(({ startSec, endSec }) => ({ startSec, endSec }))
      : ranges.map(({ startSec, lengthSec }) => ({ startSec, endSec: startSec + lengthSec }));
    const durationSec = Math.max(0.1, atMs / 1000 - cutSec);
    return { ...inputFrom({ words, speech, durationSec, abilities }), parameters };
  });

describe('any talk', () => {
  it('makes a report that fits the schema, finite throughout, with places inside the recording', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const report = reportSchema.parse(analyze(input));
        const numbers = measuredOf(report);
        expect(numbers.filter(({ value }) => !Number.isFinite(value) || value < 0)).toEqual([]);
        const places = numbers.flatMap(({ evidence }) => evidence);
        const whole = { startSec: 0, endSec: report.recording.durationSec };
        expect(places.filter((place) => place.endSec < place.startSec || !isInside(whole, place))).toEqual(
          [],
        );
      }),
    );
  });

  it('has numbers that agree with its own layers', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const report = analyze(input);
        const again = recomputed(report);
        const reported = Object.keys(again).map((id) => [id, measured(report, id)?.value ?? again[id]]);
        expect(Object.fromEntries(reported)).toEqual(again);
      }),
    );
  });

  it('cites passages that hold what the number says', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(wrongClaims(analyze(input))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('gets at most three pieces of advice, each from a sure number outside its band, with places', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const report = analyze(input);
        expect(report.advice.length).toBeLessThanOrEqual(3);
        const unfounded = report.advice.filter(({ metric, evidence }) => {
          const from = measured(report, metric);
          return from?.band?.verdict === 'inside' || from?.confidence === 'low' || evidence.length === 0;
        });
        expect(unfounded).toEqual([]);
      }),
    );
  });
});

function measured(report: Report, id: string): Measured | undefined {
  const measure = report.metrics[id];
  return measure !== undefined && isPresent(measure) ? measure : undefined;
}

function measuredOf(report: Report): readonly Measured[] {
  return METRICS.flatMap(({ id }) => measured(report, id) ?? []);
}

/** The metrics again, from the layers of the report alone. */
function recomputed(report: Report): Readonly<Record<string, number>> {
  const { pauses, phrases, fillers, speech, parameters } = report;
  if (!isPresent(pauses)) {
    return {};
  }
  const talkSec = (speech.at(-1)?.endSec ?? 0) - (speech[0]?.startSec ?? 0);
  const long = pauses.filter((pause) => rangeSec(pause) >= parameters.longPauseSec - 1e-9);
  const fromSpeech = {
    'speaking-time': round(totalSec(speech), 3),
    'phonation-ratio': round(totalSec(speech) / talkSec, 3),
    'pauses-total': pauses.length,
    'pauses-per-minute': round((pauses.length * 60) / talkSec, 2),
    'pause-share': round(totalSec(pauses) / talkSec, 3),
    'long-pauses-total': long.length,
    'long-pauses-per-minute': round((long.length * 60) / talkSec, 2),
  };
  if (!isPresent(phrases) || !isPresent(fillers)) {
    return fromSpeech;
  }
  const { items } = phrases;
  const words = items.reduce((sum, phrase) => sum + phrase.words, 0);
  const wordsSec = (items.at(-1)?.endSec ?? 0) - (items[0]?.startSec ?? 0);
  return {
    ...fromSpeech,
    'words-total': words,
    'speech-rate-words': round((words * 60) / wordsSec, 1),
    'phrase-length-mean': round(words / items.length, 1),
    'filler-words-total': items.reduce((sum, phrase) => sum + phrase.fillers, 0),
    'filler-words-per-minute': round((fillers.length * 60) / wordsSec, 2),
    'filler-words-per-100': round((fillers.length * 100) / words, 2),
  };
}

/** What is cited for something that is not so. */
function wrongClaims(report: Report): readonly string[] {
  const { pauses, phrases, fillers, speech, parameters, transcript } = report;
  const evidence = (id: string): readonly TimeRange[] => measured(report, id)?.evidence ?? [];
  const holds: Readonly<Record<string, (place: TimeRange) => boolean>> = {
    'long-pauses-total': (place) =>
      rangeSec(place) >= parameters.longPauseSec - 1e-9 && !speech.some((span) => isOverlapping(span, place)),
    'pause-longest': (place) => !speech.some((span) => isOverlapping(span, place)),
    'pause-share': (place) =>
      isPresent(pauses) &&
      (measured(report, 'pause-share')?.band?.verdict === 'below'
        ? rangeSec(place) >= 12 && !pauses.some((pause) => isOverlapping(pause, place))
        : isListed(pauses, place)),
    'filler-words-total': (place) => isPresent(fillers) && isListed(fillers, place),
    'phrase-length-p90': (place) => isPresent(phrases) && isListed(phrases.items, place),
    'speech-rate-words': (place) => isPresent(transcript) && isRateOutside(report, transcript, place),
  };
  return Object.entries(holds).flatMap(([id, isSo]) =>
    evidence(id)
      .filter((place) => !isSo(place))
      .map((place) => `${id} ${place.startSec}–${place.endSec}`),
  );
}

/** Whether the words in a place alone are faster or slower than the band, on the side of the whole talk. */
function isRateOutside(report: Report, { words }: Transcript, place: TimeRange): boolean {
  const { band } = measured(report, 'speech-rate-words') ?? {};
  const said = words
    .filter((word) => isInside(place, word))
    .flatMap(({ text: shown }) => english?.spokenWords(shown));
  const rate = (said.length * 60) / rangeSec(place);
  const isSlow = rate < (band?.min ?? 0);
  const isFast = rate > (band?.max ?? Infinity);
  const sides = { above: isFast, below: isSlow, inside: isFast || isSlow };
  return band !== undefined && sides[band.verdict];
}

function isListed(items: readonly TimeRange[], place: TimeRange): boolean {
  return items.some(({ startSec, endSec }) => startSec === place.startSec && endSec === place.endSec);
}

function isInside(outer: TimeRange, inner: TimeRange): boolean {
  return inner.startSec >= outer.startSec && inner.endSec <= outer.endSec;
}

function isOverlapping(a: TimeRange, b: TimeRange): boolean {
  return a.startSec < b.endSec && b.startSec < a.endSec;
}

function totalSec(ranges: readonly TimeRange[]): number {
  return ranges.reduce((sum, item) => sum + Math.round(rangeSec(item) * 1000), 0) / 1000;
}

function round(value: number, decimals: number): number {
  return Math.round(Number((value * 10 ** decimals).toFixed(6))) / 10 ** decimals;
}
