/** The libraries that we measure beside; they are installed into `bench/peers` and are no part of the product. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// Only what the benches use. Written here because the type check must pass where the peers are not installed.

/** A policy of cockatiel 4. */
export interface CockatielPolicy {
  execute<T>(work: (context: { signal: AbortSignal }) => Promise<T>, signal?: AbortSignal): Promise<T>;
}

interface Cockatiel {
  bulkhead(limit: number, queue?: number): CockatielPolicy;
  timeout(durationMs: number, strategy: 'aggressive' | 'optimistic'): CockatielPolicy;
  circuitBreaker(handled: unknown, options: { halfOpenAfter: number; breaker: unknown }): CockatielPolicy;
  retry(handled: unknown, options: { maxAttempts: number }): CockatielPolicy;
  wrap(...policies: CockatielPolicy[]): CockatielPolicy;
  readonly handleAll: unknown;
  readonly ConsecutiveBreaker: new (threshold: number) => unknown;
}

interface PQueue {
  add<T>(work: () => Promise<T>, options?: { signal?: AbortSignal }): Promise<T>;
}

interface Opossum {
  fire(): Promise<unknown>;
  shutdown(): void;
}

/** The peers, as far as the benches use them. */
export interface Peers {
  readonly cockatiel: Cockatiel;
  readonly PQueue: new (options: { concurrency: number; intervalCap?: number; interval?: number }) => PQueue;
  readonly Opossum: new (
    work: () => Promise<unknown>,
    options: { timeout: number | false; capacity?: number; resetTimeout?: number },
  ) => Opossum;
}

/** Loads the installed peers. */
export async function loadPeers(): Promise<Peers> {
  const { resolve } = createRequire(new URL('../peers/package.json', import.meta.url));
  const load = async (name: string) => await import(pathToFileURL(resolve(name)).href);
  const [cockatiel, pQueue, opossum] = await Promise.all(['cockatiel', 'p-queue', 'opossum'].map(load));
  return { cockatiel, PQueue: pQueue.default, Opossum: opossum.default };
}
