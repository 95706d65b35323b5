/** Progress on a terminal: one line for each file at work, drawn over in place, below what stays. */
import { toPrintable } from '../errors/index.ts';
import { formatClock } from '../exports/index.ts';
import { failureText, warningText } from './failure-text.ts';
import type { OutputStream } from './io.ts';
import type { LiveLine } from './live-lines.ts';
import { createLiveLines } from './live-lines.ts';
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

/** Creates the view. It draws at once when a file starts, then at most five times a second. */
export function createProgressLine(options: ProgressLineOptions): ProgressView {
  const { stream, names, texts, nowMs = () => performance.now() } = options;
  const active = new Map<number, { readonly startedMs: number; progress: FileProgress | undefined }>();
  const { draw, aside } = createLiveLines({
    stream,
    lines: () =>
      [...active].map(([file, { startedMs, progress }]) =>
        formatRow({ name: names[file] ?? '', progress, elapsedSec: (nowMs() - startedMs) / 1000 }, texts),
      ),
  });

  return {
    start: (file) => {
      active.set(file, { startedMs: nowMs(), progress: undefined });
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
      draw(endText(end, names[file] ?? '', (nowMs() - startedMs) / 1000, texts));
    },
    warn: (sentence) => draw(warningText(sentence, texts)),
    log: draw,
    aside,
    close: () => {
      active.clear();
      draw();
    },
  };
}

/** How a file stands: stage, percent, time, and the time that is left. */
export function formatRow({ name, progress, elapsedSec }: ProgressRow, texts: CliTexts): LiveLine {
  const fraction = fractionOf(progress);
  // The time that the file took so far says nothing of a model that is fetched for it.
  const left = progress?.stage === 'fetch' ? null : remainingSec(elapsedSec, fraction);
  const facts = [
    texts.stages[progress?.stage ?? 'identify'],
    // Rounded down: 100 % is said when it is done, not before.
    ...(fraction === null ? [] : [`${Math.floor(Math.min(1, fraction) * 100)} %`]),
    formatClock(elapsedSec),
    ...(left === null ? [] : [texts.progress.left(formatClock(Math.ceil(left)))]),
  ];
  return { name, facts: facts.join('  ') };
}

/** Of the file, or of the model that is fetched for it. */
function fractionOf(progress: FileProgress | undefined): number | null {
  return progress !== undefined && 'bytesDone' in progress && progress.bytesTotal !== undefined
    ? progress.bytesDone / Math.max(1, progress.bytesTotal)
    : (progress?.fraction ?? null);
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
