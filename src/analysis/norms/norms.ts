/** The norms that come with this product: the bands of `bands.json`, held to their schema when they are read. */
import { z } from 'zod';
import { band, scenario } from '../../report/index.ts';
import file from './bands.json' with { type: 'json' };

/** One row of the file; see the README beside it. */
const bandRow = z
  .strictObject({
    metric: z.string().min(1),
    language: z.enum(['en', 'ru']).optional(),
    scenario: scenario.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    grade: band.unwrap().shape.grade,
    source: z.strictObject({ en: z.string().min(1), ru: z.string().regex(/[а-яё]/i) }),
  })
  .refine(({ min = -Infinity, max = Infinity }) => min <= max, { message: '"min" is above "max"' })
  .transform(({ source, ...row }) => ({ ...row, source: source.en, sourceRu: source.ru }))
  .readonly();

const normsFile = z
  .strictObject({ version: z.number().int().min(1), bands: z.array(bandRow).readonly() })
  .readonly();

/** A band with what it is for; without a language or scenario it is for all of them. */
export type NormRow = z.infer<typeof bandRow>;

const norms = normsFile.parse(file);

/** The version of the norms: it grows with every change of the file, and stands in every report. */
export const NORMS_VERSION: number = norms.version;

/**
 * Every band, in the order of the file. One aspect of speaking has one band: where two metrics show the same aspect
 * (pace in words and in syllables, fillers a minute and per hundred words, share of pauses and of sound), only one is
 * judged, so that no two verdicts disagree. The pace is judged in syllables, as words are of another length in each
 * language; pauses inside clauses both by how often they come and by their share, as few of them may still be most.
 */
export const NORMS: readonly NormRow[] = Object.freeze(norms.bands);
