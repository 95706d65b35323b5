/** Names that others chose, made safe to print: a file name must not move the cursor or turn text around. */

/** Controls, marks of direction and line, and halves of letters, which have no UTF-8 form. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** `text` on one line, with everything that a terminal would obey written as an escape such as `\u001b`. */
export function toPrintable(text: string): string {
  return text.replaceAll(UNPRINTABLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** The longest part of a wrong value that is worth showing. */
const MAX_QUOTED_LENGTH = 60;

/** A value that was given, in quotes, shortened and printable. */
export function quoted(text: string): string {
  const shortened = text.length > MAX_QUOTED_LENGTH ? `${text.slice(0, MAX_QUOTED_LENGTH)}…` : text;
  return `"${toPrintable(shortened)}"`;
}
