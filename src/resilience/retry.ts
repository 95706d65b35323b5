/** Trying again: a bounded number of attempts, with waits that obey the server and end with the call. */
import { AppError, isAppError } from '../errors/index.ts';
import type { BackoffOptions } from './backoff.ts';
import { backoffMs, toBackoff } from './backoff.ts';
import type { CallBounds, Policy, Work } from './call.ts';
import { INSPECT, toCall } from './call.ts';
import type { Clock, Random } from './clock.ts';
import type { Unsubscribe } from './listeners.ts';
import { Listeners } from './listeners.ts';
import { requireWhole } from './options.ts';
import { parseRetryAfter } from './retry-after.ts';
import { showDuration, toSeconds } from './show.ts';
import { wait } from './wait.ts';

/** What the caller says of an error: try again or not, and what the server asked for. */
export type RetryVerdict =
  | { readonly retry: false }
  | {
      readonly retry: true;
      /** The server's `Retry-After` as it came. The wait is never shorter; one that cannot be read is ignored. */
      readonly retryAfter?: string | null | undefined;
    };

/** How often, how long, and for which errors. */
export interface RetryOptions {
  /** Who is called, as a person is told: `GigaChat`. */
  readonly name: string;
  /** Attempts in all, the first included; 1 is no retry. Default: 3. */
  readonly attempts?: number;
  /** What differs from `BACKOFF_DEFAULTS`. */
  readonly backoff?: Partial<BackoffOptions>;
  /**
   * Which errors are worth another attempt. Not asked after the last attempt, after the caller's abort, or for the
   * refusal of an open circuit breaker: these are never retried.
   *
   * @param attempt the number of the attempt that failed, from 1
   */
  readonly classify: (error: unknown, attempt: number) => RetryVerdict;
}

/** An attempt failed and another will follow. */
export interface RetryEvent {
  readonly name: string;
  /** The number of the attempt that failed, from 1. */
  readonly attempt: number;
  /** Milliseconds until the next one. */
  readonly waitMs: number;
  readonly error: unknown;
}

/** Attempts as a policy. */
export interface Retry extends Policy {
  /**
   * Does the work until it succeeds. Otherwise rejects with the last attempt's own error; or, when the server asked
   * for a wait that ends after the deadline, at once with `retry-too-late`, which says how long it would have been
   * and has that error as its cause. No attempt starts after the deadline.
   */
  run<T>(work: Work<T>, bounds?: CallBounds): Promise<T>;
  /** Calls `listener` before each wait. */
  onRetry(listener: (event: RetryEvent) => void): Unsubscribe;
}

/** Attempts in all when nothing else is asked for. */
const DEFAULT_ATTEMPTS = 3;

/**
 * Makes a retry. By default 3 attempts with waits of up to 1 s and 2 s, and none after the last.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { createRetry, systemClock } from './index.ts';
 *
 * class HttpError extends Error {
 *   readonly status: number;
 *   readonly retryAfter: string | undefined;
 *   constructor(status: number, retryAfter?: string) {
 *     super(`status ${status}`);
 *     this.status = status;
 *     this.retryAfter = retryAfter;
 *   }
 * }
 * const retry = createRetry({ clock: systemClock, random: Math.random }, {
 *   name: 'the archive',
 *   backoff: { firstMs: 1 },
 *   classify: (error) => error instanceof HttpError && error.status >= 500
 *     ? { retry: true, retryAfter: error.retryAfter }
 *     : { retry: false },
 * });
 *
 * const answers = [new HttpError(503, '0'), new HttpError(502), 'the recording'];
 * const result = await retry.run(async () => {
 *   const answer = answers.shift();
 *   if (answer instanceof Error) {
 *     throw answer;
 *   }
 *   return answer;
 * });
 * assert.equal(result, 'the recording');
 *
 * await assert.rejects(retry.run(() => Promise.reject(new HttpError(404))), { message: 'status 404' });
 * ```
 */
export function createRetry(
  deps: { readonly clock: Clock; readonly random: Random },
  options: RetryOptions,
): Retry {
  return new BoundedRetry(deps.clock, deps.random, options);
}

class BoundedRetry implements Retry {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #name: string;
  readonly #attempts: number;
  readonly #backoff: BackoffOptions;
  readonly #classify: RetryOptions['classify'];
  readonly #listeners = new Listeners<RetryEvent>();

  constructor(clock: Clock, random: Random, options: RetryOptions) {
    this.#clock = clock;
    this.#random = random;
    this.#name = options.name;
    this.#attempts = requireWhole('attempts', options.attempts ?? DEFAULT_ATTEMPTS, 1);
    this.#backoff = toBackoff(options.backoff ?? {});
    this.#classify = options.classify;
    Object.freeze(this);
  }

  async run<T>(work: Work<T>, bounds?: CallBounds): Promise<T> {
    const call = toCall(bounds);
    call.throwIfEnded();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work(call);
      } catch (error) {
        call.throwIfEnded();
        const waitMs = this.#waitAfter(error, attempt, call.endsAtMs);
        this.#listeners.emit({ name: this.#name, attempt, waitMs, error });
        await wait(this.#clock, waitMs, call);
        // A process that was blocked may wake after the deadline and before its timer.
        if (this.#clock.nowMs() >= call.endsAtMs) {
          throw error;
        }
      }
    }
  }

  onRetry(listener: (event: RetryEvent) => void): Unsubscribe {
    return this.#listeners.subscribe(listener);
  }

  toString(): string {
    const { firstMs, factor, maxMs, jitter } = this.#backoff;
    const waits = `${showDuration(firstMs)} × ${factor}, at most ${showDuration(maxMs)}`;
    return `retry ${this.#name} up to ${this.#attempts} attempts (waits ${waits}, jitter ${jitter})`;
  }

  [INSPECT](): string {
    return this.toString();
  }

  /** Milliseconds to wait before the next attempt, or throws when there is none. */
  #waitAfter(error: unknown, attempt: number, endsAtMs: number): number {
    if (
      attempt >= this.#attempts ||
      isAppError(error, 'circuit-open') ||
      isAppError(error, 'quota-exceeded')
    ) {
      throw error;
    }
    const verdict = this.#classify(error, attempt);
    if (!verdict.retry) {
      throw error;
    }
    const drawnMs = backoffMs(attempt, this.#random, this.#backoff);
    const askedMs = this.#askedMs(verdict.retryAfter);
    const leftMs = endsAtMs - this.#clock.nowMs();
    if (askedMs > 0 && askedMs >= leftMs) {
      const details = { name: this.#name, seconds: toSeconds(askedMs), leftSeconds: toSeconds(leftMs) };
      throw new AppError('retry-too-late', details, { cause: error });
    }
    const waitMs = Math.max(drawnMs, askedMs);
    if (waitMs >= leftMs) {
      throw error;
    }
    return waitMs;
  }

  #askedMs(header: string | null | undefined): number {
    return header == null ? 0 : (parseRetryAfter(header, this.#clock.wallMs()) ?? 0);
  }
}
