/** Progress on a terminal: one line for each file at work, drawn over in place, below what stays. */
import { toPrintable } from '../errors/index.ts';
import { formatClock } from '../exports/index.ts';
import { failureText, warningText } from './failure-text.ts';
import { fitText, textColumns } from './fit.ts';
import type { OutputStream } from './io.ts';
import { terminalColumns } from './io.ts';
import type { FileEnd, FileProgress, ProgressView } from './progress.ts';
import { remainingSec } from './progress.ts';
import type { CliTexts } from './texts/en.ts';

/** What the lines are made from. */
export interface ProgressLineOptions {
  readonly stream: Pick<OutputStream, 'write' | 'columns'>;
  /** The names as given, by place. */
  readonly names: readonly string[];
  readonly texts: CliTexts;
  /** Milliseconds from any start. Default: `performance.now`. */
  readonly nowMs?: () => number;
}

/** One line, before it is fitted. */
export interface ProgressRow {
  readonly name: string;
  readonly progress: FileProgress | undefined;
  readonly elapsedSec: number;
}

/** Often enough for the clock, seldom enough for a slow connection. */
const REDRAW_MS = 200;
/** A name may be shortened down to this before the rest of the line is. */
const MIN_NAME_COLUMNS = 10;

const CLEAR_BELOW = '\u001b[J';
const CLEAR_LINE_END = '\u001b[K';

/** Creates the view. It draws at once when a file starts, then at most five times a second. */
export function createProgressLine(options: ProgressLineOptions): ProgressView {
  const { stream, names, texts, nowMs = () => performance.now() } = options;
  const active = new Map<number, { readonly startedMs: number; progress: FileProgress | undefined }>();
  let drawnLines = 0;
  let hidden = 0;
  let timer: NodeJS.Timeout | undefined;

  function draw(above = ''): void {
    const columns = terminalColumns(stream);
    const rows =
      hidden > 0
        ? []
        : [...active].map(([file, { startedMs, progress }]) => ({
            name: names[file] ?? '',
            progress,
            elapsedSec: (nowMs() - startedMs) / 1000,
          }));
    const lines = formatRows(rows, columns, texts).map((line) => `${line}${CLEAR_LINE_END}\n`);
    const home = drawnLines > 0 ? `\u001b[${drawnLines}A\r` : '';
    if (home !== '' || above !== '' || lines.length > 0) {
      // One write a frame, so that a half-drawn one is never seen. What stays is cleared for, what moves is drawn over.
      stream.write(home + (above === '' ? '' : CLEAR_BELOW + above) + lines.join('') + CLEAR_BELOW);
    }
    drawnLines = lines.length;
  }

  function tick(): void {
    if (active.size > 0 && timer === undefined) {
      timer = setInterval(draw, REDRAW_MS);
      timer.unref();
    } else if (active.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }

  function close(): void {
    active.clear();
    tick();
    draw();
  }

  return {
    start: (file) => {
      active.set(file, { startedMs: nowMs(), progress: undefined });
      tick();
      draw();
    },
    update: (file, progress) => {
      const state = active.get(file);
      if (state !== undefined) {
        state.progress = progress;
      }
    },
    end: (file, end) => {
      const startedMs = active.get(file)?.startedMs ?? nowMs();
      active.delete(file);
      tick();
      draw(endText(end, names[file] ?? '', (nowMs() - startedMs) / 1000, texts));
    },
    warn: (sentence) => draw(warningText(sentence, texts)),
    log: draw,
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
    close,
  };
}

/** The lines of the files at work, their columns under each other, none wider than the terminal. */
export function formatRows(
  rows: readonly ProgressRow[],
  columns: number,
  texts: CliTexts,
): readonly string[] {
  // The last column stays free: some terminals wrap as soon as it is filled.
  const width = Math.max(1, columns - 1);
  const facts = rows.map((row) => formatFacts(row, texts));
  const factColumns = Math.max(0, ...facts.map(textColumns));
  const names = rows.map(({ name }) => toPrintable(name));
  const nameColumns = Math.min(
    Math.max(0, ...names.map(textColumns)),
    Math.max(MIN_NAME_COLUMNS, width - factColumns - 2),
  );
  return rows.map((_, index) => {
    const name = fitText(names[index] ?? '', nameColumns);
    const gap = ' '.repeat(nameColumns - textColumns(name) + 2);
    return fitText(`${name}${gap}${facts[index] ?? ''}`, width);
  });
}

function formatFacts({ progress, elapsedSec }: ProgressRow, texts: CliTexts): string {
  const fraction = progress?.fraction ?? null;
  const left = remainingSec(elapsedSec, fraction);
  return [
    texts.stages[progress?.stage ?? 'identify'],
    // Rounded down: 100 % is said when it is done, not before.
    ...(fraction === null ? [] : [`${Math.floor(Math.min(1, fraction) * 100)} %`]),
    formatClock(elapsedSec),
    ...(left === null ? [] : [texts.progress.left(formatClock(Math.ceil(left)))]),
  ].join('  ');
}

function endText(end: FileEnd, name: string, elapsedSec: number, texts: CliTexts): string {
  switch (end.kind) {
    case 'done':
      return `${toPrintable(name)}  ${texts.progress.done(formatClock(elapsedSec))}\n`;
    case 'failed':
      return failureText(end.error, texts, name);
    case 'cancelled':
      return '';
    default:
      return end satisfies never;
  }
}
