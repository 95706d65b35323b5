/** A circuit breaker: leaves a failing service alone for a while, and answers at once in its place. */
import { AppError, isAppError } from '../errors/index.ts';
import type { Call, CallBounds, Policy, Work } from './call.ts';
import { INSPECT, toCall } from './call.ts';
import type { Clock } from './clock.ts';
import type { FailureShareOptions } from './failure-window.ts';
import { FailureWindow } from './failure-window.ts';
import type { Unsubscribe } from './listeners.ts';
import { Listeners } from './listeners.ts';
import { requirePositive, requireWhole } from './options.ts';
import { showDuration, toSeconds } from './show.ts';

/**
 * What an error says of the service:
 * - `failure`: it is broken, or cannot be reached;
 * - `timeout`: it did not answer in time;
 * - `busy`: it works and asks for patience (429). Never counts as a failure;
 * - `quota`: it works and will not for some time (402);
 * - `alive`: it works, the fault is the request's (404). Counts as a success;
 * - `nothing`: the error is of another making, such as the caller's own. Counts as if there had been no call.
 */
export type Verdict = 'failure' | 'timeout' | 'busy' | 'quota' | 'alive' | 'nothing';

/** What opens a breaker, and for how long. */
export interface CircuitBreakerOptions {
  /** Who is called, as a person is told: `GigaChat`. */
  readonly name: string;
  /**
   * What an error says of the service. Default: time-outs of `resilience` are `timeout`, all else is `failure`. Not
   * asked about what the caller ended (`nothing`), nor about refusals of breakers and limits (`nothing`).
   */
  readonly classify?: (error: unknown) => Verdict;
  /**
   * Opens when so many failures and time-outs come in a row, by the kind of the latest. Default: 5 and 5; `timeout: 1`
   * opens on the first time-out, for a service whose slowness costs more than its absence.
   */
  readonly failuresInRow?: { readonly failure?: number; readonly timeout?: number };
  /** Opens also at a share of failures over a sliding window. Default: no such window. */
  readonly failureShare?: FailureShareOptions;
  /** Milliseconds until an open breaker lets one call try. Default: 60,000. */
  readonly openMs?: number;
  /**
   * So many calls in a row that end `busy` after their last attempt mean that the quota is used up. Default: 3. Only
   * calls through `guard` are counted.
   */
  readonly busyCallsInRow?: number;
  /** Milliseconds until a breaker lets one call try after the quota was used up. Default: 600,000. */
  readonly quotaMs?: number;
}

/** Where a breaker stands. `open` and `quota` last until the first call after their time; then it is `half-open`. */
export type CircuitState = 'closed' | 'open' | 'quota' | 'half-open';

/** A change of state. A log writes `closed` as news and the rest as errors. */
export interface CircuitEvent {
  readonly name: string;
  readonly from: CircuitState;
  readonly to: CircuitState;
  /** The moment, on the scale of the clock's `nowMs()`. */
  readonly atMs: number;
  /** The error that did it; undefined when it was a success or the time. */
  readonly cause: unknown;
}

/** A breaker as a policy. */
export interface CircuitBreaker extends Policy {
  /** Where it stands. */
  readonly state: CircuitState;
  /**
   * One attempt, counted. While open rejects at once with `circuit-open` or `quota-exceeded`, which says for how
   * long; the work is then not called.
   */
  run<T>(work: Work<T>, bounds?: CallBounds): Promise<T>;
  /**
   * The outer half, for a call whose attempts go through `run`: put it around the queue and the retry. Refuses as
   * `run` does, before anything is waited for, and counts calls that end `busy` for all their attempts.
   */
  guard<T>(work: Work<T>, bounds?: CallBounds): Promise<T>;
  /** Calls `listener` at every change of state. */
  onStateChange(listener: (event: CircuitEvent) => void): Unsubscribe;
}

/**
 * What opens a breaker when nothing else is asked for.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { CIRCUIT_BREAKER_DEFAULTS } from './index.ts';
 *
 * assert.deepEqual(CIRCUIT_BREAKER_DEFAULTS, {
 *   failuresInRow: { failure: 5, timeout: 5 },
 *   openMs: 60_000,
 *   busyCallsInRow: 3,
 *   quotaMs: 600_000,
 * });
 * ```
 */
export const CIRCUIT_BREAKER_DEFAULTS = Object.freeze({
  failuresInRow: Object.freeze({ failure: 5, timeout: 5 }),
  openMs: 60_000,
  busyCallsInRow: 3,
  quotaMs: 600_000,
});

/**
 * Makes a closed breaker. It holds no timer: its time is looked at when a call comes.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { isAppError } from '../errors/index.ts';
 * import { createCircuitBreaker, systemClock } from './index.ts';
 *
 * const breaker = createCircuitBreaker({ clock: systemClock }, { name: 'GigaChat', failuresInRow: { failure: 2 } });
 * const log: string[] = [];
 * breaker.onStateChange(({ name, to }) => log.push(`${to === 'closed' ? 'info' : 'error'}: ${name} is ${to}`));
 *
 * const broken = () => Promise.reject(new Error('status 500'));
 * await assert.rejects(breaker.run(broken), { message: 'status 500' });
 * await assert.rejects(breaker.run(broken), { message: 'status 500' });
 * assert.deepEqual(log, ['error: GigaChat is open']);
 *
 * // From now on the answer is there at once, and what stands in for the service can be given instead.
 * const advice = await breaker.run(broken).catch((error: unknown) => {
 *   if (isAppError(error, 'circuit-open')) {
 *     return 'advice by the rules';
 *   }
 *   throw error;
 * });
 * assert.equal(advice, 'advice by the rules');
 * ```
 */
export function createCircuitBreaker(
  deps: { readonly clock: Clock },
  options: CircuitBreakerOptions,
): CircuitBreaker {
  return new Breaker(deps.clock, options);
}

type State =
  | { readonly kind: 'closed' }
  /**
   * Refuses until a moment. `half-open`: a probe is under way, and is waited for until then; after that the next call
   * is the probe, so that a lost one does not keep the breaker shut for ever.
   */
  | { readonly kind: 'open' | 'quota' | 'half-open'; readonly untilMs: number };

// No state keeps the error that led to it: an error holds on to the frames it came through, and all that they saw.
const CLOSED: State = Object.freeze({ kind: 'closed' });

/** Refusals made on this side of the wire: they say nothing of the service. */
const OWN_REFUSALS = ['circuit-open', 'quota-exceeded', 'too-busy'] as const;

class Breaker implements CircuitBreaker {
  readonly #clock: Clock;
  readonly #options: Required<Omit<CircuitBreakerOptions, 'failureShare' | 'failuresInRow'>>;
  readonly #failuresInRowAt: { readonly failure: number; readonly timeout: number };
  readonly #window: FailureWindow | undefined;
  readonly #listeners = new Listeners<CircuitEvent>();
  #state: State = CLOSED;
  /** Grows whenever the outcomes of calls under way stop to count. */
  #era = 0;
  #failuresInRow = 0;
  #busyCallsInRow = 0;

  constructor(clock: Clock, options: CircuitBreakerOptions) {
    const { failureShare, failuresInRow, ...rest } = options;
    this.#clock = clock;
    this.#options = Object.freeze({ classify: classifyByTime, ...CIRCUIT_BREAKER_DEFAULTS, ...rest });
    this.#failuresInRowAt = { ...CIRCUIT_BREAKER_DEFAULTS.failuresInRow, ...failuresInRow };
    requirePositive('openMs', this.#options.openMs);
    requirePositive('quotaMs', this.#options.quotaMs);
    requireWhole('busyCallsInRow', this.#options.busyCallsInRow, 1);
    requireWhole('failuresInRow.failure', this.#failuresInRowAt.failure, 1);
    requireWhole('failuresInRow.timeout', this.#failuresInRowAt.timeout, 1);
    this.#window = failureShare === undefined ? undefined : new FailureWindow(failureShare);
    Object.freeze(this);
  }

  get state(): CircuitState {
    return this.#state.kind;
  }

  async run<T>(work: Work<T>, bounds?: CallBounds): Promise<T> {
    const call = toCall(bounds);
    call.throwIfEnded();
    const era = this.#admit();
    let result: T;
    try {
      result = await work(call);
    } catch (error) {
      this.#record(era, this.#judge(error, call), error);
      throw error;
    }
    this.#record(era, 'alive', undefined);
    return result;
  }

  async guard<T>(work: Work<T>, bounds?: CallBounds): Promise<T> {
    const call = toCall(bounds);
    call.throwIfEnded();
    this.#refuse();
    try {
      return await work(call);
    } catch (error) {
      // A wait that was too long to begin is the last of the attempts too.
      const last = isAppError(error, 'retry-too-late') ? error.cause : error;
      if (this.#judge(last, call) === 'busy') {
        this.#countBusyCall(last);
      }
      throw error;
    }
  }

  onStateChange(listener: (event: CircuitEvent) => void): Unsubscribe {
    return this.#listeners.subscribe(listener);
  }

  toString(): string {
    const { name, openMs, quotaMs, busyCallsInRow } = this.#options;
    const { failure, timeout } = this.#failuresInRowAt;
    const share = this.#window === undefined ? '' : ` or ${this.#window.toString()}`;
    return (
      `circuit breaker ${name}, ${this.state} (opens for ${showDuration(openMs)} after ${failure} failures or ` +
      `${timeout} time-outs in a row${share}; for ${showDuration(quotaMs)} after ${busyCallsInRow} busy calls)`
    );
  }

  [INSPECT](): string {
    return this.toString();
  }

  /** Lets a call through and says which era its outcome counts in, or throws the refusal. */
  #admit(): number {
    if (this.#state.kind !== 'closed') {
      this.#refuse();
      this.#become({ kind: 'half-open', untilMs: this.#clock.nowMs() + this.#options.openMs }, undefined);
    }
    return this.#era;
  }

  /** Throws while the breaker's time runs, or that of the probe. */
  #refuse(): void {
    const state = this.#state;
    if (state.kind === 'closed') {
      return;
    }
    const leftMs = state.untilMs - this.#clock.nowMs();
    if (leftMs > 0) {
      const details = { name: this.#options.name, seconds: toSeconds(leftMs) };
      throw new AppError(state.kind === 'quota' ? 'quota-exceeded' : 'circuit-open', details);
    }
  }

  #judge(error: unknown, call: Call): Verdict {
    if (call.end !== undefined) {
      return isTimeLimit(call.end.reason) ? 'timeout' : 'nothing';
    }
    return OWN_REFUSALS.some((code) => isAppError(error, code)) ? 'nothing' : this.#options.classify(error);
  }

  #record(era: number, verdict: Verdict, error: unknown): void {
    if (era !== this.#era) {
      return;
    }
    switch (verdict) {
      case 'alive':
        this.#succeed();
        return;
      case 'failure':
      case 'timeout':
        this.#fail(verdict, error);
        return;
      case 'quota':
        this.#open('quota', error);
        return;
      case 'busy':
      case 'nothing':
        this.#passProbeOn();
        return;
      default:
        verdict satisfies never;
    }
  }

  #succeed(): void {
    this.#failuresInRow = 0;
    this.#busyCallsInRow = 0;
    if (this.#state.kind === 'half-open') {
      this.#window?.clear();
      this.#become(CLOSED, undefined);
    } else {
      this.#window?.add(this.#clock.nowMs(), false);
    }
  }

  #fail(kind: 'failure' | 'timeout', error: unknown): void {
    if (this.#state.kind === 'half-open') {
      this.#open('open', error);
      return;
    }
    const nowMs = this.#clock.nowMs();
    this.#failuresInRow += 1;
    this.#window?.add(nowMs, true);
    if (this.#failuresInRow >= this.#failuresInRowAt[kind] || this.#window?.isTripped(nowMs) === true) {
      this.#open('open', error);
    }
  }

  /** Lets the next call be the probe: this one has told nothing. */
  #passProbeOn(): void {
    if (this.#state.kind === 'half-open') {
      this.#become({ kind: 'half-open', untilMs: -Infinity }, undefined);
    }
  }

  #countBusyCall(error: unknown): void {
    if (this.#state.kind === 'closed' || this.#state.kind === 'half-open') {
      this.#busyCallsInRow += 1;
      if (this.#busyCallsInRow >= this.#options.busyCallsInRow) {
        this.#open('quota', error);
      }
    }
  }

  #open(kind: 'open' | 'quota', cause: unknown): void {
    const lastsMs = kind === 'quota' ? this.#options.quotaMs : this.#options.openMs;
    this.#become({ kind, untilMs: this.#clock.nowMs() + lastsMs }, cause);
  }

  #become(state: State, cause: unknown): void {
    const from = this.#state.kind;
    this.#state = state;
    this.#era += 1;
    if (from !== state.kind) {
      const { name } = this.#options;
      this.#listeners.emit({ name, from, to: state.kind, atMs: this.#clock.nowMs(), cause });
    }
  }
}

/** The verdict when the caller has no opinion. */
function classifyByTime(error: unknown): Verdict {
  return isTimeLimit(error) ? 'timeout' : 'failure';
}

function isTimeLimit(error: unknown): boolean {
  return isAppError(error, 'attempt-timeout') || isAppError(error, 'deadline-exceeded');
}
