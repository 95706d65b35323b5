/** Works on many things at once, up to a limit, and hands the results on in the order of the things. */

/** How a batch runs. */
export interface BatchOptions<Item, Result> {
  readonly items: readonly Item[];
  /** How many are worked on at once, 1 or more. */
  readonly limit: number;
  /** Aborting ends the batch with its reason. */
  readonly signal: AbortSignal;
  /**
   * Works on one, until the signal that it is given aborts. A rejection ends the whole batch: catch what concerns one
   * item alone.
   */
  readonly work: (item: Item, index: number, signal: AbortSignal) => Promise<Result>;
  /** Takes the results one after another in the order of the items, each as soon as those before it are taken. */
  readonly take: (result: Result, index: number) => Promise<void>;
}

/**
 * Runs the batch to its end. When `work` or `take` rejects, what else is at work is aborted and waited for, and the
 * first rejection is thrown.
 */
export async function runBatch<Item, Result>(options: BatchOptions<Item, Result>): Promise<void> {
  const { items, limit, work, take } = options;
  const broken = new AbortController();
  const signal = AbortSignal.any([options.signal, broken.signal]);
  const queue = items.entries();
  const ready = new Map<number, { readonly result: Result }>();
  let next = 0;
  let taking = Promise.resolve();

  async function takeReady(): Promise<void> {
    for (let done = ready.get(next); done !== undefined; done = ready.get(next)) {
      ready.delete(next);
      await take(done.result, next);
      next += 1;
    }
  }

  async function runLane(): Promise<void> {
    try {
      for (const [index, item] of queue) {
        signal.throwIfAborted();
        ready.set(index, { result: await work(item, index, signal) });
        taking = taking.then(takeReady);
        // A reader that is slow holds the work up, so that results do not pile up.
        await taking;
      }
    } catch (error) {
      // The first reason stays; what the abort brings about elsewhere is no reason of its own.
      broken.abort(error);
    }
  }

  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, runLane));
  broken.signal.throwIfAborted();
}
