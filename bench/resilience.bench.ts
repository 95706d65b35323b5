/** What the policies of `src/resilience` cost, beside cockatiel, p-queue and opossum. */
import {
  compose,
  createAttemptTimeout,
  createCircuitBreaker,
  createDeadline,
  createRetry,
  createSemaphore,
  createTokenBucket,
  systemClock,
} from '../src/resilience/index.ts';
import type { Candidate } from './support/measure.ts';
import { cpuMs, measureInTurns, median } from './support/measure.ts';
import type { CockatielPolicy } from './support/peers.ts';
import { loadPeers } from './support/peers.ts';
import { printTable } from './support/table.ts';

const RUNS = 9;
const CALLS = 20_000;
const WAITERS = 10_000;
const BREAKERS = 10_000;
const AT_ONCE = 10;

const deps = { clock: systemClock, random: Math.random };
const name = 'service';
const { cockatiel, PQueue, Opossum } = await loadPeers();

const noop = async (): Promise<void> => undefined;

/** Something that runs work when there is room. */
type Run = (work: () => Promise<void>, signal?: AbortSignal) => Promise<void>;

/** Ours and the peers', each with one place and a line of ten thousand. */
const LIMITERS = {
  ours: (): Run => {
    const semaphore = createSemaphore(deps, { name, limit: 1, maxWaiting: WAITERS });
    return (work, signal) => semaphore.run(work, { signal });
  },
  pQueue: (): Run => {
    const queue = new PQueue({ concurrency: 1 });
    return (work, signal) => queue.add(work, signal && { signal });
  },
  cockatiel: (): Run => {
    const bulkhead = cockatiel.bulkhead(1, WAITERS);
    return (work, signal) => bulkhead.execute(work, signal);
  },
};

await printCallCosts();
await printWaiters();
await printMemory();

/** One call after the other, nothing in its way. */
async function printCallCosts(): Promise<void> {
  const limits = { name, limit: AT_ONCE, maxWaiting: WAITERS };
  const policy = compose({
    deadline: createDeadline(deps, { name, timeoutMs: 10_000 }),
    semaphore: createSemaphore(deps, limits),
    breaker: createCircuitBreaker(deps, { name }),
  });
  const deadline = createDeadline(deps, { name, timeoutMs: 10_000 });
  const timeout = createAttemptTimeout(deps, { name, timeoutMs: 10_000 });
  const semaphore = createSemaphore(deps, limits);
  const breaker = createCircuitBreaker(deps, { name });
  const retry = createRetry(deps, { name, classify: () => ({ retry: true }) });
  const bucket = createTokenBucket(deps, { name, everyMs: 1e-6, burst: 1_000_000, maxWaiting: 0 });
  const { handleAll } = cockatiel;
  const bulkhead = cockatiel.bulkhead(AT_ONCE, WAITERS);
  const aggressive = cockatiel.timeout(10_000, 'aggressive');
  const wrapped = cockatiel.wrap(bulkhead, aggressive, createCockatielBreaker());
  const peerBreaker = createCockatielBreaker();
  const peerRetry = cockatiel.retry(handleAll, { maxAttempts: 2 });
  const queue = new PQueue({ concurrency: AT_ONCE });
  const pacedQueue = new PQueue({ concurrency: AT_ONCE, intervalCap: 1_000_000_000, interval: 1_000 });
  const opossum = new Opossum(noop, { timeout: 10_000, capacity: AT_ONCE });
  const opossumBreaker = new Opossum(noop, { timeout: false });

  const nsPerCall = await measureInTurns(
    {
      bare: perCall(noop),
      ours: perCall(() => policy.run(noop)),
      cockatiel: perCall(() => wrapped.execute(noop)),
      opossum: perCall(() => opossum.fire()),
      deadline: perCall(() => deadline.run(noop)),
      timeout: perCall(() => timeout.run(noop)),
      cockatielTimeout: perCall(() => aggressive.execute(noop)),
      semaphore: perCall(() => semaphore.run(noop)),
      cockatielBulkhead: perCall(() => bulkhead.execute(noop)),
      pQueue: perCall(() => queue.add(noop)),
      breaker: perCall(() => breaker.run(noop)),
      cockatielBreaker: perCall(() => peerBreaker.execute(noop)),
      opossumBreaker: perCall(() => opossumBreaker.fire()),
      retry: perCall(() => retry.run(noop)),
      cockatielRetry: perCall(() => peerRetry.execute(noop)),
      bucket: perCall(() => bucket.run(noop)),
      pQueueInterval: perCall(() => pacedQueue.add(noop)),
    },
    RUNS,
  );
  opossum.shutdown();
  opossumBreaker.shutdown();

  const row = (what: string, ours: number, peer: string, theirs: number): string[] => [
    what,
    ns(ours),
    peer,
    ns(theirs),
    (ours / theirs).toFixed(2),
  ];
  const n = nsPerCall;
  console.log(
    `An uncontended call around an async no-op (bare: ${ns(n.bare)} ns), processor time, median of ${RUNS} × ${CALLS}`,
  );
  printTable(
    ['policy', 'ours, ns', 'peer', 'peer, ns', 'ours / peer'],
    [
      row(
        'breaker + deadline + semaphore',
        n.ours,
        'cockatiel wrap(bulkhead, timeout, breaker)',
        n.cockatiel,
      ),
      row('breaker + deadline + semaphore', n.ours, 'opossum with timeout and capacity', n.opossum),
      row('deadline', n.deadline, 'cockatiel timeout', n.cockatielTimeout),
      row('attempt time-out', n.timeout, 'cockatiel timeout', n.cockatielTimeout),
      row('semaphore', n.semaphore, 'cockatiel bulkhead', n.cockatielBulkhead),
      row('semaphore', n.semaphore, 'p-queue', n.pQueue),
      row('circuit breaker', n.breaker, 'cockatiel circuitBreaker', n.cockatielBreaker),
      row('circuit breaker', n.breaker, 'opossum without timeout', n.opossumBreaker),
      row('retry', n.retry, 'cockatiel retry', n.cockatielRetry),
      row('token bucket', n.bucket, 'p-queue intervalCap', n.pQueueInterval),
    ],
  );
}

function ns(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** Nanoseconds that a call takes. */
function perCall(call: () => Promise<unknown>): Candidate {
  const callMany = async (calls: number): Promise<void> => {
    for (let i = 0; i < calls; i += 1) {
      await call();
    }
  };
  return async () => {
    // What the others did meanwhile has cooled it down.
    await callMany(CALLS);
    return ((await cpuMs(() => callMany(CALLS))) / CALLS) * 1e6;
  };
}

/** Ten thousand in line: served, or gone. */
async function printWaiters(): Promise<void> {
  const measureAll = (work: (run: Run) => Candidate) =>
    measureInTurns(
      {
        ours: () => work(LIMITERS.ours())(),
        pQueue: () => work(LIMITERS.pQueue())(),
        cockatiel: () => work(LIMITERS.cockatiel())(),
      },
      RUNS,
    );
  const row = (what: string, found: Awaited<ReturnType<typeof measureAll>>): string[] => [
    what,
    found.ours.toFixed(1),
    found.pQueue.toFixed(1),
    found.cockatiel.toFixed(1),
    (found.ours / found.pQueue).toFixed(2),
    (found.ours / found.cockatiel).toFixed(2),
  ];
  const rows = [
    row('queue and drain', await measureAll((run) => () => cpuMs(() => drain(run)))),
    row('queue and abort, a signal each', await measureAll((run) => abortInTime(run, WAITERS))),
    row('queue and abort, one signal for all', await measureAll((run) => abortInTime(run, 1))),
  ];
  console.log(`\n${WAITERS} waiters in one line, processor time, median of ${RUNS}`);
  printTable(['', 'ours, ms', 'p-queue, ms', 'cockatiel, ms', 'ours / p-queue', 'ours / cockatiel'], rows);
}

async function drain(run: Run): Promise<void> {
  const holder = Promise.withResolvers<void>();
  const held = run(() => holder.promise);
  const waiters = Array.from({ length: WAITERS }, () => run(noop));
  holder.resolve();
  await Promise.all([held, ...waiters]);
}

function abortInTime(run: Run, signals: number): Candidate {
  const controllers = Array.from({ length: signals }, () => new AbortController());
  return () => cpuMs(() => abortAll(run, controllers));
}

async function abortAll(run: Run, controllers: readonly AbortController[]): Promise<void> {
  const holder = Promise.withResolvers<void>();
  const held = run(() => holder.promise);
  const waiters = Array.from({ length: WAITERS }, (_, nth) =>
    run(noop, controllers[nth % controllers.length]?.signal),
  );
  // A reason of its own: the one that the platform would make costs more than all that is measured here.
  controllers.forEach((controller) => controller.abort('gone'));
  // Cockatiel tells those who left only when their turn has come.
  holder.resolve();
  await Promise.allSettled([held, ...waiters]);
}

/** What is held: by a breaker that does nothing, and by a line that everybody has left. */
async function printMemory(): Promise<void> {
  const bytesPerBreaker = [
    bytesEach(() => createCircuitBreaker(deps, { name })),
    bytesEach(createCockatielBreaker),
    bytesEach(
      () => new Opossum(noop, { timeout: 10_000 }),
      (breaker) => breaker.shutdown(),
    ),
  ];
  const kept = {
    ours: await bytesKept(LIMITERS.ours),
    cockatiel: await bytesKept(LIMITERS.cockatiel),
    pQueue: await bytesKept(LIMITERS.pQueue),
  };
  console.log('\nHeap after a full collection');
  printTable(
    ['', 'ours', 'cockatiel', 'opossum', 'p-queue'],
    [
      ['bytes a breaker', ...bytesPerBreaker.map((bytes) => bytes.toFixed(0)), ''],
      [`KB kept by ${WAITERS} waiters who left`, kb(kept.ours), kb(kept.cockatiel), '', kb(kept.pQueue)],
    ],
  );
}

function bytesEach<T>(create: () => T, close?: (made: T) => void): number {
  const round = (): number => {
    const before = heapBytes();
    const made = Array.from({ length: BREAKERS }, create);
    const bytes = (heapBytes() - before) / BREAKERS;
    made.forEach((breaker) => close?.(breaker));
    return bytes;
  };
  // The first round also grows what is grown once: code, tables.
  round();
  return median([round(), round(), round()]);
}

/** Bytes by which the heap has grown when everybody has left the line, while the one in front still works. */
async function bytesKept(create: () => Run): Promise<number> {
  const round = async (): Promise<number> => {
    const run = create();
    const holder = Promise.withResolvers<void>();
    const held = run(() => holder.promise);
    const before = heapBytes();
    const allTold = queueAndLeave(run);
    await new Promise((resolve) => setImmediate(resolve));
    const bytes = heapBytes() - before;
    // What is still kept goes now, or it would be missing from the next round's growth.
    holder.resolve();
    await Promise.all([held, allTold]);
    return bytes;
  };
  const rounds: number[] = [];
  for (let i = 0; i < 2 * RUNS; i += 1) {
    rounds.push(await round());
  }
  // The first half also grows what is grown once: code, tables.
  return median(rounds.slice(RUNS));
}

/** Resolves when everybody knows that they have left. */
function queueAndLeave(run: Run): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const controllers = Array.from({ length: WAITERS }, () => new AbortController());
  let told = 0;
  for (const { signal } of controllers) {
    run(noop, signal).catch(() => {
      told += 1;
      if (told === WAITERS) {
        resolve();
      }
    });
  }
  controllers.forEach((controller) => controller.abort('gone'));
  return promise;
}

function kb(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}

function heapBytes(): number {
  if (globalThis.gc === undefined) {
    throw new Error('run with --expose-gc');
  }
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

function createCockatielBreaker(): CockatielPolicy {
  return cockatiel.circuitBreaker(cockatiel.handleAll, {
    halfOpenAfter: 60_000,
    breaker: new cockatiel.ConsecutiveBreaker(5),
  });
}
