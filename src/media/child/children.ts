/** Child processes with a sure end: each in a group of its own, at low priority, none left when this is closed. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { lowerPriority } from '../../compute/index.ts';
import { AppError } from '../../errors/index.ts';
import type { StderrLines } from './stderr-lines.ts';
import { collectStderr } from './stderr-lines.ts';
import { whenClosed } from './when-closed.ts';

/** How a process ended: one of the two is set. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A running program. */
export interface Child extends AsyncDisposable {
  /** Read it to its end, or stop the child: while nobody reads, it waits. */
  readonly stdout: Readable;
  readonly stderr: StderrLines;
  /** When the process has ended. Never rejects. Does not wait for the pipes, which a grandchild may hold. */
  readonly exit: Promise<Exit>;
  /** Kills the process and all that it started, and closes its pipes. Idempotent. */
  readonly kill: () => void;
  /** Kills, and waits for the end, but not longer than a tenth of a second: a process may hang in the kernel. */
  readonly stop: () => Promise<void>;
}

/** How to start a program. */
export interface StartOptions {
  /** Kills it. */
  readonly signal: AbortSignal;
  /** What it gets as descriptor 3. Default: nothing. */
  readonly inputFd?: number;
}

/** Starts child processes and ends them. */
export interface Children {
  /**
   * Starts a program without a shell. Dispose of it when done.
   *
   * @throws the signal's reason; the system's error, such as `ENOENT`, when the program cannot be started; AppError
   *   `cancelled` after closing
   */
  start(program: string, args: readonly string[], options: StartOptions): Promise<Child>;
  /** Kills all that run. Idempotent. */
  close(): Promise<void>;
}

/** How long {@link Child.stop} waits, in milliseconds. */
const STOP_TIMEOUT_MS = 100;

/** See {@link Children}. `env` is the whole environment of each child. */
export function createChildren(options: { readonly env: Readonly<Record<string, string>> }): Children {
  const running = new Set<Child>();
  let isClosed = false;

  return {
    async start(program, args, { signal, inputFd }) {
      signal.throwIfAborted();
      const started = spawn(program, args, {
        stdio: ['ignore', 'pipe', 'pipe', inputFd ?? 'ignore'],
        env: options.env,
        // A group of its own, so that all of it can be killed and a terminal's Ctrl-C does not reach it.
        detached: true,
        windowsHide: true,
      });
      await once(started, 'spawn');
      const child = supervise(started);
      running.add(child);
      signal.addEventListener('abort', child.kill, { once: true });
      // Not before its pipe is closed: what it has started itself may outlive it.
      void Promise.all([child.exit, whenClosed(child.stdout)]).then(() => {
        running.delete(child);
        signal.removeEventListener('abort', child.kill);
      });
      if (signal.aborted || isClosed) {
        await child.stop();
        signal.throwIfAborted();
        throw new AppError('cancelled');
      }
      return child;
    },

    async close() {
      isClosed = true;
      await Promise.all([...running].map((child) => child.stop()));
    },
  };
}

function supervise(started: ChildProcess): Child {
  const { stdout, stderr, pid } = started;
  if (stdout === null || stderr === null || pid === undefined) {
    throw new TypeError('a started process has an id and pipes');
  }
  const exit = new Promise<Exit>((resolve) => {
    started.once('exit', (code, signal) => resolve({ code, signal }));
  });
  // After the start an error is that of a pipe or a signal; the exit tells the outcome.
  started.on('error', () => {});
  stdout.on('error', () => {});
  lowerPriority(pid);

  const kill = (): void => {
    const hasEnded = started.exitCode !== null || started.signalCode !== null;
    // What an ended process has started lives on while it holds the pipe. Without that the id may be another's now.
    if (!hasEnded || !stdout.destroyed) {
      killGroup(pid);
    }
    stdout.destroy();
    stderr.destroy();
  };

  const stop = async (): Promise<void> => {
    kill();
    await Promise.race([exit, delay(STOP_TIMEOUT_MS, undefined, { ref: false })]);
  };

  return { stdout, stderr: collectStderr(stderr), exit, kill, stop, [Symbol.asyncDispose]: stop };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}
