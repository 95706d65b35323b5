/** The share of failures among the latest outcomes: a ring of fixed size, exact, that forgets by count and by age. */
import { requirePositive, requireShare, requireWhole } from './options.ts';
import { showDuration } from './show.ts';

/** The size of a window, and what makes it trip. */
export interface FailureShareOptions {
  /** Trips at this share of failures, above 0 and up to 1. */
  readonly share: number;
  /** Looks at this many of the latest outcomes at most. */
  readonly calls: number;
  /** Forgets outcomes that are this many milliseconds old. */
  readonly windowMs: number;
  /** Says nothing before it has seen this many. */
  readonly minCalls: number;
}

/** The latest outcomes of a service. */
export class FailureWindow {
  readonly #options: FailureShareOptions;
  readonly #timesMs: Float64Array;
  readonly #failed: Uint8Array;
  #oldest = 0;
  #length = 0;
  #failures = 0;

  constructor(options: FailureShareOptions) {
    requireShare('failureShare.share', options.share);
    requirePositive('failureShare.windowMs', options.windowMs);
    requireWhole('failureShare.minCalls', options.minCalls, 1);
    // A window that can never hold enough would never trip.
    requireWhole('failureShare.calls', options.calls, options.minCalls);
    this.#options = options;
    this.#timesMs = new Float64Array(options.calls);
    this.#failed = new Uint8Array(options.calls);
  }

  /** Adds an outcome. `nowMs` never goes back. */
  add(nowMs: number, failed: boolean): void {
    this.#forget(nowMs);
    if (this.#length === this.#options.calls) {
      this.#drop();
    }
    const place = (this.#oldest + this.#length) % this.#options.calls;
    this.#timesMs[place] = nowMs;
    this.#failed[place] = Number(failed);
    this.#length += 1;
    this.#failures += Number(failed);
  }

  /** Whether failures have reached their share, among the outcomes that are young enough at `nowMs`. */
  isTripped(nowMs: number): boolean {
    this.#forget(nowMs);
    const { share, minCalls } = this.#options;
    return this.#length >= minCalls && this.#failures >= share * this.#length;
  }

  clear(): void {
    this.#length = 0;
    this.#failures = 0;
  }

  toString(): string {
    const { share, calls, windowMs, minCalls } = this.#options;
    const percent = Math.round(share * 100);
    return `${percent} % of the last ${calls} within ${showDuration(windowMs)} (from ${minCalls})`;
  }

  #forget(nowMs: number): void {
    const endMs = nowMs - this.#options.windowMs;
    while (this.#length > 0 && (this.#timesMs[this.#oldest] ?? 0) <= endMs) {
      this.#drop();
    }
  }

  #drop(): void {
    this.#failures -= this.#failed[this.#oldest] ?? 0;
    this.#oldest = (this.#oldest + 1) % this.#options.calls;
    this.#length -= 1;
  }
}
