/** Makes text from a recording safe to print: one line, no control characters, nothing that moves a cursor. */

const ESC = String.fromCharCode(0x1b);
const CSI = String.fromCharCode(0x9b);
const BEL = String.fromCharCode(0x07);

/**
 * Terminal sequences as a whole (ECMA-48), so that no "[31m" stays behind: colours and cursor moves; window titles
 * and links up to their end; two-character commands. No part may run past the next ESC, which keeps it linear.
 */
const TERMINAL_SEQUENCES = new RegExp(
  [
    `(?:${ESC}\\[|${CSI})[0-?]*[ -/]*[@-~]`,
    `${ESC}[\\]PX^_][^${BEL}${ESC}]*(?:${BEL}|${ESC}\\\\)?`,
    `${ESC}[ -/]*[0-~]`,
  ].join('|'),
  'gu',
);

/** Marks that turn the direction of text around: they can make a file name read as another. */
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A surrogate without its other half: it has no UTF-8 form. */
const LONE_SURROGATES = /\p{Cs}/gu;

/** No-break spaces are kept: they hold a number and its unit together. */
const BLANKS_AND_CONTROLS = /(?:[^\S\u00A0]|\p{Cc})+/gu;

/** `text` as one printable line: white space runs become one space, terminal sequences and controls go. */
export function cleanText(text: string): string {
  return text
    .replaceAll(TERMINAL_SEQUENCES, '')
    .replaceAll(DIRECTION_MARKS, '')
    .replaceAll(LONE_SURROGATES, '\uFFFD')
    .replaceAll(BLANKS_AND_CONTROLS, ' ')
    .trim();
}
