/** A bounded line of callers, first come first served, which each of them may leave at any time. */
import { AppError } from '../errors/index.ts';
import type { Call } from './call.ts';
import type { Clock } from './clock.ts';

/** How full a limit is, for gauges and for a person. */
export interface Load {
  readonly name: string;
  /** How much is in use now. */
  readonly active: number;
  /** How much may be in use at once. */
  readonly limit: number;
  /** Callers that wait. */
  readonly waiting: number;
  /** Milliseconds that the first of them has waited; 0 when nobody does. */
  readonly longestWaitMs: number;
}

/** One who waits. The line is linked both ways, so that leaving from its middle costs the same whatever its length. */
interface Waiter {
  readonly amount: number;
  readonly sinceMs: number;
  readonly resolve: (granted: number) => void;
  stopListening: () => void;
  before: Waiter | undefined;
  after: Waiter | undefined;
}

/** The line in front of a limit. Who is served, and when, is for the limit to say. */
export class WaitLine {
  readonly #clock: Clock;
  readonly #name: string;
  readonly #maxWaiting: number;
  readonly #onLeave: () => void;
  #first: Waiter | undefined;
  #last: Waiter | undefined;
  #length = 0;

  /** @param onLeave called after a caller has left unserved: who stands behind may fit where it did not */
  constructor(clock: Clock, name: string, maxWaiting: number, onLeave: () => void) {
    this.#clock = clock;
    this.#name = name;
    this.#maxWaiting = maxWaiting;
    this.#onLeave = onLeave;
  }

  get length(): number {
    return this.#length;
  }

  /** What the first in the line asks for; undefined when it is empty. */
  get firstAmount(): number | undefined {
    return this.#first?.amount;
  }

  get longestWaitMs(): number {
    return this.#first === undefined ? 0 : this.#clock.nowMs() - this.#first.sinceMs;
  }

  /**
   * Stands at the end of the line until served, and resolves with what was granted. Rejects with `too-busy` when the
   * line is full, with the call's reason as soon as the call ends.
   */
  join(amount: number, call: Call): Promise<number> {
    if (this.#length >= this.#maxWaiting) {
      return Promise.reject(new AppError('too-busy', { name: this.#name, waiting: this.#length }));
    }
    return new Promise((resolve, reject) => {
      const waiter = this.#append(amount, resolve);
      waiter.stopListening = call.onEnd((reason) => {
        this.#unlink(waiter);
        reject(reason);
        this.#onLeave();
      });
    });
  }

  /** Takes the first out of the line and grants it `granted`. The line must not be empty. */
  serveFirst(granted: number): void {
    const first = this.#first;
    if (first !== undefined) {
      this.#unlink(first);
      first.stopListening();
      first.resolve(granted);
    }
  }

  #append(amount: number, resolve: (granted: number) => void): Waiter {
    const before = this.#last;
    const sinceMs = this.#clock.nowMs();
    const waiter: Waiter = {
      amount,
      sinceMs,
      resolve,
      stopListening: () => undefined,
      before,
      after: undefined,
    };
    if (before === undefined) {
      this.#first = waiter;
    } else {
      before.after = waiter;
    }
    this.#last = waiter;
    this.#length += 1;
    return waiter;
  }

  #unlink(waiter: Waiter): void {
    const { before, after } = waiter;
    if (before === undefined) {
      this.#first = after;
    } else {
      before.after = after;
    }
    if (after === undefined) {
      this.#last = before;
    } else {
      after.before = before;
    }
    this.#length -= 1;
  }
}
