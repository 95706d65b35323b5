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

/** How two texts are compared. */
export interface ComparingOptions {
  /** The language of both, a two-letter code. Default `en`. */
  readonly language?: string;
  /**
   * `spelled`: numbers and signs as they are said, so that 5 and "five" are the same, and hesitation sounds are no
   * words; `as-written`: letter by letter. Default `spelled`. Case, punctuation, and ё for е never count.
   */
  readonly numbers?: 'spelled' | 'as-written';
}

/** Digits without a mark between them: one number, or a row of digits such as an extension. */
const LONG_NUMBER = /(?<![\d.,:])\d{4,}(?![\d.,:]*\d|%)/g;

/**
 * Compares two texts word by word. Nothing tells how a long number was said, as one or digit by digit: the way that
 * fits the other text better counts.
 */
export function wordErrors(said: string, heard: string, options: ComparingOptions = {}): WordErrors {
  let best = compare(said, heard, options);
  if (options.numbers === 'as-written') {
    return best;
  }
  let texts = { said, heard };
  for (const side of ['said', 'heard'] as const) {
    for (const { index, 0: number } of [...texts[side].matchAll(LONG_NUMBER)].toReversed()) {
      const digits = number.replaceAll(/\B/g, ' ');
      const text = texts[side].slice(0, index) + digits + texts[side].slice(index + number.length);
      const tried = side === 'said' ? { said: text, heard: texts.heard } : { said: texts.said, heard: text };
      const other = compare(tried.said, tried.heard, options);
      if (other.errors < best.errors) {
        best = other;
        texts = tried;
      }
    }
  }
  return best;
}

function compare(said: string, heard: string, options: ComparingOptions): WordErrors {
  const [reference, hypothesis] = [normalize(said, options), normalize(heard, options)];
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

/** The words of a text, in lower case; as they are said unless told otherwise: "$84,000" has four. */
export function normalize(
  text: string,
  { language = 'en', numbers = 'spelled' }: ComparingOptions = {},
): readonly string[] {
  const known = languageOf(language);
  if (known === undefined) {
    throw new TypeError(`the words of the language ${language} cannot be compared`);
  }
  const words = text
    // Marks of whoever wrote it down, such as [unclear].
    .replaceAll(/\[[^\]]*\]/g, ' ')
    .split(/\s+/)
    .flatMap((shown) => (numbers === 'spelled' ? known.spokenWords(shown) : writtenWords(shown)))
    // Whether a hyphen joins two words cannot be heard.
    .flatMap((word) => word.toLowerCase().replaceAll('ё', 'е').split('-'));
  // "one hundred and thirty" is written 130, which is said with the "and" or without.
  return words.filter(
    (word, index) => !(word === 'and' && /^(?:hundred|thousand)$/.test(words[index - 1] ?? '')),
  );
}

/** What is left of a shown word without its punctuation; two words when a hyphen joins them. */
function writtenWords(shown: string): readonly string[] {
  return shown.replaceAll(/[’‘`]/g, "'").match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? [];
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
