/** How numbers about wording cite their places, and how many words they need. */
import type { TimeRange } from '../../report/index.ts';

/** Variety, repetition and readability are not told of fewer words (McCarthy & Jarvis 2010 for MTLD). */
export const MIN_WORDING_WORDS = 100;

/** How many places a metric cites: the layer has them all. */
const MAX_CITED = 20;

/** The first places, by their times alone. */
export function citeWording(places: readonly TimeRange[]): readonly TimeRange[] {
  return places.slice(0, MAX_CITED).map(({ startSec, endSec }) => ({ startSec, endSec }));
}
