/** Lists of filler words: phrases with their function, the rule that tells them from ordinary words, and what is shorter. */
import { z } from 'zod';
import type { FillerKind } from '../report/index.ts';
import { FILLER_KINDS } from '../report/index.ts';
import type { FillerRule } from './filler-rule.ts';
import { listedPhrase, readWordList } from './word-list.ts';

/** A listed filler, ready for the finder. */
export interface ListedFiller {
  readonly text: string;
  readonly kind: FillerKind;
  readonly judge: FillerRule;
  /** What says the same in fewer words; empty where a silence does. */
  readonly shorter: readonly string[];
}

/** One item of a list file; `rule` is the name of a rule of the language. */
const fillerItem = z
  .strictObject({
    text: listedPhrase,
    kind: z.enum(FILLER_KINDS).exclude(['own']),
    rule: z.string(),
    shorter: z.array(listedPhrase).readonly().default([]),
  })
  .readonly();

/**
 * Reads a list and ties each item to its rule.
 *
 * @param file the imported JSON
 * @param rules by the names that items call them
 * @throws a ZodError when the file is not as the schema says or names a rule that there is not
 */
export function readFillerList(
  file: unknown,
  rules: Readonly<Record<string, FillerRule>>,
): readonly ListedFiller[] {
  const known = new Map(Object.entries(rules));
  const item = fillerItem.transform(({ text, kind, rule, shorter }, context): ListedFiller => {
    const judge = known.get(rule);
    if (judge === undefined) {
      context.addIssue({ code: 'custom', message: `has no rule ${rule}`, path: ['rule'] });
      return z.NEVER;
    }
    return { text, kind, judge, shorter };
  });
  return readWordList(file, item).items;
}

/** Looks up what is shorter than a listed filler; see `Language.shorterThan`. */
export function shorterThan(items: readonly ListedFiller[]): (filler: string) => readonly string[] {
  const byText = new Map(items.map(({ text, shorter }) => [text, shorter]));
  return (text) => byText.get(text) ?? [];
}
