/** Reading from a source that may stall: an abort ends the wait for what it gives next. */

/**
 * What `source` gives, until it ends, throws, or `signal` is aborted. A reader that stops ends the source, and waits
 * for that, unless the source is in the midst of something: then it ends after it, unwatched.
 *
 * @throws the signal's reason; what the source throws
 */
export async function* untilAborted<Value>(
  source: AsyncIterable<Value>,
  signal: AbortSignal,
): AsyncGenerator<Value> {
  const iterator = source[Symbol.asyncIterator]();
  let state: 'idle' | 'reading' | 'over' = 'idle';
  try {
    for (;;) {
      signal.throwIfAborted();
      state = 'reading';
      const next = await orAborted(iterator.next(), signal);
      if (next.done === true) {
        state = 'over';
        return;
      }
      state = 'idle';
      yield next.value;
    }
  } finally {
    if (state === 'idle') {
      await iterator.return?.();
    } else if (state === 'reading') {
      iterator.return?.().catch(() => undefined);
    }
  }
}

async function orAborted<Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const aborted = Promise.withResolvers<never>();
  const onAbort = (): void => {
    aborted.reject(signal.reason);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([value, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
