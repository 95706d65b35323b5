/** For tests: the outcome of a promise as it stands, without waiting for it. */

/** What has become of a promise so far. */
export type Outcome<T> =
  | { readonly state: 'pending' }
  | { readonly state: 'fulfilled'; readonly value: T }
  | { readonly state: 'rejected'; readonly reason: unknown };

/** Watches a promise: the returned function tells its outcome so far. A rejection counts as handled. */
export function observe<T>(promise: PromiseLike<T>): () => Outcome<T> {
  let outcome: Outcome<T> = { state: 'pending' };
  promise.then(
    (value) => {
      outcome = { state: 'fulfilled', value };
    },
    (reason: unknown) => {
      outcome = { state: 'rejected', reason };
    },
  );
  return () => outcome;
}
