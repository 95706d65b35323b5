/** Fits text into the columns of a terminal. */

/** Latin, Greek, Cyrillic, common punctuation and raised figures take one column, with any marks on them. */
const NARROW = /^[\u0020-\u02ff\u0370-\u052f\u2010-\u205e\u2070-\u209f]\p{M}*$/u;

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

/** `text` with spaces behind it, so that it takes `columns`; a longer one stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + spaceFor(text, columns);
}

/** `text` with spaces before it, so that it takes `columns`; a longer one stays as it is. */
export function padStart(text: string, columns: number): string {
  return spaceFor(text, columns) + text;
}

/** `text` broken between words into lines of at most `columns`, a longer word excepted; the later ones are indented. */
export function wrapText(text: string, columns: number, indent: string): string {
  const [first = '', ...words] = text.split(/(?<=\S) /u);
  const lines: string[] = [];
  let line = first;
  for (const word of words) {
    if (textColumns(`${line} ${word}`) > columns) {
      lines.push(line);
      line = indent + word;
    } else {
      line += ` ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

function spaceFor(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - textColumns(text)));
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
