import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createManualClock, settle } from './manual-clock.fixture.ts';
import { createTokenBucket } from './token-bucket.ts';

/** What can happen to a bucket. `nth` chooses among the callers so far. */
type Step =
  | { readonly kind: 'take'; readonly cost: number }
  | { readonly kind: 'leave'; readonly nth: number }
  | { readonly kind: 'pass'; readonly ms: number };

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('take' as const), cost: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), nth: fc.nat(50) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 40 }) }),
  },
) satisfies fc.Arbitrary<Step>;

/** The bucket as one would explain it: something that drips in each millisecond, and a line in front of it. */
class NaiveBucket {
  readonly log: string[] = [];
  line: { readonly id: number; readonly cost: number }[] = [];
  #nowMs = 0;
  /** Counted in milliseconds of dripping, so that everything is a whole number. */
  #levelMs: number;
  readonly #everyMs: number;
  readonly #burst: number;
  readonly #maxWaiting: number;

  constructor(everyMs: number, burst: number, maxWaiting: number) {
    this.#everyMs = everyMs;
    this.#burst = burst;
    this.#maxWaiting = maxWaiting;
    this.#levelMs = everyMs * burst;
  }

  take(id: number, cost: number): void {
    this.line.push({ id, cost: Math.min(cost, this.#burst) });
    this.#serve();
    if (this.line.length > this.#maxWaiting) {
      this.line.pop();
      this.log.push(`${id} refused at ${this.#nowMs}`);
    }
  }

  leave(id: number): void {
    if (this.line.some((waiter) => waiter.id === id)) {
      this.line = this.line.filter((waiter) => waiter.id !== id);
      this.log.push(`${id} left at ${this.#nowMs}`);
      this.#serve();
    }
  }

  pass(ms: number): void {
    for (let passed = 0; passed < ms; passed += 1) {
      this.#nowMs += 1;
      this.#levelMs = Math.min(this.#levelMs + 1, this.#everyMs * this.#burst);
      this.#serve();
    }
  }

  #serve(): void {
    for (let [first] = this.line; first !== undefined; [first] = this.line) {
      if (this.#levelMs < first.cost * this.#everyMs) {
        return;
      }
      this.#levelMs -= first.cost * this.#everyMs;
      this.line.shift();
      this.log.push(`${first.id} served at ${this.#nowMs}`);
    }
  }
}

it('serves, refuses and lets go exactly when the naive one does, and keeps a timer only for a line', async () => {
  const options = fc.record({
    everyMs: fc.integer({ min: 1, max: 15 }),
    burst: fc.integer({ min: 1, max: 4 }),
    maxWaiting: fc.integer({ min: 0, max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(options, fc.array(step, { maxLength: 50, size: 'max' }), async (made, steps) => {
      const clock = createManualClock();
      const bucket = createTokenBucket({ clock }, { name: 'calls', ...made });
      const naive = new NaiveBucket(made.everyMs, made.burst, made.maxWaiting);
      const log: string[] = [];
      const callers: AbortController[] = [];

      const take = async (id: number, cost: number, caller: AbortController): Promise<void> => {
        try {
          await bucket.take(cost, caller);
          log.push(`${id} served at ${clock.nowMs()}`);
        } catch (error) {
          log.push(`${id} ${error === caller ? 'left' : 'refused'} at ${clock.nowMs()}`);
        }
      };
      for (const taken of steps) {
        switch (taken.kind) {
          case 'take': {
            const caller = new AbortController();
            void take(callers.length, taken.cost, caller);
            naive.take(callers.length, taken.cost);
            callers.push(caller);
            break;
          }
          case 'leave': {
            const id = taken.nth % callers.length;
            const caller = callers[id];
            if (caller !== undefined && !caller.signal.aborted) {
              caller.abort(caller);
              naive.leave(id);
            }
            break;
          }
          case 'pass':
            await clock.advance(taken.ms);
            naive.pass(taken.ms);
            break;
          default:
            taken satisfies never;
        }
        await settle();
        expect(log.toSorted()).toEqual(naive.log.toSorted());
        expect(bucket.load().waiting).toBe(naive.line.length);
        expect(clock.pendingTimers).toBe(naive.line.length > 0 ? 1 : 0);
      }
      await clock.advance(10_000);
      expect(log).toHaveLength(callers.length);
      expect(clock.pendingTimers).toBe(0);
    }),
    { numRuns: 300 },
  );
});

it('never starts more in any span of time than the burst and what grows in that span', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(100), { maxLength: 40, size: 'max' }),
      fc.integer({ min: 1, max: 4 }),
      async (comesAtMs, burst) => {
        const everyMs = 7.3;
        const clock = createManualClock();
        const bucket = createTokenBucket({ clock }, { name: 'calls', everyMs, burst, maxWaiting: 40 });
        const startsMs: number[] = [];
        comesAtMs.forEach((atMs) => {
          clock.setTimer(atMs, () => {
            void bucket.run(() => startsMs.push(clock.nowMs()));
          });
        });
        await clock.advance(1_000);
        expect(startsMs).toHaveLength(comesAtMs.length);
        const overdrawn = startsMs.flatMap((fromMs, from) =>
          startsMs.slice(from).filter((toMs, more) => {
            // A millionth of a token for what floating point cannot say exactly.
            return more + 1 > burst + (toMs - fromMs) / everyMs + 1e-6;
          }),
        );
        expect(overdrawn).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
