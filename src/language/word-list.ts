/** Word lists: JSON files that contributors edit, each with its version and its source, held to the schema of its kind. */
import { z } from 'zod';

/**
 * The version of all lists together, which every report holds: it grows with every change of an item, as the same talk
 * may then give other numbers. A test knows the lists of this version by their hash.
 */
export const WORD_LISTS_VERSION = 1;

/** What every list says of itself. */
const LIST_HEAD = {
  version: z.number().int().min(1).meta({ description: 'Grows with every change of the items.' }),
  source: z.string().min(1).meta({ description: 'Where the items come from, for whoever doubts one.' }),
};

/** A list: its version, its source, its items in the order of the file. */
export interface WordList<T> {
  readonly version: number;
  readonly source: string;
  readonly items: readonly T[];
}

/** The schema of a list file: `{ "version": 1, "source": "…", "items": [...] }`, and nothing else. */
export function wordListSchema<T>(item: z.ZodType<T>): z.ZodType<WordList<T>> {
  return z.strictObject({ ...LIST_HEAD, items: z.array(item).min(1).readonly() }).readonly();
}

/**
 * Reads a list file that was imported as JSON.
 *
 * @param file the JSON, not yet trusted: contributors edit it by hand
 * @param item the schema of one item; a string in lower case, unless it says otherwise
 * @throws a ZodError that names the item, when the file is not as its schema says; a test reads every list
 */
export function readWordList<T>(file: unknown, item: z.ZodType<T>): WordList<T> {
  return Object.freeze(wordListSchema(item).parse(file));
}

/** An item that is only a word or a phrase: in lower case unless it needs capitals, without blanks around it. */
export const listedPhrase = z.string().regex(/^\S(?:.*\S)?$/u, 'has blanks around it, or is empty');
