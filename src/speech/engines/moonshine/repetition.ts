/** What a model says again and again: it is ever surer of that, which says nothing about what it hears. */

/** The tokens without those that follow the same token as one before them did. */
export function withoutRepetition<Token extends { readonly token: number }>(
  decoded: readonly Token[],
): readonly Token[] {
  const pairs = new Set<string>();
  return decoded.filter(({ token }, index) => {
    const pair = `${decoded[index - 1]?.token} ${token}`;
    const isNew = !pairs.has(pair);
    pairs.add(pair);
    return isNew;
  });
}
