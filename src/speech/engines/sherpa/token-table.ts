/** The vocabulary file of a model, `tokens.txt`: a line for each token, its text and its number. */

/** See {@link parseTokenTable}. */
export interface TokenTable {
  /** By number, from 0 on without a gap, with `▁` for a leading blank. */
  readonly tokens: readonly string[];
  /** The number of the token that stands for "nothing new", undefined when there is none. */
  readonly blank: number | undefined;
}

/** What is wrong with a vocabulary, and in which line, from 1. */
export interface TokenTableProblem {
  readonly line: number;
}

/** The names that the blank goes by; the first that is there counts. */
const BLANKS = ['<blk>', '<eps>', '<blank>'];

/**
 * Reads a vocabulary as strictly as the native code does, which ends the process at a line that it does not understand.
 *
 * @param text the whole file
 */
export function parseTokenTable(text: string): TokenTable | TokenTableProblem {
  const lines = text.split('\n');
  if (lines.at(-1)?.trim() === '') {
    lines.pop();
  }
  const byNumber = new Map<number, string>();
  for (const [index, line] of lines.entries()) {
    // A number alone belongs to the blank itself.
    const [, token = '', number] = /^(?:(.*?)[ \t]+)?(\d+)\s*$/u.exec(line) ?? [];
    if (number === undefined || byNumber.has(Number(number)) || Number(number) >= lines.length) {
      return { line: index + 1 };
    }
    byNumber.set(Number(number), token.trim() === '' ? ' ' : token.trim());
  }
  if (byNumber.size === 0) {
    return { line: 1 };
  }
  // As many different numbers as lines, none past their count: no gap.
  const tokens = [...byNumber].toSorted(([one], [other]) => one - other).map(([, token]) => token);
  const blank = BLANKS.map((name) => tokens.indexOf(name)).find((number) => number >= 0);
  return Object.freeze({ tokens, blank });
}

/** Whether the tokens hold the marks that end sentences and clauses. */
export function isPunctuated({ tokens }: TokenTable): boolean {
  return ['.', ','].every((mark) => tokens.includes(mark) || tokens.includes(`▁${mark}`));
}

/** Whether there are letters, and none of them is small: what such a model shows in capitals means nothing by them. */
export function isCapitalsOnly({ tokens }: TokenTable): boolean {
  const words = tokens.filter((token) => !/^<.*>$/.test(token));
  return words.some((token) => /\p{Lu}/u.test(token)) && !words.some((token) => /\p{Ll}/u.test(token));
}
