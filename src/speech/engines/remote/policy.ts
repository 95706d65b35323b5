/** How a transcription server is called: how long, how often, how many at once, and when it is left alone. */
import type { BackoffOptions, Clock, Policy, Random } from '../../../resilience/index.ts';
import {
  compose,
  createAttemptTimeout,
  createCircuitBreaker,
  createDeadline,
  createRetry,
  createSemaphore,
} from '../../../resilience/index.ts';
import { isAppError } from '../../../errors/index.ts';
import { ServiceFailure } from './service-failure.ts';

/** The limits around the requests for one chunk. */
export interface RemoteLimits {
  /** Requests at once. */
  readonly concurrency: number;
  /** Chunks that may wait for their turn; who comes then is refused with `too-busy`. */
  readonly maxWaiting: number;
  /** Milliseconds for one request. */
  readonly attemptTimeoutMs: number;
  /** Milliseconds for a chunk in all: its turn, its requests and the waits between them. */
  readonly timeoutMs: number;
  /** Requests for one chunk at most. */
  readonly attempts: number;
  /** What differs from `BACKOFF_DEFAULTS`. */
  readonly backoff: Partial<BackoffOptions>;
}

/**
 * The defaults. A server of one's own takes one chunk after the other: four of half a minute, heard no faster than they
 * were said, are all answered within the time of one request.
 */
export const REMOTE_LIMITS: RemoteLimits = Object.freeze({
  concurrency: 4,
  maxWaiting: 1_000,
  attemptTimeoutMs: 120_000,
  timeoutMs: 600_000,
  attempts: 4,
  backoff: Object.freeze({}),
});

/** A server that hangs costs a whole time-out each time: twice is enough. */
const TIMEOUTS_IN_ROW = 2;

/** Makes the policy of one server. */
export function createRemotePolicy(
  deps: { readonly clock: Clock; readonly random: Random },
  name: string,
  limits: RemoteLimits,
): Policy {
  return compose({
    deadline: createDeadline(deps, { name, timeoutMs: limits.timeoutMs }),
    semaphore: createSemaphore(deps, {
      name,
      limit: limits.concurrency,
      maxWaiting: limits.maxWaiting,
    }),
    retry: createRetry(deps, {
      name,
      attempts: limits.attempts,
      backoff: limits.backoff,
      classify: (error, attempt) =>
        error instanceof ServiceFailure
          ? error.retry
          : { retry: isAppError(error, 'attempt-timeout') && attempt < TIMEOUTS_IN_ROW },
    }),
    breaker: createCircuitBreaker(deps, {
      name,
      failuresInRow: { timeout: TIMEOUTS_IN_ROW },
      classify: (error) => {
        if (error instanceof ServiceFailure) {
          return error.verdict;
        }
        return isAppError(error, 'attempt-timeout') ? 'timeout' : 'failure';
      },
    }),
    timeout: createAttemptTimeout(deps, { name, timeoutMs: limits.attemptTimeoutMs }),
  });
}
