/** One child process of a pool: started when first needed, killed at once when its task is cancelled. */
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AppError } from '../errors/index.ts';
import type { FromChild, ToChild } from './child-protocol.ts';
import { lowerPriority } from './priority.ts';
import { unpackError } from './sent-error.ts';

/** How a child ended its task. `crashed`: the process went away; the task may be tried on another. */
export type TaskOutcome<Result> =
  | { readonly kind: 'result'; readonly result: Result; readonly rssBytes: number }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'crashed'; readonly how: string };

/** What a child is started with. */
export interface ChildOptions<Setup> {
  readonly entry: URL;
  readonly setup: Setup;
  /** Added to the environment; nothing else of it is handed on but PATH and the folders for temporary files. */
  readonly env: Readonly<Record<string, string>>;
}

const HANDED_ON = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'] as const;

/** A running child. It does one task at a time. */
export class ChildSlot<Setup, Task, Result> {
  /** Settles when the process is gone. */
  readonly exited: Promise<void>;
  readonly #child: ChildProcess;
  readonly #setup: Setup;
  #nextId = 1;
  #alive = true;
  #killed = false;
  #settle: ((outcome: TaskOutcome<Result>) => void) | undefined;
  #currentId: number | undefined;

  constructor(options: ChildOptions<Setup>) {
    this.#child = fork(fileURLToPath(options.entry), {
      serialization: 'advanced',
      execArgv: [],
      env: { ...handedOnEnv(), ...options.env },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#setup = options.setup;
    if (this.#child.pid !== undefined) {
      lowerPriority(this.#child.pid);
    }
    this.exited = new Promise((resolve) => {
      const gone = (how: string): void => {
        this.#alive = false;
        this.#finish({ kind: 'crashed', how });
        resolve();
      };
      this.#child.once('exit', (code, signal) => {
        gone(signal ?? `exit code ${code}`);
      });
      this.#child.once('error', (error) => {
        gone(error.message);
      });
    });
    this.#child.on('message', (message: FromChild<Result>) => {
      this.#receive(message);
    });
  }

  /** The process id, for logs and tests. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether {@link kill} was asked for: without it, an exit is the child's own. */
  get killed(): boolean {
    return this.#killed;
  }

  /** Whether it can take a task: the process is there, and is not about to go. */
  get usable(): boolean {
    return this.#alive && !this.#killed;
  }

  /** Runs one task; never rejects. The slot must be idle. */
  run(task: Task): Promise<TaskOutcome<Result>> {
    return new Promise((resolve) => {
      if (!this.#alive) {
        resolve({ kind: 'crashed', how: 'gone before the task' });
        return;
      }
      const id = this.#nextId;
      this.#settle = resolve;
      this.#currentId = id;
      this.#nextId += 1;
      this.#child.ref();
      this.#child.channel?.ref();
      try {
        if (id === 1) {
          this.#send({ kind: 'setup', setup: this.#setup });
        }
        this.#send({ kind: 'task', id, task });
      } catch (error) {
        // It holds what cannot be sent, such as a function.
        this.#finish({ kind: 'failed', error: new AppError('internal', {}, { cause: error }) });
      }
    });
  }

  /** Lets the program end although this idle child is still there. */
  unref(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }

  /** Kills the process at once and waits until it is gone. May be called again. */
  async kill(): Promise<void> {
    if (this.usable) {
      this.#killed = true;
      this.#child.ref();
      this.#child.kill('SIGKILL');
    }
    await this.exited;
  }

  #receive(message: FromChild<Result>): void {
    switch (message.kind) {
      case 'ready':
        return;
      case 'result':
        if (message.id === this.#currentId) {
          this.#finish({ kind: 'result', result: message.result, rssBytes: message.rssBytes });
        }
        return;
      case 'failed':
        // Set-up errors have no id: they belong to the task that waits for the child to be ready.
        if (message.id === this.#currentId || message.id === null) {
          this.#finish({ kind: 'failed', error: unpackError(message.error) });
        }
        return;
      default:
        message satisfies never;
    }
  }

  #finish(outcome: TaskOutcome<Result>): void {
    const settle = this.#settle;
    this.#settle = undefined;
    this.#currentId = undefined;
    settle?.(outcome);
  }

  #send(message: ToChild<Setup, Task>): void {
    // Without a process id it could not be started, which 'error' is about to tell.
    if (this.#child.pid !== undefined) {
      // A child that dies while it is written to reports through 'exit'; the write's own error adds nothing.
      this.#child.send(message, () => undefined);
    }
  }
}

function handedOnEnv(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const name of HANDED_ON) {
    const value = process.env[name];
    if (value !== undefined) {
      env[name] = value;
    }
  }
  return env;
}
