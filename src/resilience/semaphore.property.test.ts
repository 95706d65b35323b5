import { getEventListeners } from 'node:events';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAppError } from '../errors/index.ts';
import { createManualClock, settle } from './manual-clock.fixture.ts';
import type { Permit } from './semaphore.ts';
import { createSemaphore } from './semaphore.ts';

/** What can happen to a semaphore. `nth` chooses among the callers that it can happen to. */
type Step =
  | { readonly kind: 'ask'; readonly weight: number; readonly shared: boolean }
  | { readonly kind: 'leave'; readonly nth: number }
  | { readonly kind: 'leave-together' }
  | { readonly kind: 'release'; readonly nth: number }
  | { readonly kind: 'resize'; readonly limit: number }
  /** Lets everything happen that can; the steps between two of these come in one go. */
  | { readonly kind: 'pause' };

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      weight: fc.integer({ min: 1, max: 6 }),
      shared: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('leave' as const), nth: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave-together' as const) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('release' as const), nth: fc.nat(50) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('resize' as const), limit: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('pause' as const) }) },
) satisfies fc.Arbitrary<Step>;

type Fate = 'in' | 'left' | 'refused' | 'failed';

/** What became of a caller who was not let in, and whose signal aborts with `reason`. */
function fateOf(error: unknown, reason: unknown): Fate {
  if (error === reason) {
    return 'left';
  }
  return isAppError(error, 'too-busy') ? 'refused' : 'failed';
}

/** The semaphore as one would explain it: those who are inside, and the line. Each caller's fate is written once. */
class NaiveSemaphore {
  readonly fates = new Map<number, Fate>();
  limit: number;
  line: { readonly id: number; readonly weight: number }[] = [];
  readonly #maxWaiting: number;
  #inside: { readonly id: number; readonly share: number }[] = [];
  /** Called out of the line, but not yet inside: they may still turn round. */
  #atTheDoor: number[] = [];

  constructor(limit: number, maxWaiting: number) {
    this.limit = limit;
    this.#maxWaiting = maxWaiting;
  }

  get active(): number {
    return this.#inside.reduce((sum, { share }) => sum + share, 0);
  }

  ask(id: number, weight: number): void {
    this.line.push({ id, weight });
    this.#callIn();
    if (!this.line.some((waiter) => waiter.id === id)) {
      this.#enter(id);
      this.#atTheDoor = this.#atTheDoor.filter((other) => other !== id);
    } else if (this.line.length > this.#maxWaiting) {
      this.line.pop();
      this.fates.set(id, 'refused');
    }
  }

  leave(id: number): void {
    if (this.line.some((waiter) => waiter.id === id)) {
      this.line = this.line.filter((waiter) => waiter.id !== id);
      this.fates.set(id, 'left');
      this.#callIn();
    }
  }

  release(id: number): void {
    this.#inside = this.#inside.filter((holder) => holder.id !== id);
    this.#callIn();
  }

  resize(limit: number): void {
    this.limit = limit;
    this.#callIn();
  }

  pause(hasGone: (id: number) => boolean): void {
    for (let id = this.#atTheDoor.shift(); id !== undefined; id = this.#atTheDoor.shift()) {
      if (hasGone(id)) {
        this.fates.set(id, 'left');
        this.release(id);
      } else {
        this.#enter(id);
      }
    }
  }

  #enter(id: number): void {
    if (this.fates.has(id)) {
      throw new Error(`${id} was served twice`);
    }
    this.fates.set(id, 'in');
  }

  #callIn(): void {
    for (let [first] = this.line; first !== undefined; [first] = this.line) {
      const share = Math.min(first.weight, this.limit);
      if (this.active + share > this.limit) {
        return;
      }
      this.#inside.push({ id: first.id, share });
      this.#atTheDoor.push(first.id);
      this.line.shift();
    }
  }
}

it('does what the naive one does: in order, within the limit, nobody lost, nobody served twice', async () => {
  const limits = fc.record({
    limit: fc.integer({ min: 1, max: 5 }),
    maxWaiting: fc.integer({ min: 0, max: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(
      limits,
      fc.array(step, { maxLength: 60, size: 'max' }),
      async ({ limit, maxWaiting }, steps) => {
        const semaphore = createSemaphore(
          { clock: createManualClock() },
          { name: 'work', limit, maxWaiting },
        );
        const naive = new NaiveSemaphore(limit, maxWaiting);
        const fates = new Map<number, Fate>();
        const callers: AbortController[] = [];
        const permits = new Map<number, Permit>();
        let together = new AbortController();

        const ask = async (id: number, weight: number, caller: AbortController): Promise<void> => {
          try {
            permits.set(id, await semaphore.acquire(weight, caller));
            fates.set(id, 'in');
          } catch (error) {
            fates.set(id, fateOf(error, caller));
          }
        };
        const hasGone = (id: number): boolean => callers[id]?.signal.aborted === true;
        const compare = async (): Promise<void> => {
          await settle();
          naive.pause(hasGone);
          expect(fates).toEqual(naive.fates);
          expect(semaphore.load()).toMatchObject({
            active: naive.active,
            limit: naive.limit,
            waiting: naive.line.length,
          });
        };
        const takeStep = (taken: Step): Promise<void> | undefined => {
          switch (taken.kind) {
            case 'ask': {
              const id = callers.length;
              const caller = taken.shared ? together : new AbortController();
              callers.push(caller);
              void ask(id, taken.weight, caller);
              naive.ask(id, taken.weight);
              return undefined;
            }
            case 'leave': {
              const own = callers.flatMap((caller, id) => (caller === together ? [] : [id]));
              const id = own[taken.nth % own.length];
              if (id !== undefined && !hasGone(id)) {
                callers[id]?.abort(callers[id]);
                callers.forEach((caller, other) => caller === callers[id] && naive.leave(other));
              }
              return undefined;
            }
            case 'leave-together': {
              const leaving = together;
              together = new AbortController();
              leaving.abort(leaving);
              callers.forEach((caller, id) => caller === leaving && naive.leave(id));
              return undefined;
            }
            case 'release': {
              const id = [...permits.keys()][taken.nth % permits.size];
              if (id !== undefined) {
                permits.get(id)?.release();
                permits.delete(id);
                naive.release(id);
              }
              return undefined;
            }
            case 'resize':
              semaphore.resize(taken.limit);
              naive.resize(taken.limit);
              return undefined;
            case 'pause':
              return compare();
            default:
              return taken satisfies never;
          }
        };

        for (const taken of steps) {
          const pausing = takeStep(taken);
          if (pausing !== undefined) {
            await pausing;
          }
        }
        await compare();
        // In the end everybody goes home, and each has met exactly one fate.
        while (permits.size > 0) {
          void takeStep({ kind: 'release', nth: 0 });
          await compare();
        }
        expect(fates.size).toBe(callers.length);
        expect(semaphore.load()).toMatchObject({ active: 0, waiting: 0 });
        expect(callers.flatMap(({ signal }) => getEventListeners(signal, 'abort'))).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

it('never has more work in flight than the limit, and begins it in the order in which it came', async () => {
  const task = fc.record({
    weight: fc.integer({ min: 1, max: 3 }),
    comesAtMs: fc.nat(20),
    lastsMs: fc.nat(10),
    leavesAtMs: fc.option(fc.nat(40), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 3, max: 4 }),
      fc.array(task, { maxLength: 30, size: 'max' }),
      async (limit, tasks) => {
        const clock = createManualClock();
        const semaphore = createSemaphore({ clock }, { name: 'work', limit, maxWaiting: 30 });
        const begun: number[] = [];
        const arrivals: number[] = [];
        let inFlight = 0;
        const ended: string[] = [];
        tasks.forEach(({ weight, comesAtMs, lastsMs, leavesAtMs }, id) => {
          const caller = new AbortController();
          const work = async (): Promise<void> => {
            begun.push(id);
            inFlight += weight;
            expect(inFlight).toBeLessThanOrEqual(limit);
            await new Promise<void>((resolve) => {
              clock.setTimer(lastsMs, resolve);
            });
            inFlight -= weight;
          };
          clock.setTimer(comesAtMs, () => {
            arrivals.push(id);
            void semaphore.run(work, caller, weight).then(
              () => ended.push('done'),
              (error: unknown) => ended.push(fateOf(error, caller)),
            );
          });
          if (leavesAtMs !== undefined) {
            clock.setTimer(leavesAtMs, () => caller.abort(caller));
          }
        });
        await clock.advance(1_000);
        expect(ended).toHaveLength(tasks.length);
        expect(ended.filter((ending) => ending !== 'done' && ending !== 'left')).toEqual([]);
        expect(begun).toEqual(arrivals.filter((id) => begun.includes(id)));
        expect(new Set(begun).size).toBe(begun.length);
        expect(semaphore.load()).toMatchObject({ active: 0, waiting: 0 });
      },
    ),
    { numRuns: 300 },
  );
});
