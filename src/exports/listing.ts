/** A listing: a sentence that leads over to rows of a table, in words but not yet in a format. */

/** How much is said: `short` for a first look at a terminal, `full` for a document. */
export type Extent = 'short' | 'full';

/** One cell: a cleaned line, or clock times of which a narrow format may show only the first. */
export type ListingCell =
  | {
      readonly text: string;
      /** `faint` for what only says where, `strong` for what counts. Default: plain. */
      readonly tone?: 'faint' | 'strong';
      readonly align?: 'start' | 'end';
    }
  | { readonly places: readonly string[] };

/** Some items of a report. */
export interface Listing {
  /** A sentence or two; empty when the rows need none. */
  readonly lead: string;
  /** The title of each column. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly ListingCell[])[];
}

/** The first items that a report of this extent shows. */
export function firstOf<T>(items: readonly T[], extent: Extent, shortCount: number): readonly T[] {
  return extent === 'short' ? items.slice(0, shortCount) : items;
}
