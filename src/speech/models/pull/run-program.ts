/** Other programs that fetch: looked for on PATH, run without a shell, watched, and ended when nobody waits. */
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { findProgram } from '../../../compute/index.ts';
import type { Clock } from '../../../resilience/index.ts';
import { SourceFailure } from './source.ts';

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: readonly string[]];

/** How a program is run. */
export interface RunOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** The program is ended when it takes longer without a sign of progress. */
  readonly stallMs: number;
  /** Asked twice a second; another answer than the one before is a sign of progress. Default: there is none. */
  readonly look?: () => Promise<number>;
}

/** What a program left. */
export interface RunOutcome {
  /** null when it was ended by a signal. */
  readonly code: number | null;
  /** The end of what it printed, both streams together. */
  readonly output: string;
}

/** The longest end of the output that is kept. */
const MAX_OUTPUT_CHARS = 16_384;
const LOOK_MS = 500;
/** How long a program that was told to end may take for it. */
const PATIENCE_MS = 3_000;

/**
 * Runs a program to its end.
 *
 * @throws SourceFailure when it cannot be started, or stalls; the signal's reason
 */
export async function runProgram(clock: Clock, command: Command, options: RunOptions): Promise<RunOutcome> {
  const { env, signal, stallMs, look } = options;
  signal.throwIfAborted();
  const [program, ...args] = command;
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  let output = '';
  const keep = (text: string): void => {
    output = (output + text).slice(-MAX_OUTPUT_CHARS);
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  let killing: NodeJS.Timeout | undefined;
  const end = (): void => {
    child.kill();
    killing ??= setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  };
  signal.addEventListener('abort', end, { once: true });
  let progress = { sign: 0, atMs: clock.nowMs() };
  let stalled = false;
  const watch = async (): Promise<void> => {
    const sign = await look?.();
    if (sign !== undefined && sign !== progress.sign) {
      progress = { sign, atMs: clock.nowMs() };
    } else if (clock.nowMs() - progress.atMs > stallMs) {
      stalled = true;
      end();
    }
  };
  // What cannot be looked at for a moment shows no progress.
  const timer = setInterval(() => void watch().catch(() => {}), Math.min(LOOK_MS, stallMs / 2));
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    signal.throwIfAborted();
    if (stalled) {
      throw new SourceFailure('the download stalled');
    }
    return { code, output };
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof SourceFailure
      ? error
      : new SourceFailure(`${program}: no such program`, { cause: error });
  } finally {
    clearInterval(timer);
    clearTimeout(killing);
    signal.removeEventListener('abort', end);
  }
}

/** The first file of that name on PATH that may be run; on Windows with one of its endings. */
export function findOnPath(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const endings = process.platform === 'win32' ? (env['PATHEXT'] ?? '.EXE;.CMD').split(';') : [''];
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  return findProgram(folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))));
}
