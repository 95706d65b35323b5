/** A stretch of a recording: the form that every piece of evidence has. */
import { z } from 'zod';

/** Seconds from the start of a recording, 0 or more. Written with at most three decimals. */
export const seconds = z.number().min(0).meta({ description: 'Seconds from the start of the recording.' });

/** A stretch of a recording; the end is never before the start. */
export const timeRange = z
  .object({ startSec: seconds, endSec: seconds })
  .readonly()
  .meta({ id: 'TimeRange', description: 'A stretch of the recording, in seconds from its start.' });

/** See {@link timeRange}. */
export type TimeRange = z.infer<typeof timeRange>;

/** The length of a range in seconds. */
export function rangeSec(range: TimeRange): number {
  return range.endSec - range.startSec;
}
