/** Lexical variety as MTLD (McCarthy & Jarvis 2010): how many words pass before too many of them repeat. */

/** The type-token ratio at which a run of words is used up. */
const FACTOR_SIZE = 0.72;

/** Mean of the runs forwards and backwards; undefined where not even part of a run is used up. Linear in the words. */
export function mtld(lemmas: readonly string[]): number | undefined {
  const forward = oneWay(lemmas);
  const backward = oneWay(lemmas.toReversed());
  return forward === undefined || backward === undefined ? undefined : (forward + backward) / 2;
}

function oneWay(lemmas: readonly string[]): number | undefined {
  let types = new Set<string>();
  let tokens = 0;
  let factors = 0;
  for (const lemma of lemmas) {
    types.add(lemma);
    tokens += 1;
    if (types.size / tokens <= FACTOR_SIZE) {
      factors += 1;
      types = new Set();
      tokens = 0;
    }
  }
  // The run at the end counts by how much of it is used up.
  factors += tokens === 0 ? 0 : (1 - types.size / tokens) / (1 - FACTOR_SIZE);
  return factors > 0 ? lemmas.length / factors : undefined;
}
