/** How many columns a text takes on a terminal or a subtitle line, and how it is fitted into them. */

/** Letters that take one column each and never combine: Latin, Greek, Cyrillic and common punctuation. */
const SIMPLE =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0370-\u0377\u0384-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2190-\u21FF]*$/u;
/** Emoji, and the scripts whose letters take two columns. */
const WIDE =
  /\p{Emoji_Presentation}|\uFE0F|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const ONLY_MARKS = /^[\p{M}\p{Cf}]*$/u;

/** The columns that `text` takes. A wide letter or an emoji takes two, a combining mark none. */
export function displayWidth(text: string): number {
  if (SIMPLE.test(text)) {
    return text.length;
  }
  let columns = 0;
  for (const grapheme of graphemes(text)) {
    columns += graphemeWidth(grapheme);
  }
  return columns;
}

/**
 * `text` in lines of at most `columns`, broken at spaces (not at no-break ones); a longer word is cut. At least one
 * line, which is empty for an empty text.
 */
export function wrapText(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of text.split(' ').flatMap((word) => cutWord(word, columns))) {
    const width = displayWidth(piece);
    if (line !== '' && used + 1 + width <= columns) {
      line += ` ${piece}`;
      used += 1 + width;
    } else {
      if (line !== '') {
        lines.push(line);
      }
      line = piece;
      used = width;
    }
  }
  return [...lines, line];
}

/** `word` in pieces of at most `columns`, never inside a letter with its marks. A word that fits is one piece. */
export function cutWord(word: string, columns: number): readonly string[] {
  if (displayWidth(word) <= columns) {
    return [word];
  }
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const grapheme of graphemes(word)) {
    const width = graphemeWidth(grapheme);
    if (used + width > columns && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += grapheme;
    used += width;
  }
  return [...pieces, piece];
}

function graphemeWidth(grapheme: string): number {
  if (ONLY_MARKS.test(grapheme)) {
    return 0;
  }
  return WIDE.test(grapheme) ? 2 : 1;
}

function* graphemes(text: string): Generator<string> {
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    yield segment;
  }
}
