/** One call on its way through the policies: what may end it, known to every policy it passes. */
import { onAbort } from './abort.ts';

/** What the caller binds a call to. */
export interface CallBounds {
  /** Ends the call when it aborts; its own reason, untouched, is what the caller then gets. Default: nothing does. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What the work is given. Hand it on whole as the bounds of whatever it calls: the time that is left goes with it,
 * while its `signal` alone only says when the time has ended.
 */
export interface CallContext {
  /** Aborts when nobody waits for the work any more. Made when first read, so that ignoring it costs nothing. */
  readonly signal: AbortSignal;
  /** When the call ends at the latest, on the scale of the clock's `nowMs()`; `Infinity` without a deadline. */
  readonly endsAtMs: number;
}

/** The work that a policy surrounds. A throw before its first await counts as a rejection. */
export type Work<T> = (context: CallContext) => T | PromiseLike<T>;

/** A rule for how work is done: a frozen object that prints itself. */
export interface Policy {
  /**
   * Does the work under this rule. Rejects with the work's own error, with the caller's own abort reason, or with
   * an `AppError` of a code that the policy names.
   */
  run<T>(work: Work<T>, bounds?: CallBounds): Promise<T>;
  /** The rule and its numbers in one line, for logs. */
  toString(): string;
}

/** How `console.log` and `util.inspect` find the text of an object, without a Node import. */
export const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** A call as the policies see it: what {@link CallContext} shows, and how to watch its end without making a signal. */
export abstract class Call implements CallContext {
  abstract readonly signal: AbortSignal;
  abstract readonly endsAtMs: number;
  /** What ended the call, once something has. */
  abstract readonly end: CallEnd | undefined;
  /**
   * Calls `listener` once when the call ends, which it must not have done yet. Returns how to stop listening, which
   * may be called at any time and more than once.
   */
  abstract onEnd(listener: (reason: unknown) => void): () => void;

  /** Throws the reason when the call has ended. */
  throwIfEnded(): void {
    const { end } = this;
    if (end !== undefined) {
      throw end.reason;
    }
  }
}

/** Boxed, because a reason may be any value. */
export interface CallEnd {
  readonly reason: unknown;
}

/** A call that a signal ends, and nothing else. */
class SignalledCall extends Call {
  override readonly endsAtMs: number;
  readonly #given: AbortSignal | undefined;
  #own: AbortSignal | undefined;

  constructor(given: AbortSignal | undefined, endsAtMs: number) {
    super();
    this.#given = given;
    this.endsAtMs = endsAtMs;
  }

  override get signal(): AbortSignal {
    // Not one shared signal that never aborts: whoever listens to that and forgets it would leak for ever.
    return this.#given ?? (this.#own ??= new AbortController().signal);
  }

  override get end(): CallEnd | undefined {
    return this.#given?.aborted === true ? { reason: this.#given.reason } : undefined;
  }

  override onEnd(listener: (reason: unknown) => void): () => void {
    return this.#given === undefined ? ignore : onAbort(this.#given, listener);
  }
}

function ignore(): void {
  // Nothing was listened to.
}

/** The bounds as a call; those that came from a policy around this one are it already, and keep their deadline. */
export function toCall(bounds: CallBounds | undefined): Call {
  return bounds instanceof Call ? bounds : new SignalledCall(bounds?.signal, Infinity);
}

/** A call inside `outer` that ends with a signal of its own, which must abort when `outer` ends. */
export function callWithin(outer: Call, signal: AbortSignal): Call {
  return new SignalledCall(signal, outer.endsAtMs);
}
