/** How likely each language is, by the model's first answer. */

/** Less than this is left out: it is no language that anybody speaks here. */
const MIN_PROBABILITY = 0.001;

/** Codes that Whisper has in its own way. */
const STANDARD_CODES: Readonly<Record<string, string>> = { jw: 'jv' };

/** A model's language as everybody else names it: ISO 639-1, or 639-3 where that has none. */
export function standardCode(code: string): string {
  return STANDARD_CODES[code] ?? code;
}

/**
 * Probabilities of the languages by their codes, the likeliest first; together 1 but for what is left out.
 *
 * @param logits the model's answer to its start mark, one number a token
 * @param languages the marks of the languages by their codes
 */
export function languageProbabilities(
  logits: Float32Array,
  languages: ReadonlyMap<string, number>,
): Readonly<Record<string, number>> {
  const scores = [...languages].map(([code, mark]) => ({ code, logit: logits[mark] ?? -Infinity }));
  const top = Math.max(...scores.map(({ logit }) => logit));
  const weights = scores.map(({ code, logit }) => ({ code, weight: Math.exp(logit - top) }));
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  return Object.fromEntries(
    weights
      .map(({ code, weight }) => ({ code, probability: weight / sum }))
      .filter(({ probability }) => probability >= MIN_PROBABILITY)
      .toSorted((one, other) => other.probability - one.probability)
      .map(({ code, probability }) => [code, probability]),
  );
}

/** The likeliest of some languages. */
export function likeliest(
  logits: Float32Array,
  languages: ReadonlyMap<string, number>,
  among: readonly string[],
): string | undefined {
  const logit = (code: string): number => logits[languages.get(code) ?? -1] ?? -Infinity;
  return among.toSorted((one, other) => logit(other) - logit(one))[0];
}
