/** Bands: which one a number is judged against, and how it stands to it. */
import type { Locale } from '../errors/index.ts';
import type { Band, NormsOverride, Scenario } from '../report/index.ts';
import { NORMS } from './norms/norms.ts';

/** Limits of a band, both inclusive; an absent one is open. */
export interface Limits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** A band: its limits, how well founded it is (see `band` of a report), where it comes from. */
export interface Norm extends Limits {
  readonly grade: Band['grade'];
  readonly source: string;
}

/** What decides which band is meant. */
export interface NormPlace {
  /** Two-letter code; undefined: only bands for all languages. */
  readonly language: string | undefined;
  readonly scenario: Scenario;
  /** Bands of the owner's own, which come before those of the table. */
  readonly own?: NormsOverride | undefined;
}

/** What the report says of an own band that names no source. */
const OWN_SOURCE = "The owner's own norms";

/** The band of a metric there, the closest one; undefined when the metric is not judged. */
export function normOf(metric: string, place: NormPlace): Norm | undefined {
  const own = closest(place.own?.bands ?? [], metric, place);
  if (own !== undefined) {
    const { min, max, source = OWN_SOURCE } = own;
    return { min, max, grade: 'own', source };
  }
  return closest(NORMS, metric, place);
}

/** What a band is for; left out: for all. */
interface Row {
  readonly metric: string;
  readonly language?: string | undefined;
  readonly scenario?: Scenario | undefined;
}

/** A band for the scenario comes before one for the language, one for both before either. */
function closest<R extends Row>(
  rows: readonly R[],
  metric: string,
  { language, scenario }: NormPlace,
): R | undefined {
  return rows
    .filter(
      (row) =>
        row.metric === metric &&
        (row.language === undefined || row.language === language) &&
        (row.scenario === undefined || row.scenario === scenario),
    )
    .toSorted((a, b) => closeness(b) - closeness(a))[0];
}

function closeness({ language, scenario }: Row): number {
  return (scenario === undefined ? 0 : 2) + (language === undefined ? 0 : 1);
}

/**
 * The source of a metric's band in words of a language.
 *
 * @param source as the report has it; that of another version, of which nothing is known here, stays as it is
 */
export function bandSource(metric: string, source: string, locale: Locale): string {
  if (locale === 'en') {
    return source;
  }
  if (source === OWN_SOURCE) {
    return 'Ваши собственные нормы';
  }
  return NORMS.find((row) => row.metric === metric && row.source === source)?.sourceRu ?? source;
}

/** Where a value lies. */
export function verdictOf(norm: Norm, value: number): Band['verdict'] {
  if (norm.min !== undefined && value < norm.min) {
    return 'below';
  }
  return norm.max !== undefined && value > norm.max ? 'above' : 'inside';
}

/** How far a value lies outside, as a share of the limit that it passes; 0 inside. */
export function distanceOutside(norm: Limits, value: number): number {
  if (norm.min !== undefined && value < norm.min) {
    return (norm.min - value) / norm.min;
  }
  return norm.max !== undefined && value > norm.max ? (value - norm.max) / norm.max : 0;
}

/** The band as a report holds it. */
export function toBand(norm: Norm, value: number): Band {
  return {
    ...(norm.min === undefined ? {} : { min: norm.min }),
    ...(norm.max === undefined ? {} : { max: norm.max }),
    verdict: verdictOf(norm, value),
    grade: norm.grade,
    source: norm.source,
  };
}
