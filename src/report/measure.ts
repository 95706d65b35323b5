/** A measure: a number with its unit, how sure it is, where it comes from, and what it is judged against. */
import { z } from 'zod';
import type { Absent } from './reason.ts';
import { absent, reasonCode } from './reason.ts';
import { timeRange } from './time-range.ts';

/** The units that measures come in. */
export const unit = z
  .enum([
    's',
    'ratio',
    'count',
    'words/min',
    'syllables/min',
    'syllables/s',
    'words',
    'syllables',
    'per-min',
    'per-100-words',
    'points',
    'st',
    'dB',
    'Hz',
  ])
  .meta({ id: 'Unit' });

/** See {@link unit}. */
export type Unit = z.infer<typeof unit>;

/** How sure a number is. */
export const confidence = z.enum(['high', 'medium', 'low']).meta({ id: 'Confidence' });

/** See {@link confidence}. */
export type Confidence = z.infer<typeof confidence>;

/**
 * The band a number is judged against, both ends inclusive; an absent end is open. `grade` says how well founded
 * the band is: A from controlled studies, B from practice of several products or corpora, C a first estimate; `own`
 * when the owner set it.
 */
export const band = z
  .object({
    min: z.number().optional(),
    max: z.number().optional(),
    verdict: z.enum(['below', 'inside', 'above']),
    grade: z.enum(['A', 'B', 'C', 'own']),
    source: z.string().meta({ description: 'Where the band comes from.' }),
  })
  .readonly()
  .meta({ id: 'Band' });

/** See {@link band}. */
export type Band = z.infer<typeof band>;

/** A number that was measured. */
export const measured = z
  .object({
    value: z.number(),
    unit,
    confidence,
    reason: reasonCode.optional().meta({ description: 'Why the confidence is not high.' }),
    interval80: z
      .tuple([z.number(), z.number()])
      .readonly()
      .optional()
      .meta({ description: 'The range that holds the true value in four cases of five.' }),
    evidence: z.array(timeRange).readonly(),
    band: band.optional(),
  })
  .readonly()
  .meta({ id: 'Measured' });

/** See {@link measured}. */
export type Measured = z.infer<typeof measured>;

/** A number that was measured, or the reason why it was not. */
export const measure = z.union([measured, absent]).meta({ id: 'Measure' });

/** See {@link measure}. */
export type Measure = z.infer<typeof measure>;

/** Whether a measure, or any part of a report, is there. */
export function isPresent<T extends object>(part: T): part is Exclude<T, Absent> {
  return !('absent' in part);
}
