/** Finds listed phrases among the spoken words: the longest first, none across the end of a clause. */
import type { Lemmas } from '../../language/index.ts';
import { plain } from '../../language/index.ts';
import type { Token } from '../lemma-layer.ts';

/** A listed phrase with the words around which it has its ordinary sense; `#` is a number. */
export interface Listed {
  readonly text: string;
  readonly notBefore?: readonly string[] | undefined;
  readonly notAfter?: readonly string[] | undefined;
}

/** A phrase that was found, by the tokens that it covers, `last` inclusive. */
export interface Found<T extends Listed> {
  readonly item: T;
  readonly first: number;
  readonly last: number;
}

/** What the finder needs to know of a talk. */
export interface FinderTalk {
  readonly tokens: readonly Token[];
  /** Whether a clause ends with the token. */
  readonly endsClause: (token: number) => boolean;
}

/** In time linear in the words, as no listed phrase is long. With `lemmas`, any form of the phrase is found. */
export function findListed<T extends Listed>(
  { tokens, endsClause }: FinderTalk,
  items: readonly T[],
  lemmas?: Lemmas,
): readonly Found<T>[] {
  const byFirst = Map.groupBy(
    items.map((item) => ({
      item,
      keys: plain(item.text)
        .split(/\s+/)
        .map((word) => lemmas?.lemma(word) ?? word),
    })),
    ({ keys }) => keys[0] ?? '',
  );
  for (const listed of byFirst.values()) {
    listed.sort((a, b) => b.keys.length - a.keys.length);
  }
  const keyOf = ({ word, lemma }: Token): string => (lemmas === undefined ? word : lemma);
  const found: Found<T>[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const match =
      token === undefined
        ? undefined
        : byFirst.get(keyOf(token))?.find(({ item, keys }) => {
            const last = at + keys.length - 1;
            return (
              keys.every((key, offset) => {
                const here = tokens[at + offset];
                return (
                  here !== undefined && keyOf(here) === key && (offset === 0 || !endsClause(at + offset - 1))
                );
              }) &&
              !(
                item.notAfter !== undefined &&
                at > 0 &&
                !endsClause(at - 1) &&
                isOneOf(tokens[at - 1], item.notAfter)
              ) &&
              !(
                item.notBefore !== undefined &&
                !endsClause(last) &&
                isOneOf(tokens[last + 1], item.notBefore)
              )
            );
          });
    if (match !== undefined) {
      const last = at + match.keys.length - 1;
      found.push({ item: match.item, first: at, last });
      at = last;
    }
  }
  return found;
}

function isOneOf(token: Token | undefined, words: readonly string[]): boolean {
  return (
    token !== undefined &&
    (words.includes(token.word) || (token.partOfSpeech === 'numeral' && words.includes('#')))
  );
}
