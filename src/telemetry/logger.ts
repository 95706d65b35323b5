/** The log: what parts write to, independent of the library behind it. */

/** The levels, from the most talkative to none at all. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Facts of a line, by name. Secrets and transcripts are taken out, errors are spelled out under any name. */
export type LogFields = Readonly<Record<string, unknown>>;

/** What a child binds to each of its lines. */
export interface LogBindings extends LogFields {
  /** The part that speaks, such as `media`. */
  readonly module?: string;
  readonly requestId?: string;
  readonly traceId?: string;
  readonly jobId?: string;
}

/** A log. Writing never waits. */
export interface Logger {
  trace(fields: LogFields, msg: string): void;
  debug(fields: LogFields, msg: string): void;
  info(fields: LogFields, msg: string): void;
  warn(fields: LogFields, msg: string): void;
  error(fields: LogFields, msg: string): void;
  /** A log that adds `bindings` to each line; bindings of the same name are replaced. */
  child(bindings: LogBindings): Logger;
}

/** A log that writes nothing: for libraries without one, and for tests. */
export function createSilentLogger(): Logger {
  return SILENT;
}

function writeNothing(): void {}

const SILENT: Logger = Object.freeze({
  trace: writeNothing,
  debug: writeNothing,
  info: writeNothing,
  warn: writeNothing,
  error: writeNothing,
  child: createSilentLogger,
});
