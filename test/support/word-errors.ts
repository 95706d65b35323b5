/** Word error rate: how many words must be changed, left out or put in to turn what was heard into what was said. */
import { languageOf } from '../../src/language/index.ts';

/** The errors in one text. */
export interface WordErrors {
  readonly errors: number;
  /** Words of the reference. */
  readonly words: number;
  /** `errors / words`; above 1 when more was put in than said. */
  readonly rate: number;
  /** Each error as `said → heard`, a dash for nothing. */
  readonly differences: readonly string[];
}

/** Compares two English texts word by word; case, punctuation, hesitation sounds and ways to write numbers aside. */
export function wordErrors(said: string, heard: string): WordErrors {
  const [reference, hypothesis] = [normalize(said), normalize(heard)];
  const differences = align(reference, hypothesis);
  return {
    errors: differences.length,
    words: reference.length,
    rate: differences.length / Math.max(1, reference.length),
    differences,
  };
}

/** The errors of several texts together. */
export function sumErrors(parts: readonly WordErrors[]): WordErrors {
  const errors = parts.reduce((sum, part) => sum + part.errors, 0);
  const words = parts.reduce((sum, part) => sum + part.words, 0);
  return {
    errors,
    words,
    rate: errors / Math.max(1, words),
    differences: parts.flatMap((part) => part.differences),
  };
}

/** The words of a text as they are said, in lower case: "$84,000" and "eighty-four thousand dollars" are the same. */
export function normalize(text: string): readonly string[] {
  const english = languageOf('en');
  const words = text
    // Marks of whoever wrote it down, such as [unclear].
    .replaceAll(/\[[^\]]*\]/g, ' ')
    .split(/\s+/)
    .flatMap((shown) => english?.spokenWords(shown) ?? [])
    .map((word) => word.toLowerCase());
  // "one hundred and thirty" is written 130, which is said with the "and" or without.
  return words.filter(
    (word, index) => !(word === 'and' && /^(?:hundred|thousand)$/.test(words[index - 1] ?? '')),
  );
}

/** The cheapest way from one list to the other (Levenshtein), as the steps that are errors. */
function align(reference: readonly string[], hypothesis: readonly string[]): readonly string[] {
  const width = hypothesis.length + 1;
  const costs = new Uint32Array((reference.length + 1) * width);
  const cost = (row: number, column: number): number => costs[row * width + column] ?? 0;
  for (let row = 0; row <= reference.length; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const differs = reference[row - 1] === hypothesis[column - 1] ? 0 : 1;
      costs[row * width + column] =
        row === 0 || column === 0
          ? row + column
          : Math.min(
              cost(row - 1, column - 1) + differs,
              cost(row - 1, column) + 1,
              cost(row, column - 1) + 1,
            );
    }
  }
  const differences: string[] = [];
  let row = reference.length;
  let column = hypothesis.length;
  while (row > 0 || column > 0) {
    const [said, heard] = [reference[row - 1], hypothesis[column - 1]];
    const here = cost(row, column);
    if (row > 0 && column > 0 && here === cost(row - 1, column - 1) + (said === heard ? 0 : 1)) {
      if (said !== heard) {
        differences.push(`${said} → ${heard}`);
      }
      row -= 1;
      column -= 1;
    } else if (row > 0 && here === cost(row - 1, column) + 1) {
      differences.push(`${said} → –`);
      row -= 1;
    } else {
      differences.push(`– → ${heard}`);
      column -= 1;
    }
  }
  return differences.toReversed();
}
