/**
 * A pool of child processes for native work: as many slots as allowed, one task each, waiting tasks in order. A
 * crash costs the task one more try, a cancel kills the child, a child that has grown too large is replaced.
 */
import { AppError } from '../errors/index.ts';
import type { TaskOutcome } from './child-slot.ts';
import { ChildSlot } from './child-slot.ts';

/** How a pool is made. */
export interface ProcessPoolOptions<Setup> {
  /** The file that each child runs; it calls `serveChild`. */
  readonly entry: URL;
  /** Handed to each child before its first task. */
  readonly setup: Setup;
  /** How many children at most, 1 or more. */
  readonly slots: number;
  /** A child with more resident memory than this after a task is replaced. */
  readonly maxRssBytes: number;
  /** The longest that one task may take, start of the child included. */
  readonly taskTimeoutMs: number;
  /** Added to the children's environment. Default: nothing. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How one task is run. */
export interface RunOptions {
  /** Aborting takes a waiting task out, and kills the child of a running one. */
  readonly signal: AbortSignal;
  /** `first` goes before everything that waits as `normal`. Default: `normal`. */
  readonly priority?: 'first' | 'normal';
  /** In place of the pool's own: what a task needs that is larger than most. */
  readonly maxRssBytes?: number;
}

/** What a pool is doing. */
export interface PoolLoad {
  readonly slots: number;
  readonly active: number;
  readonly waiting: number;
  /** Children that went away by themselves since the pool was made. */
  readonly crashes: number;
  /** Process ids of the children that are there. */
  readonly pids: readonly number[];
}

/** See {@link createProcessPool}. */
export interface ProcessPool<Task, Result> {
  /**
   * Runs a task in a child.
   *
   * @throws AppError `worker-crashed` when two children in a row went away over it, `task-timeout`, or what the
   *   child itself reported; the signal's reason when it was aborted
   */
  run(task: Task, options: RunOptions): Promise<Result>;
  load(): PoolLoad;
  /** Kills all children; waiting and running tasks end as `cancelled`. */
  close(): Promise<void>;
}

interface Job<Task, Result> {
  readonly task: Task;
  readonly signal: AbortSignal;
  readonly maxRssBytes: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
  crashes: number;
}

/** Makes a pool; children are started when tasks need them. */
export function createProcessPool<Setup, Task, Result>(
  options: ProcessPoolOptions<Setup>,
): ProcessPool<Task, Result> {
  return new Pool(Object.freeze({ ...options }));
}

class Pool<Setup, Task, Result> implements ProcessPool<Task, Result> {
  readonly #options: ProcessPoolOptions<Setup>;
  readonly #first: Job<Task, Result>[] = [];
  readonly #normal: Job<Task, Result>[] = [];
  readonly #idle: ChildSlot<Setup, Task, Result>[] = [];
  readonly #all = new Set<ChildSlot<Setup, Task, Result>>();
  readonly #running = new Set<Job<Task, Result>>();
  #crashes = 0;
  #closed = false;

  constructor(options: ProcessPoolOptions<Setup>) {
    this.#options = options;
  }

  run(task: Task, options: RunOptions): Promise<Result> {
    const { signal, priority = 'normal', maxRssBytes = this.#options.maxRssBytes } = options;
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      if (this.#closed) {
        reject(new AppError('cancelled'));
        return;
      }
      const queue = priority === 'first' ? this.#first : this.#normal;
      const leaveQueue = (): void => {
        const place = queue.indexOf(job);
        if (place >= 0) {
          queue.splice(place, 1);
          job.reject(signal.reason);
        }
      };
      const job: Job<Task, Result> = {
        task,
        signal,
        maxRssBytes,
        crashes: 0,
        resolve: (result) => {
          signal.removeEventListener('abort', leaveQueue);
          resolve(result);
        },
        reject: (reason) => {
          signal.removeEventListener('abort', leaveQueue);
          reject(reason);
        },
      };
      signal.addEventListener('abort', leaveQueue, { once: true });
      queue.push(job);
      this.#fill();
    });
  }

  load(): PoolLoad {
    return {
      slots: this.#options.slots,
      active: this.#running.size,
      waiting: this.#first.length + this.#normal.length,
      crashes: this.#crashes,
      pids: [...this.#all].flatMap(({ pid }) => pid ?? []),
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of [...this.#first.splice(0), ...this.#normal.splice(0)]) {
      job.reject(new AppError('cancelled'));
    }
    await Promise.all([...this.#all].map((slot) => slot.kill()));
  }

  /** Gives waiting tasks to idle or new children. */
  #fill(): void {
    while (this.#running.size < this.#options.slots) {
      const job = this.#first.shift() ?? this.#normal.shift();
      if (job === undefined) {
        return;
      }
      this.#running.add(job);
      void this.#work(job);
    }
  }

  async #work(job: Job<Task, Result>): Promise<void> {
    let slot: ChildSlot<Setup, Task, Result>;
    try {
      slot = this.#takeSlot();
    } catch (error) {
      // There was no memory for a process, say.
      this.#running.delete(job);
      this.#retryOnce(job, String(error));
      this.#fill();
      return;
    }
    let killed: { readonly reason: unknown } | undefined;
    const kill = (reason: unknown): void => {
      killed ??= { reason };
      void slot.kill();
    };
    const onAbort = (): void => {
      kill(job.signal.reason);
    };
    const timeout = setTimeout(() => {
      kill(new AppError('task-timeout', { seconds: Math.round(this.#options.taskTimeoutMs / 1000) }));
    }, this.#options.taskTimeoutMs);
    job.signal.addEventListener('abort', onAbort, { once: true });

    const outcome = await slot.run(job.task);

    clearTimeout(timeout);
    job.signal.removeEventListener('abort', onAbort);
    this.#running.delete(job);
    if (killed === undefined) {
      this.#settle(job, slot, outcome);
    } else {
      // Whatever came of it: an answer may have been on its way when the child was killed.
      job.reject(killed.reason);
    }
    this.#fill();
  }

  #settle(job: Job<Task, Result>, slot: ChildSlot<Setup, Task, Result>, outcome: TaskOutcome<Result>): void {
    switch (outcome.kind) {
      case 'result':
        this.#giveBack(slot, outcome.rssBytes <= job.maxRssBytes);
        job.resolve(outcome.result);
        return;
      case 'failed':
        // A child whose set-up or task failed may hold half a model: a new one starts clean.
        this.#giveBack(slot, false);
        job.reject(outcome.error);
        return;
      case 'crashed':
        this.#retryOnce(job, outcome.how);
        return;
      default:
        outcome satisfies never;
    }
  }

  #retryOnce(job: Job<Task, Result>, how: string): void {
    if (this.#closed) {
      job.reject(new AppError('cancelled'));
      return;
    }
    job.crashes += 1;
    if (job.crashes > 1) {
      job.reject(new AppError('worker-crashed', { how }));
      return;
    }
    // Ahead of all others: it has waited its turn already.
    this.#first.unshift(job);
  }

  #takeSlot(): ChildSlot<Setup, Task, Result> {
    for (let slot = this.#idle.pop(); slot !== undefined; slot = this.#idle.pop()) {
      if (slot.usable) {
        return slot;
      }
    }
    const { entry, setup, env = {} } = this.#options;
    const slot = new ChildSlot<Setup, Task, Result>({ entry, setup, env });
    this.#all.add(slot);
    void slot.exited.then(() => {
      this.#all.delete(slot);
      this.#crashes += slot.killed ? 0 : 1;
    });
    return slot;
  }

  #giveBack(slot: ChildSlot<Setup, Task, Result>, keep: boolean): void {
    if (keep && !this.#closed) {
      slot.unref();
      this.#idle.push(slot);
    } else {
      void slot.kill();
    }
  }
}
