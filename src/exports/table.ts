/** Rows of cells on a terminal: aligned where they fit, stacked where the terminal is narrow. */
import { displayWidth, wrapText } from './width.ts';

/** One cell: a cleaned line. */
export interface Cell {
  readonly text: string;
  /** Sets the text off; it must not change its width. */
  readonly style?: (text: string) => string;
  readonly align?: 'start' | 'end';
}

type Row = readonly Cell[];

const GAP = '  ';
const INDENT = '  ';
/** Narrower columns than these are not worth wrapping into. */
const MIN_FIRST_COLUMNS = 14;
const MIN_LAST_COLUMNS = 18;

/**
 * The rows as indented lines of at most `columns`. Columns are as wide as their widest cell; where that is too much,
 * the last one wraps, then the first one too.
 */
export function layoutTable(rows: readonly Row[], columns: number): readonly string[] {
  const widest: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) {
      widest[index] = Math.max(widest[index] ?? 0, displayWidth(cell.text));
    }
  }
  const [first = 0, ...others] = widest;
  const last = others.pop() ?? 0;
  const fixed = INDENT.length + others.reduce((sum, width) => sum + width + GAP.length, GAP.length);
  const firstColumns = Math.min(first, columns - fixed - Math.min(last, MIN_LAST_COLUMNS));
  if (firstColumns < Math.min(first, MIN_FIRST_COLUMNS)) {
    return rows.flatMap((row) => stackedRow(row, columns));
  }
  const widths = [firstColumns, ...others, columns - fixed - firstColumns];
  return rows.flatMap((row) => alignedRow(row, widths));
}

function alignedRow(row: Row, widths: readonly number[]): readonly string[] {
  const cells = row.map(({ text }, index) => wrapText(text, widths[index] ?? displayWidth(text)));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const texts = row.map((cell, column) => pad(cells[column]?.[line] ?? '', widths[column] ?? 0, cell));
    return INDENT + texts.join(GAP).trimEnd();
  });
}

function pad(text: string, width: number, { style = plain, align = 'start' }: Cell): string {
  const blank = ' '.repeat(width - displayWidth(text));
  return align === 'end' ? blank + style(text) : style(text) + blank;
}

function stackedRow(row: Row, columns: number): readonly string[] {
  return row.flatMap(({ text, style = plain }, index) => {
    const indent = index === 0 ? INDENT : INDENT + INDENT;
    return text === '' ? [] : wrapText(text, columns - indent.length).map((line) => indent + style(line));
  });
}

function plain(text: string): string {
  return text;
}
