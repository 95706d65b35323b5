/** Stretches that are too fast or too slow: for long by the pace over time, or rushed word by word, or where much is said. */
import type { AnalysisParameters, PaceStretch, TimeRange } from '../report/index.ts';
import type { Norm } from './bands.ts';
import { distanceOutside, verdictOf } from './bands.ts';
import { findDenseSpans } from './dense-spans.ts';
import type { PaceCurve, PacePoint } from './pace-curve.ts';
import { cellOf } from './pace-curve.ts';
import { roundFor } from './rounding.ts';
import { findRushedSpans } from './rushed-spans.ts';
import type { Span } from './span.ts';
import { lengthMs, toMs, toRange } from './span.ts';
import type { TimedWordLayer } from './words.ts';

/** The bands of the language. */
export interface PaceNorms {
  /** Syllables per second with pauses. */
  readonly rate: Norm | undefined;
  /** Syllables per second of sound. */
  readonly articulation: Norm | undefined;
}

type Limits = Pick<AnalysisParameters, 'paceStretchSec' | 'rushedSec'>;

/** All stretches in time order; of those that begin together the longest first. */
export function derivePaceStretches(
  words: TimedWordLayer,
  curve: PaceCurve,
  norms: PaceNorms,
  limits: Limits,
): readonly PaceStretch[] {
  const { pace } = curve;
  const outside = norms.rate === undefined ? [] : longOutside(curve, norms.rate, toMs(limits.paceStretchSec));
  const rushed = findRushedSpans(words, pace, norms.articulation, toMs(limits.rushedSec));
  const dense = findDenseSpans(words, curve);
  return [
    ...outside.map(({ kind, ...span }) => toStretch(kind, span, pace.rateIn(span))),
    ...rushed.map((span) => toStretch('rushed', span, pace.articulationIn(span))),
    ...dense.map((span) => toStretch('dense', span, pace.articulationIn(span))),
  ]
    .toSorted((a, b) => a.startMs - b.startMs || lengthMs(b) - lengthMs(a))
    .map(({ startSec, endSec, kind, syllablesPerSec }) => ({ startSec, endSec, kind, syllablesPerSec }));
}

function toStretch(kind: PaceStretch['kind'], span: Span, rate: number): PaceStretch & Span {
  return { ...span, ...toRange(span), kind, syllablesPerSec: roundFor('syllables/s', rate) };
}

type OutsideSpan = Span & { readonly kind: 'fast' | 'slow' };

/**
 * Where the windows lie outside the band one after another for longer than `minMs`. A window stands for the step
 * around its middle, the first and the last also for what lies before and after. A stretch that is inside as a whole
 * is none.
 */
function longOutside(curve: PaceCurve, norm: Norm, minMs: number): readonly OutsideSpan[] {
  const spans: OutsideSpan[] = [];
  let open: OutsideSpan | undefined;
  const close = (): void => {
    if (open !== undefined && lengthMs(open) > minMs) {
      const side = open.kind === 'fast' ? 'above' : 'below';
      if (verdictOf(norm, curve.pace.rateIn(open)) === side) {
        spans.push(open);
      }
    }
    open = undefined;
  };
  for (const [index, point] of curve.points.entries()) {
    const kind = sideOf(point, norm);
    if (kind !== open?.kind) {
      close();
    }
    if (kind !== undefined) {
      const cell = cellOf(curve, index);
      open = { kind, startMs: open?.startMs ?? cell.startMs, endMs: cell.endMs };
    }
  }
  close();
  return spans;
}

function sideOf({ rate }: PacePoint, norm: Norm): OutsideSpan['kind'] | undefined {
  if (rate === null || distanceOutside(norm, rate) === 0) {
    return undefined;
  }
  return verdictOf(norm, rate) === 'above' ? 'fast' : 'slow';
}

/** How many stretches a metric cites: the layer has them all. */
const MAX_CITED = 20;

/** The places of the first stretches. */
export function citeStretches(stretches: readonly PaceStretch[]): readonly TimeRange[] {
  return stretches.slice(0, MAX_CITED).map(({ startSec, endSec }) => ({ startSec, endSec }));
}

/** The stretches of a kind. */
export function stretchesOf(
  stretches: readonly PaceStretch[],
  kind: PaceStretch['kind'],
): readonly PaceStretch[] {
  return stretches.filter((stretch) => stretch.kind === kind);
}
