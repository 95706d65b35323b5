/** What a metric is: a definition in words, what it needs, and a function from the context to a measure. */
import type { Absent, Measure, TimeRange, Unit } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { Norm } from './bands.ts';
import { normOf, toBand } from './bands.ts';
import type { Doubt } from './confidence.ts';
import { doubtsOf, gravest, isEnough } from './confidence.ts';
import type { AnalysisContext, AnalysisFacts, AnalysisLayers, Need } from './context.ts';
import { meets, whyAbsent } from './context.ts';
import { roundFor } from './rounding.ts';

/** A metric in one language. */
export interface MetricText {
  readonly title: string;
  /** What is counted, over what, with its thresholds: one or two sentences. */
  readonly definition: string;
}

/** A metric. Its id, once released, keeps its meaning. */
export interface Metric {
  readonly id: string;
  readonly unit: Unit;
  readonly en: MetricText;
  readonly ru: MetricText;
  /** Where the definition comes from. */
  readonly source: string;
  /** When one of these is absent, so is the metric, for the same reason. */
  readonly needs: readonly Need[];
  /** Pure; finite and rounded to the decimals of its unit. */
  measure(context: AnalysisContext): Measure;
}

/** What a metric finds: its value before rounding, and where to look. */
export interface Finding {
  readonly value: number;
  /** Passages that hold what the value says, in time order. Default: none. */
  readonly evidence?: readonly TimeRange[];
  /** Doubts of this metric's own. */
  readonly doubts?: readonly Doubt[];
}

/** A metric as its file writes it: what all metrics do alike is added by {@link defineMetric}. */
export interface MetricDefinition<N extends Need> extends Omit<Metric, 'needs' | 'measure'> {
  readonly needs: readonly N[];
  /**
   * `total`: a count or a length, exact however short the talk. `average`: a rate, a share or a mean, which is absent
   * under a minimum of speech and doubtful over little of it.
   */
  readonly kind: 'total' | 'average';
  /** Called with everything needed there; `norm` is the band in force. */
  find(context: AnalysisFacts & Pick<AnalysisLayers, N>, norm: Norm | undefined): Finding | Absent;
}

/** Makes a metric: checks its needs and the amount of speech, rounds, judges, and says how sure it is. */
export function defineMetric<N extends Need = never>(definition: MetricDefinition<N>): Metric {
  const { id, unit, en, ru, source, needs, kind } = definition;
  return Object.freeze({
    id,
    unit,
    en,
    ru,
    source,
    needs,
    measure(context: AnalysisContext): Measure {
      if (!meets(context, needs)) {
        return whyAbsent(context, needs);
      }
      if (kind === 'average' && !isEnough(context, needs)) {
        return { absent: 'too-little-speech' };
      }
      const norm = normOf(id, languageCode(context));
      const finding = definition.find(context, norm);
      if (!isPresent(finding)) {
        return finding;
      }
      const value = roundFor(unit, finding.value);
      const doubt = gravest([...doubtsOf(context, needs, kind), ...(finding.doubts ?? [])]);
      return {
        value,
        unit,
        confidence: doubt?.confidence ?? 'high',
        ...(doubt === undefined ? {} : { reason: doubt.reason }),
        evidence: finding.evidence ?? [],
        ...(norm === undefined ? {} : { band: toBand(norm, value) }),
      };
    },
  });
}

function languageCode({ transcript }: AnalysisContext): string | undefined {
  return isPresent(transcript) ? transcript.language : undefined;
}
