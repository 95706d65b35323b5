/** Resilience: time limits, retries, circuit breaker and limits around anything that can be slow or fail. */
export { BACKOFF_DEFAULTS, backoffMs } from './backoff.ts';
export type { BackoffOptions } from './backoff.ts';
export type { CallBounds, CallContext, Policy, Work } from './call.ts';
export { CIRCUIT_BREAKER_DEFAULTS, createCircuitBreaker } from './circuit-breaker.ts';
export type {
  CircuitBreaker,
  CircuitBreakerOptions,
  CircuitEvent,
  CircuitState,
  Verdict,
} from './circuit-breaker.ts';
export { systemClock } from './clock.ts';
export type { CancelTimer, Clock, Random } from './clock.ts';
export { compose } from './compose.ts';
export type { PolicyParts } from './compose.ts';
export { createAttemptTimeout, createDeadline } from './deadline.ts';
export type { Deadline, DeadlineOptions, RunningDeadline } from './deadline.ts';
export type { FailureShareOptions } from './failure-window.ts';
export type { Unsubscribe } from './listeners.ts';
export { parseRetryAfter } from './retry-after.ts';
export { createRetry } from './retry.ts';
export type { Retry, RetryEvent, RetryOptions, RetryVerdict } from './retry.ts';
export { createSemaphore } from './semaphore.ts';
export type { Permit, Semaphore, SemaphoreOptions } from './semaphore.ts';
export { runTaskGroup } from './task-group.ts';
export type { TaskGroup } from './task-group.ts';
export { createTokenBucket } from './token-bucket.ts';
export type { TokenBucket, TokenBucketOptions } from './token-bucket.ts';
export type { Load } from './wait-line.ts';
