/** The log on pino: JSON lines, or coloured text for a terminal, written at once in this process. */
import type { LogBindings, LogFields, Logger, LogLevel } from './logger.ts';
import { toLoggable } from './loggable.ts';

/** Where lines go: standard error for a command. */
export interface LogDestination {
  write(line: string): unknown;
}

/** How to log. */
export interface LoggerOptions {
  /** The least level that is written. */
  readonly level: LogLevel;
  readonly format: 'json' | 'pretty';
  readonly destination: LogDestination;
  /** Whether `pretty` uses colours. Default: yes. */
  readonly color?: boolean;
}

/** A log that can be closed: nothing is written after that. */
export interface ClosableLogger extends Logger {
  /** Idempotent. Lines are handed over when they are made, so none is waiting. */
  close(): Promise<void>;
}

/**
 * Creates the log of a process. A JSON line has `timestamp` (ISO 8601, UTC), `level` (a word), the bindings
 * (`module`, `requestId`, `traceId`, `jobId`), the fields and `msg`. Neither library is loaded before it is needed.
 */
export async function createLogger(options: LoggerOptions): Promise<ClosableLogger> {
  const { level, format, color = true } = options;
  const { pino } = await import('pino');
  const toLine = format === 'pretty' ? await createPrettyPrinter(color) : (line: string): string => line;
  let destination: LogDestination | undefined = options.destination;

  const root = pino(
    {
      level,
      base: null,
      timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
      formatters: {
        level: (label) => ({ level: label }),
        log: toLoggable,
      },
    },
    { write: (line: string) => destination?.write(toLine(line)) },
  );
  return Object.freeze({
    ...toLogger(root, root, {}),
    async close(): Promise<void> {
      destination = undefined;
    },
  });
}

/** The part of pino's own logger that ours stands on. */
interface PinoLogger extends Record<'trace' | 'debug' | 'info' | 'warn' | 'error', PinoWrite> {
  child(bindings: LogBindings): PinoLogger;
}
type PinoWrite = (fields: LogFields, msg: string) => void;

function toLogger(root: PinoLogger, bound: PinoLogger, bindings: LogBindings): Logger {
  return Object.freeze({
    trace: (fields: LogFields, msg: string) => bound.trace(fields, msg),
    debug: (fields: LogFields, msg: string) => bound.debug(fields, msg),
    info: (fields: LogFields, msg: string) => bound.info(fields, msg),
    warn: (fields: LogFields, msg: string) => bound.warn(fields, msg),
    error: (fields: LogFields, msg: string) => bound.error(fields, msg),
    child: (more: LogBindings) => {
      // A child of a child would write a name that both bind twice into the same line.
      const all = { ...bindings, ...more };
      return toLogger(root, root.child(toLoggable(all)), all);
    },
  });
}

async function createPrettyPrinter(colorize: boolean): Promise<(line: string) => string> {
  const { prettyFactory } = await import('pino-pretty');
  const print = prettyFactory({
    colorize,
    timestampKey: 'timestamp',
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
  });
  return (line) => print(line) ?? '';
}
