/** Who wants to hear of an event: subscribed by a function, until they call what they got back. */

/** Stops a subscription; may be called more than once. */
export type Unsubscribe = () => void;

/** The subscribers to one kind of event. Emitting is private to its owner; only `subscribe` is handed out. */
export class Listeners<E> {
  // Made with the first subscriber: most owners never get one.
  #subscribers: Set<{ readonly listener: (event: E) => void }> | undefined;

  /** Calls `listener` at every event from now on; the same function twice is called twice. */
  subscribe(listener: (event: E) => void): Unsubscribe {
    const subscriber = { listener };
    const subscribers = (this.#subscribers ??= new Set());
    subscribers.add(subscriber);
    return () => {
      subscribers.delete(subscriber);
    };
  }

  /** Tells every subscriber, in the order in which they came. */
  emit(event: E): void {
    for (const { listener } of this.#subscribers ?? []) {
      try {
        listener(event);
      } catch (error) {
        // As the platform's own events do: a fault of one listener is its owner's, uncaught, and stops nobody else.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
