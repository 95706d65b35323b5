/** Advice: a code with parameters and evidence; `exports/` puts it into words. */
import { z } from 'zod';
import { timeRange } from './time-range.ts';

/** Every advice code. A code once released keeps its meaning. */
export const ADVICE_CODES = [
  /**
   * Speech rate above the band. Params: `syllablesPerSec`, `maxSyllablesPerSec`; in words of this talk `wordsPerMinute`,
   * `max`.
   */
  'slow-down',
  /** Speech rate below the band. Params: `syllablesPerSec`, `minSyllablesPerSec`, `wordsPerMinute`, `min`. */
  'speed-up',
  /** The last third is faster than the first. Params: `percent` by which. */
  'cut-not-rush',
  /** The opening is faster than the rest. Params: `percent` by which, `openingSec`. */
  'open-slower',
  /** Many filler words. Params: `perMinute`, `per100Words`, `top` (the most frequent), `topCount`. */
  'drop-fillers',
  /** Long silences. Params: `count`, `longestSec`. */
  'shorten-pauses',
  /** Hardly a pause. Params: `perMinute`. */
  'pause-more',
  /** Many pauses inside clauses. Params: `perMinute`, `percent` of the pauses, `longCount` of those that are long. */
  'plan-phrases',
  /** Longer than the plan allows. Params: `talkSec`, `maxSec`, `overSec`. */
  'over-time',
  /** Shorter than the plan asks for. Params: `talkSec`, `minSec`, `leftSec`. */
  'under-time',
  /** Long phrases. Params: `count`, `words` of the longest. */
  'split-phrases',
] as const;

const adviceCode = z.enum(ADVICE_CODES).meta({ id: 'AdviceCode' });

/** See {@link ADVICE_CODES}. */
export type AdviceCode = z.infer<typeof adviceCode>;

/** One thing to change, with the places to look at. */
export const advice = z
  .object({
    code: adviceCode,
    params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
    metric: z.string().meta({ description: 'The metric that it follows from.' }),
    evidence: z.array(timeRange).readonly(),
  })
  .readonly()
  .meta({ id: 'Advice' });

/** See {@link advice}. */
export type Advice = z.infer<typeof advice>;
