/** What a command sees of the outside: the streams, the environment, the wish to stop. */
import type { Readable, Writable } from 'node:stream';
import type { Locale } from '../errors/index.ts';
import type { CliTexts } from './texts/en.ts';

/** A stream that may be a terminal. */
export type OutputStream = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
};

/** The outside of one run. */
export interface CliIo {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The working directory, absolute: relative names and `.env` are looked for here. */
  readonly cwd: string;
  /** Aborts when the user wants to stop. */
  readonly interrupt: AbortSignal;
}

/** What every command is given. */
export interface CommandContext {
  readonly io: CliIo;
  readonly locale: Locale;
  readonly texts: CliTexts;
  /** Aborts when the user wants to stop, or when nobody reads the output any more. */
  readonly signal: AbortSignal;
  /** Writes to standard output and waits until it is taken. */
  readonly print: (text: string) => Promise<void>;
}

/** Whether a stream can be drawn on: colours and moving the cursor. */
export function isTerminal(stream: OutputStream, env: CliIo['env']): boolean {
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

const DEFAULT_COLUMNS = 80;

/** The columns of a line; 80 where the stream is no terminal or does not know, for which a terminal says 0. */
export function terminalColumns({ columns = 0 }: Pick<OutputStream, 'columns'>): number {
  return columns > 0 ? columns : DEFAULT_COLUMNS;
}

/** Whether to use colours on a stream; NO_COLOR (no-color.org) turns them off. */
export function wantsColor(stream: OutputStream, env: CliIo['env']): boolean {
  return isTerminal(stream, env) && !env['NO_COLOR'];
}
