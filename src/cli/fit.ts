/** Fits text into the columns of a terminal. */

/** Latin, Greek, Cyrillic and common punctuation take one column, with any marks on them. */
const NARROW = /^[\u0020-\u02ff\u0370-\u052f\u2010-\u205e]\p{M}*$/u;

/**
 * The columns that `text` takes at most: a letter outside the common alphabets counts as two, which may be one too
 * many. A progress line that is too short does no harm; one that wraps cannot be drawn over.
 */
export function textColumns(text: string): number {
  return lettersOf(text).reduce((sum, letter) => sum + letterColumns(letter), 0);
}

/** `text` cut to at most `columns`, with `…` at its end when something was cut. */
export function fitText(text: string, columns: number): string {
  if (textColumns(text) <= columns) {
    return text;
  }
  let fitted = '';
  let left = columns - 1;
  for (const letter of lettersOf(text)) {
    left -= letterColumns(letter);
    if (left < 0) {
      break;
    }
    fitted += letter;
  }
  return columns < 1 ? '' : `${fitted}…`;
}

function lettersOf(text: string): readonly string[] {
  return Array.from(
    new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text),
    ({ segment }) => segment,
  );
}

function letterColumns(letter: string): number {
  return NARROW.test(letter) ? 1 : 2;
}
