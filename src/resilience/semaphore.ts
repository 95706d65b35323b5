/** A semaphore: no more than so much work at once, first come first served. */
import type { Call, CallBounds, Policy, Work } from './call.ts';
import { INSPECT, toCall } from './call.ts';
import type { Clock } from './clock.ts';
import { requireWhole } from './options.ts';
import type { Load } from './wait-line.ts';
import { WaitLine } from './wait-line.ts';

/** How much at once, and how many may wait for it. */
export interface SemaphoreOptions {
  /** What is limited, as a person is told: `analyses`. */
  readonly name: string;
  /** The weight that may be in use at once, a whole number from 1. */
  readonly limit: number;
  /** So many may wait; who comes then is refused with `too-busy`. 0 lets nobody wait. */
  readonly maxWaiting: number;
}

/** Room that was given. Disposing of it (`using`) is releasing it. */
export interface Permit extends Disposable {
  /** Gives the room back. Further calls do nothing. */
  release(): void;
}

/** A semaphore, as a policy and as permits taken by hand. */
export interface Semaphore extends Policy {
  /** Waits for room, does the work, and gives the room back however the work ends. Otherwise as `acquire`. */
  run<T>(work: Work<T>, bounds?: CallBounds, weight?: number): Promise<T>;
  /**
   * Waits for room. Rejects with `too-busy` when the line is full, with the caller's own reason when its signal
   * aborts first.
   *
   * @param weight how much of the limit the work takes, a whole number from 1. Default: 1. More than the limit counts
   *   as the whole of it, so that such work runs alone instead of never.
   */
  acquire(weight?: number, bounds?: CallBounds): Promise<Permit>;
  /**
   * Changes the limit from now on. More room is given out at once; with less, what is in use ends in its own time
   * and nothing begins before it fits.
   */
  resize(limit: number): void;
  /** How full it is: weight in use, limit, callers waiting, and how long the first of them has. */
  load(): Load;
}

/**
 * Makes an empty semaphore. Callers are served strictly in the order in which they came: a light one never overtakes
 * a heavy one.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import { createSemaphore, systemClock } from './index.ts';
 *
 * const analyses = createSemaphore({ clock: systemClock }, { name: 'analyses', limit: 3, maxWaiting: 1 });
 * const permit = await analyses.acquire(2);
 * const second = analyses.run(() => 'a long recording', {}, 2); // waits
 * const third = analyses.run(() => 'one too many');
 * await assert.rejects(third, { code: 'too-busy' });
 *
 * const { active, limit, waiting } = analyses.load();
 * assert.deepEqual({ active, limit, waiting }, { active: 2, limit: 3, waiting: 1 });
 *
 * permit.release();
 * assert.equal(await second, 'a long recording');
 * ```
 */
export function createSemaphore(deps: { readonly clock: Clock }, options: SemaphoreOptions): Semaphore {
  return new FairSemaphore(deps.clock, options);
}

class FairSemaphore implements Semaphore {
  readonly #name: string;
  readonly #maxWaiting: number;
  readonly #line: WaitLine;
  #limit: number;
  #active = 0;

  constructor(clock: Clock, options: SemaphoreOptions) {
    this.#name = options.name;
    this.#limit = requireWhole('limit', options.limit, 1);
    this.#maxWaiting = requireWhole('maxWaiting', options.maxWaiting, 0);
    this.#line = new WaitLine(clock, options.name, options.maxWaiting, () => this.#serve());
    Object.freeze(this);
  }

  async run<T>(work: Work<T>, bounds?: CallBounds, weight = 1): Promise<T> {
    const call = toCall(bounds);
    // Without an await when there is room: the common case costs no turn.
    const taken = this.#tryTake(weight, call) ?? (await this.#line.join(weight, call));
    try {
      call.throwIfEnded();
      return await work(call);
    } finally {
      this.#giveBack(taken);
    }
  }

  async acquire(weight = 1, bounds?: CallBounds): Promise<Permit> {
    const call = toCall(bounds);
    const taken = this.#tryTake(weight, call) ?? (await this.#line.join(weight, call));
    if (call.end !== undefined) {
      this.#giveBack(taken);
      call.throwIfEnded();
    }
    let held = true;
    const release = (): void => {
      if (held) {
        held = false;
        this.#giveBack(taken);
      }
    };
    return Object.freeze({ release, [Symbol.dispose]: release });
  }

  resize(limit: number): void {
    this.#limit = requireWhole('limit', limit, 1);
    this.#serve();
  }

  load(): Load {
    return {
      name: this.#name,
      active: this.#active,
      limit: this.#limit,
      waiting: this.#line.length,
      longestWaitMs: this.#line.longestWaitMs,
    };
  }

  toString(): string {
    return `at most ${this.#limit} ${this.#name} at once, ${this.#maxWaiting} waiting`;
  }

  [INSPECT](): string {
    return this.toString();
  }

  /** Takes room for a newcomer and returns how much, or undefined when it must wait. */
  #tryTake(weight: number, call: Call): number | undefined {
    requireWhole('weight', weight, 1);
    call.throwIfEnded();
    const share = Math.min(weight, this.#limit);
    if (this.#line.length > 0 || this.#active + share > this.#limit) {
      return undefined;
    }
    this.#active += share;
    return share;
  }

  #giveBack(taken: number): void {
    this.#active -= taken;
    this.#serve();
  }

  /** Serves from the front of the line for as long as the first one fits. */
  #serve(): void {
    for (let weight = this.#line.firstAmount; weight !== undefined; weight = this.#line.firstAmount) {
      const share = Math.min(weight, this.#limit);
      if (this.#active + share > this.#limit) {
        return;
      }
      this.#active += share;
      this.#line.serveFirst(share);
    }
  }
}
