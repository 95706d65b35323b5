/** Lines of a terminal that are drawn over in place, below what stays. */
import { toPrintable } from '../errors/index.ts';
import { fitText, textColumns } from './fit.ts';
import type { OutputStream } from './io.ts';
import { terminalColumns } from './io.ts';

/** One line: what it is about, and how it stands. */
export interface LiveLine {
  readonly name: string;
  readonly facts: string;
}

/** What the lines are made from. */
export interface LiveLinesOptions {
  readonly stream: Pick<OutputStream, 'write' | 'columns'>;
  /** The lines as they are now; asked for five times a second as long as there are any. */
  readonly lines: () => readonly LiveLine[];
}

/** See {@link createLiveLines}. */
export interface LiveLines {
  /** Draws at once; `above` stays, its newline included. To be called whenever a line comes or goes. */
  readonly draw: (above?: string) => void;
  /** Takes the lines away while `write` writes to the same terminal, and draws them again. */
  readonly aside: <T>(write: () => Promise<T>) => Promise<T>;
}

/** Often enough for the clock, seldom enough for a slow connection. */
const REDRAW_MS = 200;
/** A name may be shortened down to this before the rest of the line is. */
const MIN_NAME_COLUMNS = 10;

const CLEAR_BELOW = '\u001b[J';
const CLEAR_LINE_END = '\u001b[K';

/** Creates the lines. They stop being drawn when there are none. */
export function createLiveLines({ stream, lines }: LiveLinesOptions): LiveLines {
  let drawnLines = 0;
  let hidden = 0;
  let timer: NodeJS.Timeout | undefined;

  function draw(above = ''): void {
    const current = lines();
    tick(current.length > 0);
    const shown = fitLines(hidden > 0 ? [] : current, terminalColumns(stream)).map(
      (line) => `${line}${CLEAR_LINE_END}\n`,
    );
    const home = drawnLines > 0 ? `\u001b[${drawnLines}A\r` : '';
    if (home !== '' || above !== '' || shown.length > 0) {
      // One write a frame, so that a half-drawn one is never seen. What stays is cleared for, what moves is drawn over.
      stream.write(home + (above === '' ? '' : CLEAR_BELOW + above) + shown.join('') + CLEAR_BELOW);
    }
    drawnLines = shown.length;
  }

  function tick(isLive: boolean): void {
    if (isLive && timer === undefined) {
      timer = setInterval(draw, REDRAW_MS);
      timer.unref();
    } else if (!isLive) {
      clearInterval(timer);
      timer = undefined;
    }
  }

  return {
    draw,
    aside: async (write) => {
      hidden += 1;
      draw();
      try {
        return await write();
      } finally {
        hidden -= 1;
        draw();
      }
    },
  };
}

/** The lines, their facts under each other, none wider than the terminal. */
export function fitLines(lines: readonly LiveLine[], columns: number): readonly string[] {
  // The last column stays free: some terminals wrap as soon as it is filled.
  const width = Math.max(1, columns - 1);
  const factColumns = Math.max(0, ...lines.map(({ facts }) => textColumns(facts)));
  const names = lines.map(({ name }) => toPrintable(name));
  const nameColumns = Math.min(
    Math.max(0, ...names.map(textColumns)),
    Math.max(MIN_NAME_COLUMNS, width - factColumns - 2),
  );
  return lines.map(({ facts }, index) => {
    const name = fitText(names[index] ?? '', nameColumns);
    const gap = ' '.repeat(nameColumns - textColumns(name) + 2);
    return fitText(`${name}${gap}${facts}`, width);
  });
}
