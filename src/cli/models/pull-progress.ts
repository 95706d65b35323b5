/** How a pull tells what it is doing: as a line that is drawn over, as lines that stay, or as events for a program. */
import type { Locale } from '../../errors/index.ts';
import { formatClock } from '../../exports/index.ts';
import type { PullProgress } from '../../speech/index.ts';
import type { OutputStream } from '../io.ts';
import { createLiveLines } from '../live-lines.ts';
import { sizeText } from '../size-text.ts';
import type { CliTexts } from '../texts/en.ts';
import { createTransferRate } from './transfer-rate.ts';

/** Shows the progress of pulls, one model after another. */
export interface PullView {
  update(progress: PullProgress): void;
  /** The model is installed in `folder`. */
  end(name: string, folder: string): void;
  /** Takes what is drawn away; idempotent. */
  close(): void;
}

/** What a view is made from. */
export interface PullViewOptions {
  readonly stream: Pick<OutputStream, 'write' | 'columns'>;
  readonly texts: CliTexts;
  readonly locale: Locale;
  /** Milliseconds from any start. Default: `performance.now`. */
  readonly nowMs?: () => number;
}

/** A model at work. */
interface Pulling {
  readonly progress: PullProgress;
  readonly startedMs: number;
  readonly rate: ReturnType<typeof createTransferRate>;
}

function follow(earlier: Pulling | undefined, progress: PullProgress, nowMs: number): Pulling {
  const { startedMs, rate } =
    earlier?.progress.name === progress.name ? earlier : { startedMs: nowMs, rate: createTransferRate() };
  if (progress.phase === 'fetching') {
    rate.add(nowMs, progress.bytesDone);
  }
  return { progress, startedMs, rate };
}

/** Seconds until all is fetched; undefined while nobody can tell. */
function leftSec({ progress, rate }: Pulling, nowMs: number): number | undefined {
  const { phase, bytesDone, bytesTotal } = progress;
  const bytesPerSec = rate.bytesPerSec(nowMs) ?? 0;
  return phase === 'fetching' && bytesTotal !== undefined && bytesPerSec > 0
    ? Math.max(0, bytesTotal - bytesDone) / bytesPerSec
    : undefined;
}

/** One line on a terminal. */
export function createPullLine(options: PullViewOptions): PullView {
  const { stream, texts, locale, nowMs = () => performance.now() } = options;
  let pulling: Pulling | undefined;
  const { draw } = createLiveLines({
    stream,
    lines: () =>
      pulling === undefined
        ? []
        : [{ name: pulling.progress.name, facts: factsOf(pulling, nowMs(), texts, locale) }],
  });
  const clear = (): void => {
    pulling = undefined;
    draw();
  };
  return {
    update: (progress) => {
      const isShown = pulling !== undefined;
      pulling = follow(pulling, progress, nowMs());
      if (!isShown) {
        draw();
      }
    },
    end: clear,
    close: clear,
  };
}

function factsOf(pulling: Pulling, nowMs: number, texts: CliTexts, locale: Locale): string {
  const { progress, startedMs, rate } = pulling;
  const { phase, source, bytesDone, bytesTotal } = progress;
  const { phases, perSecond, doneOf } = texts.models;
  const clock = formatClock((nowMs - startedMs) / 1000);
  switch (phase) {
    case 'asking':
      return `${phases.asking(source)}  ${clock}`;
    case 'waiting':
    case 'checking':
    case 'preparing':
      return `${phases[phase]}  ${clock}`;
    case 'fetching': {
      const bytesPerSec = rate.bytesPerSec(nowMs);
      const left = leftSec(pulling, nowMs);
      return [
        phases.fetching,
        ...(bytesTotal === undefined
          ? [sizeText(bytesDone, locale)]
          : [
              // Rounded down: 100 % is said when all is there.
              `${Math.floor(Math.min(1, bytesDone / Math.max(1, bytesTotal)) * 100)} %`,
              doneOf(sizeText(bytesDone, locale), sizeText(bytesTotal, locale)),
            ]),
        ...(left === undefined ? [] : [texts.progress.left(formatClock(Math.ceil(left)))]),
        // Last, where a narrow terminal cuts first.
        ...(bytesPerSec === undefined ? [] : [perSecond(sizeText(bytesPerSec, locale))]),
      ].join('  ');
    }
    default:
      return phase satisfies never;
  }
}

/** A line for each step, for a log or a terminal that cannot be drawn on. */
export function createPullLog({ stream, texts, locale }: PullViewOptions): PullView {
  let told = '';
  return {
    update: ({ name, phase, source, bytesTotal }) => {
      const step = `${name} ${phase} ${source}`;
      // The size comes a moment after the first byte.
      if (step === told || (phase === 'fetching' && bytesTotal === undefined)) {
        return;
      }
      told = step;
      const { phases, fetchingFrom } = texts.models;
      const words =
        phase === 'fetching'
          ? fetchingFrom(source, sizeText(bytesTotal ?? 0, locale))
          : phase === 'asking'
            ? phases.asking(source)
            : phases[phase];
      stream.write(`${name}: ${words}\n`);
    },
    end: () => {},
    close: () => {},
  };
}

/** Progress within one phase is told to a program at most this often. */
const MIN_GAP_MS = 250;

/**
 * One JSON object a line: `started` (model), `progress` (model, phase, source, bytesDone, bytesTotal or null,
 * elapsedSec, remainingSec or null), `finished` (model, folder, elapsedSec).
 */
export function createPullEvents(options: Pick<PullViewOptions, 'stream' | 'nowMs'>): PullView {
  const { stream, nowMs = () => performance.now() } = options;
  let pulling: Pulling | undefined;
  let told = '';
  let toldMs = -Infinity;

  function tell(event: string, fields: Readonly<Record<string, unknown>>): void {
    stream.write(`${JSON.stringify({ event, ...fields })}\n`);
  }

  function elapsedSec(): number | null {
    return pulling === undefined ? null : round((nowMs() - pulling.startedMs) / 1000);
  }

  return {
    update: (progress) => {
      const { name: model, phase, source, bytesDone, bytesTotal = null } = progress;
      const isNew = pulling?.progress.name !== model;
      pulling = follow(pulling, progress, nowMs());
      if (isNew) {
        tell('started', { model });
      }
      const step = `${model} ${phase} ${source}`;
      if (step === told && nowMs() - toldMs < MIN_GAP_MS && bytesDone !== bytesTotal) {
        return;
      }
      told = step;
      toldMs = nowMs();
      const left = leftSec(pulling, toldMs);
      const remainingSec = left === undefined ? null : round(left);
      tell('progress', {
        model,
        phase,
        source,
        bytesDone,
        bytesTotal,
        elapsedSec: elapsedSec(),
        remainingSec,
      });
    },
    end: (model, folder) => {
      tell('finished', { model, folder, elapsedSec: elapsedSec() });
      pulling = undefined;
    },
    close: () => {},
  };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
