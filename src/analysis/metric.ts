/** What a metric is: a definition in words, what it needs, and a function from the context to a measure. */
import type { Absent, AbsentFor, Measure, ReasonCode, TimeRange, Unit } from '../report/index.ts';
import { DEFAULT_SCENARIO, isPresent } from '../report/index.ts';
import { absencesOf } from './absences.ts';
import type { Limits, Norm } from './bands.ts';
import { normOf, toBand } from './bands.ts';
import type { Doubt } from './confidence.ts';
import { doubtReasonsOf, doubtsOf, gravest, isEnough } from './confidence.ts';
import type { AnalysisContext, AnalysisFacts, AnalysisLayers, Need } from './context.ts';
import { meets, whyAbsent } from './context.ts';
import { roundFor } from './rounding.ts';

/** A metric in one language. */
export interface MetricText {
  readonly title: string;
  /** What is counted, over what, with its thresholds: one or two sentences. */
  readonly definition: string;
  /** What moves the number up and what down, for a speaker: one or two sentences. */
  readonly moves: string;
  /** Where the definition comes from. */
  readonly source: string;
}

/** A metric. Its id, once released, keeps its meaning. */
export interface Metric {
  readonly id: string;
  readonly unit: Unit;
  readonly en: MetricText;
  readonly ru: MetricText;
  /** When one of these is absent, so is the metric, for the same reason. */
  readonly needs: readonly Need[];
  /** Every reason for which it may be absent. */
  readonly absentFor: readonly ReasonCode[];
  /** Every reason for which it may be less than sure. */
  readonly doubtedFor: readonly ReasonCode[];
  /** Whether it gives the range that holds the true value in four cases of five, where a talk is long enough for one. */
  readonly hasInterval80: boolean;
  /** Pure; finite and rounded to the decimals of its unit. */
  measure(context: AnalysisContext): Measure;
}

/** What a metric finds: its value before rounding, and where to look. */
export interface Finding<R extends ReasonCode = ReasonCode> {
  readonly value: number;
  /** Passages that hold what the value says, in time order. Default: none. */
  readonly evidence?: readonly TimeRange[];
  /** Doubts of this metric's own. */
  readonly doubts?: readonly Doubt<R>[];
  /** See {@link Metric.hasInterval80}; before rounding, left out where it is not known. */
  readonly interval80?: readonly [number, number] | undefined;
  /** Limits of the owner's own, which the band of the table leaves open. */
  readonly limits?: Limits;
}

/**
 * A metric as its file writes it: what all metrics do alike is added by {@link defineMetric}. The reasons that it gives
 * itself are named beside what it needs, and the compiler holds it to them.
 */
export interface MetricDefinition<N extends Need, A extends ReasonCode, D extends ReasonCode> extends Pick<
  Metric,
  'id' | 'unit' | 'en' | 'ru'
> {
  readonly needs: readonly N[];
  /** Why it may be absent though everything needed is there. Default: for nothing. */
  readonly absentFor?: readonly A[];
  /** Doubts of its own. Default: none. */
  readonly doubtedFor?: readonly D[];
  /** Default: false, and then the report has no interval of it. */
  readonly hasInterval80?: boolean;
  /**
   * `total`: a count or a length, exact however short the talk. `average`: a rate, a share or a mean, which is absent
   * under a minimum of speech and doubtful over little of it.
   */
  readonly kind: 'total' | 'average';
  /** Called with everything needed there; `norm` is the band for the language and scenario. */
  find(
    context: AnalysisFacts & Pick<AnalysisLayers, N>,
    norm: Norm | undefined,
  ): Finding<NoInfer<D>> | AbsentFor<NoInfer<A>>;
  /** Doubts that look further than at what is needed: at a second opinion, where there is one. */
  doubts?(context: AnalysisContext): readonly Doubt<NoInfer<D>>[];
}

/** Makes a metric: checks its needs and the amount of speech, rounds, judges, and says how sure it is. */
export function defineMetric<
  N extends Need = never,
  A extends ReasonCode = never,
  D extends ReasonCode = never,
>(definition: MetricDefinition<N, A, D>): Metric {
  const {
    id,
    unit,
    en,
    ru,
    needs,
    kind,
    absentFor = [],
    doubtedFor = [],
    hasInterval80 = false,
  } = definition;
  const tooLittle: readonly ReasonCode[] = kind === 'average' ? ['too-little-speech'] : [];
  return Object.freeze({
    id,
    unit,
    en,
    ru,
    needs,
    absentFor: [...new Set([...absencesOf(needs), ...tooLittle, ...absentFor])],
    doubtedFor: [...new Set([...doubtReasonsOf(needs, kind), ...doubtedFor])],
    hasInterval80,
    measure(context: AnalysisContext): Measure {
      if (!meets(context, needs)) {
        return whyAbsent(context, needs);
      }
      if (kind === 'average' && !isEnough(context, needs)) {
        return { absent: 'too-little-speech' };
      }
      const norm = normOf(id, { language: languageCode(context), scenario: DEFAULT_SCENARIO });
      const finding: Finding | Absent = definition.find(context, norm);
      if (!isPresent(finding)) {
        return finding;
      }
      const value = roundFor(unit, finding.value);
      const judgedBy = norm === undefined ? undefined : { ...norm, ...finding.limits };
      const doubt = gravest([
        ...doubtsOf(context, needs, kind),
        ...(finding.doubts ?? []),
        ...(definition.doubts?.(context) ?? []),
      ]);
      return {
        value,
        unit,
        confidence: doubt?.confidence ?? 'high',
        ...(doubt === undefined ? {} : { reason: doubt.reason }),
        ...(!hasInterval80 || finding.interval80 === undefined
          ? {}
          : { interval80: roundRange(unit, finding.interval80) }),
        evidence: finding.evidence ?? [],
        ...(judgedBy === undefined ? {} : { band: toBand(judgedBy, value) }),
      };
    },
  });
}

function roundRange(unit: Unit, [low, high]: readonly [number, number]): readonly [number, number] {
  return [roundFor(unit, low), roundFor(unit, high)];
}

function languageCode({ transcript }: AnalysisContext): string | undefined {
  return isPresent(transcript) ? transcript.language : undefined;
}
