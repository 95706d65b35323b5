/** Policies in the one order in which they are right together. */
import type { CallBounds, CallContext, Policy, Work } from './call.ts';
import { INSPECT, toCall } from './call.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { Deadline } from './deadline.ts';
import type { Retry } from './retry.ts';
import type { Semaphore } from './semaphore.ts';
import type { TokenBucket } from './token-bucket.ts';

/** The policies of one service, each of them optional. */
export interface PolicyParts {
  /** Over the whole call: every wait and every attempt. */
  readonly deadline?: Deadline;
  readonly breaker?: CircuitBreaker;
  /** Calls at once. A call keeps its place through its retries. */
  readonly semaphore?: Semaphore;
  readonly retry?: Retry;
  /** Attempts in a span of time. */
  readonly bucket?: TokenBucket;
  /** Over one attempt. */
  readonly timeout?: Deadline;
}

/** One policy as the call passes it. */
type Layer = <T>(work: Work<T>, call: CallContext) => Promise<T>;

/**
 * Puts policies around each other, from the outside in:
 *
 * 1. the deadline, so that it covers the waiting too;
 * 2. the breaker's guard, so that an open breaker answers before anything is waited for;
 * 3. the semaphore, so that a struggling service is not sent newcomers between the attempts of a call;
 * 4. the retry;
 * 5. the token bucket, so that each attempt pays, as it does on the wire;
 * 6. the breaker, so that it counts attempts and refuses those who waited while it opened;
 * 7. the attempt's time-out, innermost, so that no wait of ours counts as the service's slowness.
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict';
 * import {
 *   compose, createAttemptTimeout, createCircuitBreaker, createDeadline, createRetry, createSemaphore, systemClock,
 * } from './index.ts';
 *
 * const deps = { clock: systemClock, random: Math.random };
 * const name = 'GigaChat';
 * const policy = compose({
 *   deadline: createDeadline(deps, { name, timeoutMs: 60_000 }),
 *   semaphore: createSemaphore(deps, { name: 'GigaChat calls', limit: 1, maxWaiting: 20 }),
 *   retry: createRetry(deps, { name, backoff: { firstMs: 1 }, classify: () => ({ retry: true }) }),
 *   breaker: createCircuitBreaker(deps, { name }),
 *   timeout: createAttemptTimeout(deps, { name, timeoutMs: 20_000 }),
 * });
 *
 * let attempts = 0;
 * const answer = await policy.run(async ({ signal }) => {
 *   signal.throwIfAborted();
 *   attempts += 1;
 *   if (attempts < 3) {
 *     throw new Error('status 502');
 *   }
 *   return 'well spoken';
 * });
 * assert.equal(answer, 'well spoken');
 * assert.match(String(policy), /^deadline 60 s › circuit breaker GigaChat, closed .* › attempt within 20 s$/);
 * ```
 */
export function compose(parts: PolicyParts): Policy {
  const { deadline, breaker, semaphore, retry, bucket, timeout } = parts;
  const layers = [
    layerOf(deadline),
    guardOf(breaker),
    layerOf(semaphore),
    layerOf(retry),
    layerOf(bucket),
    layerOf(breaker),
    layerOf(timeout),
  ].filter((layer) => layer !== undefined);
  // Linked once, so that a call only walks.
  const through = layers.reduceRight<Layer>(
    (inner, layer) => (work, call) => layer((innerCall) => inner(work, innerCall), call),
    async (work, call) => await work(call),
  );
  const printed = [deadline, breaker, semaphore, retry, bucket, timeout].filter((part) => part !== undefined);
  const toString = (): string => printed.join(' › ') || 'no policy';
  return Object.freeze({
    toString,
    [INSPECT]: toString,
    run: <T>(work: Work<T>, bounds?: CallBounds): Promise<T> => through(work, toCall(bounds)),
  });
}

function layerOf(policy: Policy | undefined): Layer | undefined {
  return policy && ((work, call) => policy.run(work, call));
}

function guardOf(breaker: CircuitBreaker | undefined): Layer | undefined {
  return breaker && ((work, call) => breaker.guard(work, call));
}
