/** A token bucket: no more than so many starts in a span of time, with room for a burst. */
import type { Call, CallBounds, Policy, Work } from './call.ts';
import { INSPECT, toCall } from './call.ts';
import type { CancelTimer, Clock } from './clock.ts';
import { requirePositive, requireWhole } from './options.ts';
import { showDuration } from './show.ts';
import type { Load } from './wait-line.ts';
import { WaitLine } from './wait-line.ts';

/** How often, how many at once, and how many may wait. */
export interface TokenBucketOptions {
  /** What is limited, as a person is told: `GigaChat logins`. */
  readonly name: string;
  /** One token grows back in so many milliseconds: 100 is ten a second. */
  readonly everyMs: number;
  /** The bucket holds so many tokens, a whole number from 1, and starts full. */
  readonly burst: number;
  /** So many may wait; who comes then is refused with `too-busy`. 0 lets nobody wait. */
  readonly maxWaiting: number;
}

/** A token bucket, as a policy and as tokens taken by hand. */
export interface TokenBucket extends Policy {
  /** Takes the tokens, then does the work, which may last as long as it likes. Otherwise as `take`. */
  run<T>(work: Work<T>, bounds?: CallBounds, cost?: number): Promise<T>;
  /**
   * Waits for the tokens and takes them. Rejects with `too-busy` when the line is full, with the caller's own reason
   * when its signal aborts first.
   *
   * @param cost how many tokens, a whole number from 1. Default: 1. More than the burst counts as the whole of it.
   */
  take(cost?: number, bounds?: CallBounds): Promise<void>;
  /** How full it is: tokens that have not grown back (with fractions), burst, callers waiting, the first one's wait. */
  load(): Load;
}

/**
 * Makes a full bucket. Callers are served strictly in the order in which they came. It holds one timer while anybody
 * waits, and none otherwise.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { createTokenBucket, systemClock } from './index.ts';
 *
 * const logins = createTokenBucket({ clock: systemClock }, { name: 'logins', everyMs: 5, burst: 2, maxWaiting: 10 });
 * const startedMs = systemClock.nowMs();
 * await Promise.all([1, 2, 3].map(() => logins.take())); // two at once, the third when a token has grown
 * assert.ok(systemClock.nowMs() - startedMs > 4);
 * ```
 */
export function createTokenBucket(deps: { readonly clock: Clock }, options: TokenBucketOptions): TokenBucket {
  return new FairTokenBucket(deps.clock, options);
}

class FairTokenBucket implements TokenBucket {
  readonly #clock: Clock;
  readonly #options: TokenBucketOptions;
  readonly #line: WaitLine;
  /**
   * When the bucket will be full again if nobody takes more. This one number is the whole state (the generic cell
   * rate algorithm, ITU-T I.371): nothing has to be added up as time goes by, so nothing drifts.
   */
  #fullAtMs = -Infinity;
  #cancelTimer: CancelTimer | undefined;

  constructor(clock: Clock, options: TokenBucketOptions) {
    requirePositive('everyMs', options.everyMs);
    requireWhole('burst', options.burst, 1);
    requireWhole('maxWaiting', options.maxWaiting, 0);
    this.#clock = clock;
    this.#options = Object.freeze({ ...options });
    this.#line = new WaitLine(clock, options.name, options.maxWaiting, () => this.#serve());
    Object.freeze(this);
  }

  async run<T>(work: Work<T>, bounds?: CallBounds, cost = 1): Promise<T> {
    const call = toCall(bounds);
    // Without an await when there are tokens: the common case costs no turn.
    const waiting = this.#takeOrJoin(cost, call);
    if (waiting !== undefined) {
      await waiting;
      call.throwIfEnded();
    }
    return await work(call);
  }

  async take(cost = 1, bounds?: CallBounds): Promise<void> {
    await this.#takeOrJoin(cost, toCall(bounds));
  }

  load(): Load {
    const owedMs = Math.max(0, this.#fullAtMs - this.#clock.nowMs());
    return {
      name: this.#options.name,
      active: owedMs / this.#options.everyMs,
      limit: this.#options.burst,
      waiting: this.#line.length,
      longestWaitMs: this.#line.longestWaitMs,
    };
  }

  toString(): string {
    const { name, everyMs, burst, maxWaiting } = this.#options;
    return `${name} one in ${showDuration(everyMs)}, bursts of ${burst}, ${maxWaiting} waiting`;
  }

  [INSPECT](): string {
    return this.toString();
  }

  /** Takes the tokens, or says what to wait for. */
  #takeOrJoin(cost: number, call: Call): Promise<unknown> | undefined {
    const tokens = Math.min(requireWhole('cost', cost, 1), this.#options.burst);
    call.throwIfEnded();
    if (this.#line.length === 0 && this.#msUntil(tokens) <= 0) {
      this.#spend(tokens);
      return undefined;
    }
    const served = this.#line.join(tokens, call);
    if (this.#cancelTimer === undefined) {
      this.#serve();
    }
    return served;
  }

  /** Serves from the front of the line for as long as there are tokens, then sets the timer for the next one. */
  #serve(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    for (let tokens = this.#line.firstAmount; tokens !== undefined; tokens = this.#line.firstAmount) {
      const waitMs = this.#msUntil(tokens);
      if (waitMs > 0) {
        this.#cancelTimer = this.#clock.setTimer(waitMs, () => this.#serve());
        return;
      }
      this.#spend(tokens);
      this.#line.serveFirst(tokens);
    }
  }

  /** Milliseconds until the bucket holds so many tokens; 0 or less when it does. */
  #msUntil(tokens: number): number {
    const { burst, everyMs } = this.#options;
    return this.#fullAtMs - (burst - tokens) * everyMs - this.#clock.nowMs();
  }

  #spend(tokens: number): void {
    this.#fullAtMs = Math.max(this.#fullAtMs, this.#clock.nowMs()) + tokens * this.#options.everyMs;
  }
}
