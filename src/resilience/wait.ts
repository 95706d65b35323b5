/** A pause that the end of the call cuts short at once. */
import type { Call } from './call.ts';
import type { Clock } from './clock.ts';

/** Resolves after `delayMs`; rejects with the call's reason as soon as the call ends. Leaves no timer, no listener. */
export function wait(clock: Clock, delayMs: number, call: Call): Promise<void> {
  return new Promise((resolve, reject) => {
    call.throwIfEnded();
    const cancelTimer = clock.setTimer(delayMs, () => {
      stopListening();
      resolve();
    });
    const stopListening = call.onEnd((reason) => {
      cancelTimer();
      reject(reason);
    });
  });
}
