/** A curve: how a number goes over the talk, as values at even steps. */
import { z } from 'zod';
import { unit } from './measure.ts';
import { seconds } from './time-range.ts';

/** More points than these no screen shows; a longer talk gets wider steps. */
export const MAX_CURVE_POINTS = 2000;

/** A number over time. Value `i` holds for the window around `startSec + i * stepSec`. */
export const curve = z
  .object({
    unit,
    startSec: seconds.meta({ description: 'The middle of the first window.' }),
    stepSec: z.number().positive().meta({ description: 'From one value to the next.' }),
    windowSec: z.number().positive().meta({ description: 'Length of the window behind each value.' }),
    values: z
      .array(z.number().nullable())
      .max(MAX_CURVE_POINTS)
      .readonly()
      .meta({ description: 'null where the window holds too little speech.' }),
  })
  .readonly()
  .meta({ id: 'Curve' });

/** See {@link curve}. */
export type Curve = z.infer<typeof curve>;
