/** Listening to an abort signal at a constant price, however many listen to the same one. */

type AbortListener = (reason: unknown) => void;

/**
 * The listeners of each signal. `addEventListener` looks through all earlier listeners of the signal to find a
 * duplicate, so that 10,000 waiters on one signal cost 50 million steps (measured: 0.2 s). One listener that passes
 * the abort on to a set costs each of them the same.
 */
const listenersBySignal = new WeakMap<AbortSignal, Set<AbortListener>>();

/**
 * Calls `listener` with the signal's own reason when it aborts. The signal must not be aborted yet.
 *
 * @returns stops listening; may be called at any time, more than once
 */
export function onAbort(signal: AbortSignal, listener: AbortListener): () => void {
  let listeners = listenersBySignal.get(signal);
  if (listeners === undefined) {
    listeners = new Set();
    listenersBySignal.set(signal, listeners);
  }
  if (listeners.size === 0) {
    signal.addEventListener('abort', passOn, { once: true });
  }
  const current = listeners;
  current.add(listener);
  return () => {
    if (current.delete(listener) && current.size === 0) {
      signal.removeEventListener('abort', passOn);
    }
  };
}

function passOn(this: AbortSignal): void {
  const listeners = listenersBySignal.get(this);
  listenersBySignal.delete(this);
  for (const listener of listeners ?? []) {
    listener(this.reason);
  }
}
