import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputFrom } from '../../test/support/spoken-input.ts';
import { languageOf } from '../language/index.ts';
import type { Measured, Report, TimeRange, Transcript } from '../report/index.ts';
import { analysisParameters, isPresent, rangeSec, report as reportSchema } from '../report/index.ts';
import type { AnalysisInput } from './index.ts';
import { METRICS, analyze, parsePlan } from './index.ts';

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
      maxRunWords: fc.constantFrom(3, 25),
      maxRunSec: fc.constantFrom(2, 12),
      paceWindowSec: fc.constantFrom(3, 15),
      paceStepSec: fc.constantFrom(0.01, 1, 5, 20),
      paceStretchSec: fc.constantFrom(5, 20),
      rushedSec: fc.constantFrom(1, 6),
      openingSec: fc.constantFrom(5, 60),
    }),
    plan: fc.option(fc.constantFrom('1m..2m', 'Start 20s; Middle ..40s; End 10s..'), { nil: undefined }),
  })
  .map(({ words: raw, ranges, speechFits, cutSec, abilities, parameters, plan }) => {
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
    return {
      ...inputFrom({ words, speech, durationSec, abilities }),
      parameters: analysisParameters.parse(parameters),
      ...(plan === undefined ? {} : { plan: parsePlan(plan) }),
    };
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

  it('holds curves, runs without a pause and a plan that keep to their limits', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(brokenLimits(analyze(input))).toEqual([]);
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
  const { pauses, phrases, fillers, speech, parameters, missingPauses, paceStretches } = report;
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
  const inside = pauses.filter(({ place }) => place === 'inside');
  const longInside = inside.filter((pause) => rangeSec(pause) >= parameters.longInClausePauseSec - 1e-9);
  const placed = pauses.filter(({ place }) => place !== 'unknown').length;
  const stretches = isPresent(paceStretches) ? paceStretches : [];
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
    'in-clause-pauses-per-minute': round((inside.length * 60) / talkSec, 2),
    'in-clause-pause-share': round(inside.length / placed, 3),
    'long-in-clause-pauses': longInside.length,
    'missing-pauses': isPresent(missingPauses) ? missingPauses.length : NaN,
    'fast-stretches': stretches.filter(({ kind }) => kind === 'fast').length,
    'slow-stretches': stretches.filter(({ kind }) => kind === 'slow').length,
    'rushed-passages': stretches.filter(({ kind }) => kind === 'rushed').length,
    'dense-passages': stretches.filter(({ kind }) => kind === 'dense').length,
  };
}

/** What is longer, shorter or elsewhere than its description says. */
function brokenLimits({ curves, missingPauses, paceStretches, plan, parameters }: Report): readonly string[] {
  const broken: string[] = [];
  const hold = (isSo: boolean, what: string): void => {
    if (!isSo) {
      broken.push(what);
    }
  };
  for (const curve of Object.values(curves).filter(isPresent)) {
    hold(curve.values.length > 0 && curve.values.length <= 2000, 'points of a curve');
    hold(
      curve.stepSec >= parameters.paceStepSec && curve.windowSec === parameters.paceWindowSec,
      'grid of a curve',
    );
  }
  for (const run of isPresent(missingPauses) ? missingPauses : []) {
    const { maxRunWords, maxRunSec } = parameters;
    hold(run.words > maxRunWords || rangeSec(run) > maxRunSec - 1e-9, 'length of a run');
    hold(
      run.pauseAfter.every(
        (index, place) =>
          index >= run.firstWord && index < run.lastWord && index > (run.pauseAfter[place - 1] ?? -1),
      ),
      'places in a run',
    );
  }
  for (const stretch of isPresent(paceStretches) ? paceStretches : []) {
    const leastSec = { fast: parameters.paceStretchSec, slow: parameters.paceStretchSec };
    const least = { ...leastSec, rushed: parameters.rushedSec, dense: 0 }[stretch.kind];
    hold(rangeSec(stretch) >= least - 1e-9, `length of a ${stretch.kind} stretch`);
  }
  if (isPresent(plan)) {
    const spentSec = plan.points.reduce((sum, point) => sum + point.spentSec, 0);
    const lastSec = plan.points.at(-1)?.endSec ?? 0;
    hold(spentSec <= lastSec + 1e-6, 'time of a plan');
  }
  return broken;
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
        ? rangeSec(place) >= parameters.maxRunSec - 1e-9 &&
          !pauses.some((pause) => isOverlapping(pause, place))
        : isListed(pauses, place)),
    'filler-words-total': (place) => isPresent(fillers) && isListed(fillers, place),
    'phrase-length-p90': (place) => isPresent(phrases) && isListed(phrases.items, place),
    'speech-rate-syllables': (place) => isPresent(transcript) && isRateOutside(report, transcript, place),
    'long-in-clause-pauses': (place) =>
      isPresent(pauses) &&
      rangeSec(place) >= parameters.longInClausePauseSec - 1e-9 &&
      isListed(
        pauses.filter((pause) => pause.place === 'inside'),
        place,
      ),
    'missing-pauses': (place) => isPresent(pauses) && !pauses.some((pause) => isOverlapping(pause, place)),
  };
  return Object.entries(holds).flatMap(([id, isSo]) =>
    evidence(id)
      .filter((place) => !isSo(place))
      .map((place) => `${id} ${place.startSec}–${place.endSec}`),
  );
}

/** Whether the words in a place alone are faster or slower than the band, on the side of the whole talk. */
function isRateOutside(report: Report, { words }: Transcript, place: TimeRange): boolean {
  const { band } = measured(report, 'speech-rate-syllables') ?? {};
  const syllables = words
    .filter((word) => isInside(place, word))
    .flatMap(({ text: shown }) => english?.spokenWords(shown) ?? [])
    .reduce((sum, said) => sum + (english?.syllables(said) ?? 0), 0);
  const rate = syllables / rangeSec(place);
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
