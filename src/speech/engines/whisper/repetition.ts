/** Text that a model says again: how a cut window, or sound without words, leads it astray. */

/** The longest loop that is looked for, in tokens. */
const MAX_LOOP = 16;
const MIN_ROUNDS = 4;
const MIN_LOOP_TOKENS = 12;

/**
 * How many tokens are left when the loop at their end, if there is one, keeps one round: a loop is up to 16 tokens,
 * at least 4 times in a row, and 12 tokens in all.
 */
export function lengthWithoutLoop(tokens: readonly number[]): number {
  for (let round = 1; round <= MAX_LOOP; round += 1) {
    let start = tokens.length - round;
    while (start > 0 && tokens[start - 1] === tokens[start - 1 + round]) {
      start -= 1;
    }
    const looped = tokens.length - start;
    if (looped >= Math.max(MIN_LOOP_TOKENS, MIN_ROUNDS * round)) {
      return start + round;
    }
  }
  return tokens.length;
}

/** The shortest run of words that nobody says twice without meaning to. */
const MIN_REPEATED = 3;
/** The same at the two ends of a text, between which there may be others. */
const MIN_RETURNING = 4;

/** Whether three words or more are said twice in a row, or the end says the beginning again. */
export function saysTwice(words: readonly string[]): boolean {
  const said = words.map(plain).filter((word) => word !== '');
  const isSame = (one: number, other: number, count: number): boolean =>
    said.slice(one, one + count).every((word, index) => word === said[other + index]);
  for (let count = MIN_REPEATED; 2 * count <= said.length; count += 1) {
    for (let start = 0; start + 2 * count <= said.length; start += 1) {
      if (isSame(start, start + count, count)) {
        return true;
      }
    }
  }
  for (let count = MIN_RETURNING; count < said.length; count += 1) {
    if (isSame(0, said.length - count, count)) {
      return true;
    }
  }
  return false;
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
