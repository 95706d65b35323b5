/** Time limits: a total one over the whole call, and one over each attempt inside it. */
import { AppError } from '../errors/index.ts';
import type { CallBounds, CallContext, CallEnd, Policy, Work } from './call.ts';
import { Call, INSPECT, toCall } from './call.ts';
import type { CancelTimer, Clock } from './clock.ts';
import { requirePositive } from './options.ts';
import { showDuration, toSeconds } from './show.ts';

/** How long, and whose time it is. */
export interface DeadlineOptions {
  /** Who is being waited for, as a person is told: `GigaChat`. */
  readonly name: string;
  /** Milliseconds from the start of the call to its end at the latest. */
  readonly timeoutMs: number;
}

/** A time limit as a policy, and as a span that is started by hand. */
export interface Deadline extends Policy {
  /**
   * Does the work and settles with it, or at the end of the time, whichever is first. Work that goes on although its
   * signal aborted is left behind: its late outcome goes nowhere.
   */
  run<T>(work: Work<T>, bounds?: CallBounds): Promise<T>;
  /** Starts the time for work that is more than one function. Dispose of it (`using`) as soon as the work is done. */
  start(bounds?: CallBounds): RunningDeadline;
}

/** A deadline whose time is running. Disposing of it stops the time without aborting anything. */
export interface RunningDeadline extends CallContext, Disposable {
  /** What ended it, the signal's abort reason: the caller's own, or an `AppError`; undefined while it runs. */
  readonly reason: unknown;
  /** Milliseconds left, 0 at the least. */
  remainingMs(): number;
  /** Settles with `promise`, or rejects with the reason as soon as the time is over or the caller aborts. */
  race<T>(promise: PromiseLike<T>): Promise<T>;
}

/**
 * A limit on the total time of a call, waits and retries included. When it is over the call rejects with
 * `deadline-exceeded`. Inside another deadline the earlier end counts, with the reason of its owner.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { createDeadline, systemClock } from './index.ts';
 *
 * const deadline = createDeadline({ clock: systemClock }, { name: 'the archive', timeoutMs: 5 });
 * const slow = deadline.run(({ signal }) => new Promise((_, reject) => {
 *   signal.addEventListener('abort', () => reject(signal.reason));
 * }));
 * await assert.rejects(slow, { code: 'deadline-exceeded' });
 *
 * // The same by hand, over several steps.
 * using running = deadline.start();
 * assert.equal(await running.race(Promise.resolve('first step')), 'first step');
 * assert.ok(running.remainingMs() > 0);
 * ```
 */
export function createDeadline(deps: { readonly clock: Clock }, options: DeadlineOptions): Deadline {
  return new TimeLimit(deps.clock, options, 'deadline-exceeded');
}

/**
 * A limit on one attempt; when it is over the attempt rejects with `attempt-timeout`, which another attempt may follow.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { createAttemptTimeout, systemClock } from './index.ts';
 *
 * const timeout = createAttemptTimeout({ clock: systemClock }, { name: 'GigaChat', timeoutMs: 5 });
 * const silent = timeout.run(() => new Promise(() => undefined));
 * await assert.rejects(silent, { code: 'attempt-timeout', message: 'GigaChat did not answer within 0.005 s.' });
 * ```
 */
export function createAttemptTimeout(deps: { readonly clock: Clock }, options: DeadlineOptions): Deadline {
  return new TimeLimit(deps.clock, options, 'attempt-timeout');
}

type TimeLimitCode = 'deadline-exceeded' | 'attempt-timeout';

class TimeLimit implements Deadline {
  readonly #clock: Clock;
  readonly #name: string;
  readonly #timeoutMs: number;
  readonly #code: TimeLimitCode;

  constructor(clock: Clock, options: DeadlineOptions, code: TimeLimitCode) {
    this.#clock = clock;
    this.#name = options.name;
    this.#timeoutMs = requirePositive('timeoutMs', options.timeoutMs);
    this.#code = code;
    Object.freeze(this);
  }

  start(bounds?: CallBounds): TimedCall {
    const timedOut = (): AppError =>
      new AppError(this.#code, { name: this.#name, seconds: toSeconds(this.#timeoutMs) });
    return new TimedCall(this.#clock, this.#timeoutMs, toCall(bounds), timedOut);
  }

  async run<T>(work: Work<T>, bounds?: CallBounds): Promise<T> {
    const call = toCall(bounds);
    call.throwIfEnded();
    const timed = this.start(call);
    try {
      return await timed.settleWith(work(timed));
    } finally {
      timed[Symbol.dispose]();
    }
  }

  toString(): string {
    return this.#code === 'attempt-timeout'
      ? `attempt within ${showDuration(this.#timeoutMs)}`
      : `deadline ${showDuration(this.#timeoutMs)}`;
  }

  [INSPECT](): string {
    return this.toString();
  }
}

/** A call with a time limit of its own inside whatever bounds it came with. */
class TimedCall extends Call implements RunningDeadline {
  override readonly endsAtMs: number;
  readonly #clock: Clock;
  readonly #cancelTimer: CancelTimer | undefined;
  readonly #stopListening: () => void = () => undefined;
  #listeners: Set<(reason: unknown) => void> | undefined;
  #rejectCall: ((reason: unknown) => void) | undefined;
  #controller: AbortController | undefined;
  #end: CallEnd | undefined;

  constructor(clock: Clock, timeoutMs: number, outer: Call, timedOut: () => AppError) {
    super();
    const ownEndMs = clock.nowMs() + timeoutMs;
    this.#clock = clock;
    this.endsAtMs = Math.min(ownEndMs, outer.endsAtMs);
    this.#end = outer.end;
    if (this.#end !== undefined) {
      return;
    }
    this.#stopListening = outer.onEnd((reason) => this.#finish(reason));
    if (ownEndMs < outer.endsAtMs) {
      this.#cancelTimer = clock.setTimer(timeoutMs, () => this.#finish(timedOut()));
    }
  }

  override get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#end !== undefined) {
        this.#controller.abort(this.#end.reason);
      }
    }
    return this.#controller.signal;
  }

  override get end(): CallEnd | undefined {
    return this.#end;
  }

  get reason(): unknown {
    return this.#end?.reason;
  }

  remainingMs(): number {
    return Math.max(0, this.endsAtMs - this.#clock.nowMs());
  }

  override onEnd(listener: (reason: unknown) => void): () => void {
    if (this.#end !== undefined) {
      listener(this.#end.reason);
      return () => undefined;
    }
    const listeners = (this.#listeners ??= new Set());
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  race<T>(promise: PromiseLike<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const stop = this.onEnd(reject);
      Promise.resolve(promise).then(resolve, reject).finally(stop);
    });
  }

  /**
   * The outcome of the call itself: that of its work, or its end. Listens for as long as the call lives, so that it
   * costs nothing to stop: for the one who made the call and disposes of it next.
   */
  settleWith<T>(work: T | PromiseLike<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#end !== undefined) {
        reject(this.#end.reason);
      }
      this.#rejectCall = reject;
      Promise.resolve(work).then(resolve, reject);
    });
  }

  [Symbol.dispose](): void {
    this.#cancelTimer?.();
    this.#stopListening();
  }

  #finish(reason: unknown): void {
    this.#end = { reason };
    this[Symbol.dispose]();
    // The waiters first: whatever the work makes of the abort, they get the reason itself.
    this.#rejectCall?.(reason);
    for (const listener of this.#listeners ?? []) {
      listener(reason);
    }
    this.#listeners = undefined;
    this.#controller?.abort(reason);
  }
}
