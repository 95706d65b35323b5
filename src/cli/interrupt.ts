/** Signals from outside become one abort; a second one, or a clean-up that hangs, ends the process at once. */
import { AppError } from '../errors/index.ts';
import { EXIT } from './exit-codes.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A clean-up takes milliseconds; one that takes longer than this hangs. */
const CLEAN_UP_LIMIT_MS = 2000;
/** One Ctrl-C comes twice when a parent such as npm hands on what the terminal has sent to all. */
const SAME_PRESS_MS = 250;

/** The part of a process that is listened to. */
export interface SignalSource {
  on(signal: (typeof SIGNALS)[number], listener: () => void): unknown;
  off(signal: (typeof SIGNALS)[number], listener: () => void): unknown;
  exit(code: number): void;
}

/** The wish to stop, as long as it is listened for. */
export interface Interrupt {
  /** Aborted with `cancelled` by the first signal. */
  readonly signal: AbortSignal;
  /** Stops listening; idempotent. */
  close(): void;
}

/** Listens for Ctrl-C, `kill` and the closing of the terminal. */
export function listenForInterrupt(source: SignalSource): Interrupt {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let firstMs: number | undefined;
  const onSignal = (): void => {
    const nowMs = performance.now();
    if (firstMs !== undefined) {
      if (nowMs - firstMs >= SAME_PRESS_MS) {
        source.exit(EXIT.cancelled);
      }
      return;
    }
    firstMs = nowMs;
    timer = setTimeout(() => source.exit(EXIT.cancelled), CLEAN_UP_LIMIT_MS);
    timer.unref();
    controller.abort(new AppError('cancelled'));
  };
  for (const signal of SIGNALS) {
    source.on(signal, onSignal);
  }
  return {
    signal: controller.signal,
    close: () => {
      clearTimeout(timer);
      for (const signal of SIGNALS) {
        source.off(signal, onSignal);
      }
    },
  };
}
