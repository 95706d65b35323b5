/** The bands that numbers are judged against, each with how well founded it is and where it comes from. */
import type { Locale } from '../errors/index.ts';
import type { Band } from '../report/index.ts';

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

interface NormRow extends Norm {
  /** The source for a reader of Russian; a report holds the other one. */
  readonly sourceRu: string;
  readonly metric: string;
  /** Only for talks in this language; absent: for all. */
  readonly language?: string;
}

/**
 * One band for one aspect of speaking: where two metrics show the same aspect (words and syllables a minute, fillers a
 * minute and per hundred words, share of pauses and of sound), only one is judged, so that no two verdicts disagree.
 */
export const NORMS: readonly NormRow[] = [
  {
    metric: 'speech-rate-words',
    language: 'en',
    min: 120,
    max: 165,
    grade: 'B',
    source: 'Bands of speech coaching products: Articulated 120–165, Microsoft 100–165, Read.ai 130–175',
    sourceRu: 'Нормы программ для тренировки речи: Articulated 120–165, Microsoft 100–165, Read.ai 130–175',
  },
  {
    metric: 'speech-rate-words',
    language: 'ru',
    min: 95,
    max: 130,
    grade: 'C',
    source:
      'First estimate: 100–120 is called easy to follow; the English band, as a Slavic word has 1.4 times the syllables (Volín 2019, Oborneva 2006)',
    sourceRu:
      'Слушать удобно при 100–120 словах; английская норма с поправкой: в славянском слове в 1,4 раза больше слогов (Volín 2019, Оборнева 2006)',
  },
  {
    metric: 'articulation-rate',
    min: 4.5,
    max: 6,
    grade: 'C',
    source: 'First estimate from the rates of English and Russian talks',
    sourceRu: 'По темпу английских и русских выступлений',
  },
  {
    metric: 'pause-share',
    min: 0.12,
    max: 0.3,
    grade: 'B',
    source:
      'Public speaking has about 3.3 parts of sound to one of pauses (phonetics textbooks); HSE trainer 10–25 %',
    sourceRu:
      'В публичной речи звучания примерно в 3,3 раза больше, чем пауз (учебники фонетики); тренажёр ВШЭ: 10–25 %',
  },
  {
    metric: 'long-pauses-per-minute',
    max: 1,
    grade: 'C',
    source: 'First estimate: strategic pauses are expected about once in two minutes',
    sourceRu: 'Намеренной долгой паузы ждут примерно раз в две минуты',
  },
  {
    metric: 'filler-words-per-minute',
    max: 3,
    grade: 'C',
    source:
      'First estimate, filler sounds not counted: 5 of all kinds a minute did no harm, 12 did (Laske & DiGennaro Reed 2024)',
    sourceRu:
      'Без учёта звуков-паразитов: 5 слов и звуков в минуту не портили впечатления, 12 портили (Laske & DiGennaro Reed 2024)',
  },
  {
    metric: 'phrase-length-p90',
    max: 30,
    grade: 'C',
    source: 'First estimate: sentences of more than 20–25 words are called long (HSE trainer)',
    sourceRu: 'Длинными называют предложения больше 20–25 слов (тренажёр ВШЭ)',
  },
];

/** The band of a metric for a language; undefined when the metric is not judged there. */
export function normOf(metric: string, language: string | undefined): Norm | undefined {
  return NORMS.find(
    (row) => row.metric === metric && (row.language === undefined || row.language === language),
  );
}

/**
 * The source of a metric's band in words of a language.
 *
 * @param source as the report has it; that of another version, of which nothing is known here, stays as it is
 */
export function bandSource(metric: string, source: string, locale: Locale): string {
  const row = NORMS.find((norm) => norm.metric === metric && norm.source === source);
  return locale === 'ru' && row !== undefined ? row.sourceRu : source;
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
