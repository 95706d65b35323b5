/** Norms of an owner's own: bands that stand in place of those that come with this product. */
import { z } from 'zod';
import { scenario } from './scenario.ts';

const limit = z.number().describe('In the unit of the metric; a share as a part of 1.');

/** One band of an owner's own. */
const ownBand = z
  .object({
    metric: z.string().min(1).meta({ description: 'The id of the metric registry.' }),
    language: z.string().min(2).optional().meta({ description: 'Two-letter code; left out: all languages.' }),
    scenario: scenario.optional().meta({ description: 'Left out: all scenarios.' }),
    min: limit.optional(),
    max: limit.optional(),
    source: z.string().max(500).optional().meta({ description: 'Where it comes from, for the report.' }),
  })
  .strict()
  .refine(({ min, max }) => min !== undefined || max !== undefined, {
    message: 'needs "min", "max" or both',
  })
  .refine(({ min = -Infinity, max = Infinity }) => min <= max, { message: '"min" is above "max"' })
  .readonly();

/** At most so many bands in a file of an owner's own. */
const MAX_OWN_BANDS = 500;

/**
 * A norms file of an owner's own. Each of its bands stands in place of those of this product for that metric, language
 * and scenario; what it does not name is judged as before.
 */
export const normsOverride = z
  .object({
    version: z.number().int().min(1).default(1).meta({ description: "The owner's own count of changes." }),
    bands: z.array(ownBand).max(MAX_OWN_BANDS).readonly(),
  })
  .strict()
  .readonly()
  .meta({ id: 'NormsOverride' });

/** See {@link normsOverride}. */
export type NormsOverride = z.infer<typeof normsOverride>;
