/**
 * Which letter of one text is which letter of another that says nearly the same: a transcript with its punctuation, and
 * the words that a server counts.
 */

/** The letters and digits of a text, in lower case: all that two writings of the same words share. */
export function lettersOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? []
  );
}

/** A word by its letters. */
type Word = readonly string[];

/**
 * Aligns the letters of words: equal words with each other, and what lies between those by their letters.
 *
 * @returns for each letter of `words` the index of the same one among all letters of `others`, or -1 when it has none;
 *   the indices grow
 */
export function alignLetters(words: readonly Word[], others: readonly Word[]): Int32Array {
  const letters = words.flat();
  const otherLetters = others.flat();
  const found = new Int32Array(letters.length).fill(-1);
  const sameWords = alignEqual(words.map(joined), others.map(joined));
  let from = 0;
  let otherFrom = 0;
  const pass = (to: number, otherTo: number): void => {
    const between = alignEqual(letters.slice(from, to), otherLetters.slice(otherFrom, otherTo));
    for (const [index, other] of between.entries()) {
      found[from + index] = other < 0 ? -1 : otherFrom + other;
    }
    from = to;
    otherFrom = otherTo;
  };
  const starts = startsOf(words);
  const otherStarts = startsOf(others);
  for (const [word, other] of sameWords.entries()) {
    const start = starts[word] ?? 0;
    const otherStart = otherStarts[other];
    if (otherStart !== undefined) {
      const length = words[word]?.length ?? 0;
      pass(start, otherStart);
      pass(start + length, otherStart + length);
    }
  }
  pass(letters.length, otherLetters.length);
  return found;
}

function joined(word: Word): string {
  return word.join('');
}

/** Where the letters of each word begin among all. */
function startsOf(words: readonly Word[]): readonly number[] {
  let next = 0;
  return words.map(({ length }) => {
    next += length;
    return next - length;
  });
}

/** Lists that differ over more than this product of items are not compared: it takes a byte each, and 10 ms. */
const MAX_COMPARED = 1_500_000;

/** A step through both lists; the items that are equal are on the diagonal. */
const DIAGONAL = 0;
const SKIP_ITEM = 1;
const SKIP_OTHER = 2;

/** Aligns items by the fewest changes (Levenshtein): for each the index of its equal in `others`, or -1. */
function alignEqual(items: readonly string[], others: readonly string[]): Int32Array {
  const shortest = Math.min(items.length, others.length);
  let head = 0;
  while (head < shortest && items[head] === others[head]) {
    head += 1;
  }
  let tail = 0;
  while (tail < shortest - head && items.at(-1 - tail) === others.at(-1 - tail)) {
    tail += 1;
  }
  const found = Int32Array.from(items, (_, index) => (index < head ? index : -1));
  for (let index = 1; index <= tail; index += 1) {
    found[items.length - index] = others.length - index;
  }
  const middle = items.slice(head, items.length - tail);
  const otherMiddle = others.slice(head, others.length - tail);
  if (middle.length * otherMiddle.length <= MAX_COMPARED) {
    for (const [index, other] of alignDifferent(middle, otherMiddle)) {
      found[head + index] = head + other;
    }
  }
  return found;
}

/** The pairs of equal items on the cheapest way through both. */
function alignDifferent(items: readonly string[], others: readonly string[]): readonly [number, number][] {
  const steps = stepsThrough(items, others);
  const pairs: [number, number][] = [];
  let index = items.length;
  let other = others.length;
  while (index > 0 && other > 0) {
    const step = steps[(index - 1) * others.length + other - 1];
    index -= step === SKIP_OTHER ? 0 : 1;
    other -= step === SKIP_ITEM ? 0 : 1;
    if (step === DIAGONAL && items[index] === others[other]) {
      pairs.push([index, other]);
    }
  }
  return pairs;
}

/** For each pair of items the last step of the cheapest way to it. */
function stepsThrough(items: readonly string[], others: readonly string[]): Uint8Array {
  const steps = new Uint8Array(items.length * others.length);
  let costs = Int32Array.from({ length: others.length + 1 }, (_, other) => other);
  for (const [index, item] of items.entries()) {
    const next = new Int32Array(others.length + 1);
    next[0] = index + 1;
    for (const [other, otherItem] of others.entries()) {
      const diagonal = (costs[other] ?? 0) + (item === otherItem ? 0 : 1);
      const skipItem = (costs[other + 1] ?? 0) + 1;
      const skipOther = (next[other] ?? 0) + 1;
      const least = Math.min(diagonal, skipItem, skipOther);
      next[other + 1] = least;
      steps[index * others.length + other] =
        least === diagonal ? DIAGONAL : least === skipItem ? SKIP_ITEM : SKIP_OTHER;
    }
    costs = next;
  }
  return steps;
}
