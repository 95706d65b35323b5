/** The pace over time: the rate of syllables in windows of some seconds, step by step over the talk. */
import type { Absent, AnalysisParameters, Curve, Unit } from '../report/index.ts';
import { MAX_CURVE_POINTS } from '../report/index.ts';
import { amountBefore } from './amounts.ts';
import { roundFor } from './rounding.ts';
import type { Span } from './span.ts';
import { lengthMs, toMs } from './span.ts';
import type { TimedWordLayer } from './words.ts';
import { syllablesBetween } from './words.ts';

/** The rate of syllables in any part of the talk. */
export interface Pace {
  /** Syllables per second with pauses; NaN of an empty span. */
  readonly rateIn: (span: Span) => number;
  /** Syllables per second of sound; NaN where there is none. */
  readonly articulationIn: (span: Span) => number;
  /** Sound in milliseconds. */
  readonly soundIn: (span: Span) => number;
}

/** One window. */
export interface PacePoint extends Span {
  /** Syllables per second with pauses; null, as the next, when the window holds too little sound. */
  readonly rate: number | null;
  /** Syllables per second of sound. */
  readonly articulation: number | null;
}

/** All windows of a talk; at least one. */
export interface PaceCurve {
  readonly windowMs: number;
  readonly stepMs: number;
  readonly points: readonly PacePoint[];
  readonly pace: Pace;
}

type Grid = Pick<AnalysisParameters, 'paceWindowSec' | 'paceStepSec'>;

/** A window has a rate when a third of it is sound: in a long silence nothing is slow. */
const MIN_SOUND_SHARE = 1 / 3;

/** Prepares the rates of a talk. */
export function createPace(words: TimedWordLayer, speech: readonly Span[]): Pace {
  const syllables = amountBefore(words.spans, (_, index) => syllablesBetween(words, index, index));
  const sound = amountBefore(speech, lengthMs);
  return Object.freeze({
    rateIn: (span: Span) => (between(syllables, span) * 1000) / lengthMs(span),
    articulationIn: (span: Span) => (between(syllables, span) * 1000) / between(sound, span),
    soundIn: (span: Span) => between(sound, span),
  });
}

function between(before: (ms: number) => number, { startMs, endMs }: Span): number {
  return before(endMs) - before(startMs);
}

/**
 * The windows that fit between the first word and the last. Absent when not even one does. In a talk of hours the step
 * is a multiple of that asked for, so that a curve keeps to its most points.
 */
export function derivePaceCurve(
  words: TimedWordLayer,
  speech: readonly Span[],
  grid: Grid,
): PaceCurve | Absent {
  const windowMs = toMs(grid.paceWindowSec);
  const rangeMs = lengthMs(words.talk) - windowMs;
  if (rangeMs < 0) {
    return { absent: 'too-little-speech' };
  }
  const finestMs = Math.max(1, toMs(grid.paceStepSec));
  const stepMs = finestMs * Math.ceil((Math.floor(rangeMs / finestMs) + 1) / MAX_CURVE_POINTS);
  const pace = createPace(words, speech);
  const points = Array.from({ length: Math.floor(rangeMs / stepMs) + 1 }, (_, index) => {
    const startMs = words.talk.startMs + index * stepMs;
    const span = { startMs, endMs: startMs + windowMs };
    const isRated = pace.soundIn(span) >= windowMs * MIN_SOUND_SHARE;
    return {
      ...span,
      rate: isRated ? pace.rateIn(span) : null,
      articulation: isRated ? pace.articulationIn(span) : null,
    };
  });
  return { windowMs, stepMs, points, pace };
}

/**
 * What the window at an index stands for alone: the step around its middle, in the first and the last one also what lies
 * before and after.
 */
export function cellOf({ points, windowMs, stepMs }: PaceCurve, index: number): Span {
  const { startMs = 0, endMs = 0 } = points[index] ?? {};
  const beforeMs = Math.floor((windowMs - stepMs) / 2);
  return {
    startMs: index === 0 ? startMs : startMs + beforeMs,
    endMs: index === points.length - 1 ? endMs : startMs + beforeMs + stepMs,
  };
}

/** The rates of the windows that have one, in time order. */
export function ratesOf({ points }: PaceCurve): readonly number[] {
  return points.flatMap(({ rate }) => (rate === null ? [] : [rate]));
}

/** As a report holds it. */
export function toReportCurve(
  { windowMs, stepMs, points }: PaceCurve,
  which: 'rate' | 'articulation',
): Curve {
  const unit: Unit = 'syllables/s';
  return {
    unit,
    startSec: ((points[0]?.startMs ?? 0) + Math.floor(windowMs / 2)) / 1000,
    stepSec: stepMs / 1000,
    windowSec: windowMs / 1000,
    values: points.map((point) => {
      const value = point[which];
      return value === null ? null : roundFor(unit, value);
    }),
  };
}
