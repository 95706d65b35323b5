/** The three ways in which a terminal text is set off: bold, dim, yellow. */

/** Sets a cleaned text off. Measure it before: the codes take no columns but count as characters. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly yellow: (text: string) => string;
}

/** The codes of ECMA-48 when `color` is on; otherwise texts come back as they are. */
export function createStyle(color: boolean): Style {
  const wrap = (on: number, off: number) => (text: string) =>
    color && text !== '' ? `\u001B[${on}m${text}\u001B[${off}m` : text;
  return { bold: wrap(1, 22), dim: wrap(2, 22), yellow: wrap(33, 39) };
}
