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
 * One band for one aspect of speaking: where two metrics show the same aspect (pace in words and in syllables, fillers a
 * minute and per hundred words, share of pauses and of sound), only one is judged, so that no two verdicts disagree. The
 * pace is judged in syllables, as words are of another length in each language; pauses inside clauses both by how often
 * they come and by their share, as few of them may still be most.
 */
export const NORMS: readonly NormRow[] = [
  // Its limits are those of the plan.
  {
    metric: 'plan-time',
    grade: 'own',
    source: 'The plan of the talk',
    sourceRu: 'План выступления',
  },
  {
    metric: 'speech-rate-syllables',
    language: 'en',
    min: 2.8,
    max: 4.1,
    grade: 'C',
    source:
      'Bands of speech coaching products (Articulated 120–165 words a minute, Microsoft 100–165, Read.ai 130–175): 120 to 175, at the 1.39 syllables a word that 1,456 words of English talks have',
    sourceRu:
      'Нормы программ для тренировки речи (Articulated 120–165 слов в минуту, Microsoft 100–165, Read.ai 130–175): от 120 до 175, по 1,39 слога в слове, как в 1456 словах английских выступлений',
  },
  {
    metric: 'speech-rate-syllables',
    language: 'ru',
    min: 3.7,
    max: 4.9,
    grade: 'C',
    source:
      'First estimate: 95 to 125 words a minute, around the 100–120 that are called easy to follow, at 2.36 syllables a word (from Volín 2019; 1,140 words of Russian speech have 2.41)',
    sourceRu:
      '95–125 слов в минуту (слушать удобно при 100–120), по 2,36 слога в слове (по Volín 2019; в 1140 словах русской речи — 2,41)',
  },
  {
    metric: 'articulation-rate',
    language: 'en',
    min: 3.6,
    max: 5.3,
    grade: 'C',
    source: 'First estimate: the band of the pace with the 23 % of pauses of public speaking taken out',
    sourceRu: 'Норма темпа без 23 % пауз, обычных для публичной речи',
  },
  {
    metric: 'articulation-rate',
    language: 'ru',
    min: 4.5,
    max: 6,
    grade: 'C',
    source: 'First estimate from the rates of English and Russian talks',
    sourceRu: 'По темпу английских и русских выступлений',
  },
  {
    metric: 'pace-variation',
    min: 0.08,
    max: 0.25,
    grade: 'C',
    source: 'First estimate: below, the pace is flat; above, it jerks',
    sourceRu: 'Ниже — темп однообразен, выше — скачет',
  },
  {
    metric: 'pace-drift',
    max: 1.1,
    grade: 'C',
    source: 'First estimate: more than a tenth faster at the end means running out of time',
    sourceRu: 'Если в конце темп выше больше чем на десятую часть, времени не хватает',
  },
  {
    metric: 'start-rush',
    max: 1.15,
    grade: 'C',
    source: 'First estimate, against the speaker’s own middling pace',
    sourceRu: 'По сравнению с собственным средним темпом',
  },
  {
    metric: 'in-clause-pauses-per-minute',
    max: 4,
    grade: 'C',
    source:
      'First estimate; pauses inside clauses go with a search for words, those at boundaries with planning (De Jong 2016, Kahng 2014, Huensch 2023)',
    sourceRu:
      'Паузы внутри фразы говорят о поиске слов, на границах — об обдумывании (De Jong 2016, Kahng 2014, Huensch 2023)',
  },
  {
    metric: 'in-clause-pause-share',
    max: 0.4,
    grade: 'C',
    source:
      'First estimate; pauses inside clauses go with a search for words, those at boundaries with planning (De Jong 2016, Kahng 2014, Huensch 2023)',
    sourceRu:
      'Паузы внутри фразы говорят о поиске слов, на границах — об обдумывании (De Jong 2016, Kahng 2014, Huensch 2023)',
  },
  {
    metric: 'run-length-mean',
    language: 'en',
    min: 6,
    max: 12,
    grade: 'C',
    source: 'First estimate around the 7.8 syllables of a phrase of professional readers (Volín 2019)',
    sourceRu: 'У профессиональных чтецов во фразе 7,8 слога (Volín 2019)',
  },
  {
    metric: 'run-length-mean',
    language: 'ru',
    min: 8,
    max: 16,
    grade: 'C',
    source:
      'First estimate around the 10.8 syllables of a phrase of professional readers in another Slavic language (Volín 2019)',
    sourceRu: 'У профессиональных чтецов на другом славянском языке во фразе 10,8 слога (Volín 2019)',
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
    metric: 'filled-pauses',
    max: 5,
    grade: 'A',
    source:
      '5 fillers a minute did no harm to how a speaker was judged, 12 did: a controlled study (Laske & DiGennaro Reed 2024)',
    sourceRu:
      '5 слов и звуков-паразитов в минуту не портили впечатления, 12 портили: контролируемое исследование (Laske & DiGennaro Reed 2024)',
  },
  {
    metric: 'restarts-per-minute',
    max: 2,
    grade: 'C',
    source: 'First estimate',
    sourceRu: 'Предварительно',
  },
  {
    metric: 'phrase-length-p90',
    max: 30,
    grade: 'C',
    source: 'First estimate: sentences of more than 20–25 words are called long (HSE trainer)',
    sourceRu: 'Длинными называют предложения больше 20–25 слов (тренажёр ВШЭ)',
  },
  {
    metric: 'pitch-variation',
    min: 2,
    max: 6,
    grade: 'C',
    source:
      'Below: listeners heard the windows of the least varied speakers as monotone (Hincks 2005, a controlled study: r = 0.83); from 4.5 on lively. Above: first estimate, as a medium variation was liked best (Rodero 2022)',
    sourceRu:
      'Снизу: речь с меньшими отклонениями слушатели сочли монотонной (Hincks 2005, контролируемое исследование, r = 0,83); с 4,5 она очень живая. Сверху предварительно: больше всего нравилась средняя подвижность (Rodero 2022)',
  },
  {
    metric: 'loudness-variation',
    min: 3,
    grade: 'B',
    source: 'Practice of speech analysis programs: under 3 dB between words little is stressed',
    sourceRu:
      'Практика программ анализа речи: если слова различаются меньше чем на 3 дБ, почти ничего не выделено',
  },
  {
    metric: 'open-endings-share',
    max: 0.25,
    grade: 'C',
    source: 'First estimate: statements that fall sound sure',
    sourceRu: 'Предварительно: уверенно звучат утверждения, в конце которых голос опускается',
  },
  {
    metric: 'fading-phrases-share',
    max: 0.3,
    grade: 'C',
    source: 'First estimate: a phrase or two fade in any talk, a third of them is a habit',
    sourceRu: 'Предварительно: одна-две фразы затухают у всех, треть — уже привычка',
  },
  {
    metric: 'loudness-trend',
    min: -3,
    grade: 'C',
    source: 'First estimate: 3 dB is half the power',
    sourceRu: 'Предварительно: 3 дБ — это половина мощности',
  },
  {
    metric: 'pitch-trend',
    min: -2,
    grade: 'C',
    source: 'First estimate: a tired voice sinks by 2 semitones and more',
    sourceRu: 'Предварительно: уставший голос опускается на 2 полутона и больше',
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
