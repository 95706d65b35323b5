import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CircuitState, Verdict } from './circuit-breaker.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createManualClock, settle } from './manual-clock.fixture.ts';

const VERDICTS = ['failure', 'timeout', 'busy', 'quota', 'alive', 'nothing'] as const satisfies Verdict[];

/** What can happen to a breaker. `nth` chooses among the calls under way. */
type Step =
  /** A whole call begins: its guard, then its one attempt. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'end'; readonly nth: number; readonly verdict: Verdict }
  | { readonly kind: 'leave'; readonly nth: number }
  | { readonly kind: 'pass'; readonly ms: number };

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('begin' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      nth: fc.nat(20),
      verdict: fc.oneof(
        { weight: 3, arbitrary: fc.constant('failure' as const) },
        { weight: 4, arbitrary: fc.constantFrom(...VERDICTS) },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), nth: fc.nat(20) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 60 }) }),
  },
) satisfies fc.Arbitrary<Step>;

interface Made {
  readonly failure: number;
  readonly timeout: number;
  readonly openMs: number;
  readonly quotaMs: number;
  readonly busyCallsInRow: number;
  readonly failureShare?: { share: number; calls: number; windowMs: number; minCalls: number } | undefined;
}

const made: fc.Arbitrary<Made> = fc.record({
  failure: fc.integer({ min: 1, max: 4 }),
  timeout: fc.integer({ min: 1, max: 4 }),
  openMs: fc.integer({ min: 1, max: 60 }),
  quotaMs: fc.integer({ min: 1, max: 100 }),
  busyCallsInRow: fc.integer({ min: 1, max: 3 }),
  failureShare: fc.option(
    fc.record({
      share: fc.constantFrom(0.25, 0.5, 0.75, 1),
      calls: fc.integer({ min: 4, max: 8 }),
      windowMs: fc.integer({ min: 1, max: 150 }),
      minCalls: fc.integer({ min: 1, max: 4 }),
    }),
    { nil: undefined },
  ),
});

/** A stretch of time in one state, and every outcome that was counted in it. */
interface Phase {
  readonly state: CircuitState;
  readonly untilMs: number;
  readonly outcomes: { readonly atMs: number; readonly verdict: Verdict }[];
  /** Whose outcomes count: only calls that began in this very phase. */
  readonly calls: Set<number>;
}

function failed(outcome: { readonly verdict: Verdict }): boolean {
  return outcome.verdict !== 'alive';
}

/** The breaker as one would explain it: it keeps the whole history and looks through it at every question. */
class NaiveBreaker {
  readonly states: CircuitState[] = ['closed'];
  readonly #made: Made;
  #phase: Phase = { state: 'closed', untilMs: Infinity, outcomes: [], calls: new Set() };
  /** Ends of whole calls and successes, since the start: what the row of busy calls is read from. */
  readonly #rows: ('busy call' | 'alive')[] = [];

  constructor(options: Made) {
    this.#made = options;
  }

  /** Whether the call may begin. */
  begin(id: number, nowMs: number): boolean {
    if (this.#phase.state !== 'closed') {
      if (nowMs < this.#phase.untilMs) {
        return false;
      }
      this.#enter('half-open', nowMs + this.#made.openMs);
    }
    this.#phase.calls.add(id);
    return true;
  }

  end(id: number, verdict: Verdict, nowMs: number): void {
    if (this.#phase.calls.has(id)) {
      this.#phase.outcomes.push({ atMs: nowMs, verdict });
      this.#judge(nowMs, verdict);
    }
    if (verdict === 'busy' && (this.#phase.state === 'closed' || this.#phase.state === 'half-open')) {
      this.#rows.push('busy call');
      const latest = this.#rows.slice(-this.#made.busyCallsInRow);
      if (latest.length === this.#made.busyCallsInRow && latest.every((row) => row === 'busy call')) {
        this.#enter('quota', nowMs + this.#made.quotaMs);
      }
    }
  }

  #judge(nowMs: number, verdict: Verdict): void {
    if (verdict === 'quota') {
      this.#enter('quota', nowMs + this.#made.quotaMs);
      return;
    }
    if (verdict === 'alive') {
      this.#rows.push('alive');
    }
    if (this.#phase.state === 'half-open') {
      if (verdict === 'alive') {
        this.#enter('closed', Infinity);
      } else if (verdict === 'failure' || verdict === 'timeout') {
        this.#enter('open', nowMs + this.#made.openMs);
      } else {
        this.#enter('half-open', nowMs);
      }
      return;
    }
    const counted = this.#phase.outcomes.filter(
      (outcome) => outcome.verdict !== 'busy' && outcome.verdict !== 'nothing',
    );
    const inRow = counted.length - 1 - counted.findLastIndex((outcome) => !failed(outcome));
    const share = this.#made.failureShare;
    const seen =
      share === undefined
        ? []
        : counted.slice(-share.calls).filter(({ atMs }) => nowMs - atMs < share.windowMs);
    const tripped =
      share !== undefined &&
      seen.length >= share.minCalls &&
      seen.filter(failed).length / seen.length >= share.share;
    if ((verdict === 'failure' || verdict === 'timeout') && (inRow >= this.#made[verdict] || tripped)) {
      this.#enter('open', nowMs + this.#made.openMs);
    }
  }

  #enter(state: CircuitState, untilMs: number): void {
    if (state !== this.#phase.state) {
      this.states.push(state);
    }
    this.#phase = { state, untilMs, outcomes: [], calls: new Set() };
  }
}

/** An error that tells what it means. */
class Told extends Error {
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    super(verdict);
    this.verdict = verdict;
  }
}

it('stands where the naive one stands, after any history, and lets the same calls through', async () => {
  await fc.assert(
    fc.asyncProperty(made, fc.array(step, { maxLength: 80, size: 'max' }), async (options, steps) => {
      const { failure, timeout, failureShare, ...rest } = options;
      const clock = createManualClock();
      const asked: unknown[] = [];
      const breaker = createCircuitBreaker(
        { clock },
        {
          name: 'service',
          classify: (error) => {
            asked.push(error);
            return error instanceof Told ? error.verdict : 'nothing';
          },
          failuresInRow: { failure, timeout },
          ...(failureShare && { failureShare }),
          ...rest,
        },
      );
      const naive = new NaiveBreaker(options);
      const states: CircuitState[] = [breaker.state];
      breaker.onStateChange(({ from, to, atMs }) => {
        expect([from, atMs]).toEqual([states.at(-1), clock.nowMs()]);
        states.push(to);
      });
      let calls = 0;
      const letThrough = new Set<number>();
      const naivelyLetThrough = new Set<number>();
      const underWay = new Map<number, { end: (verdict: Verdict) => void; caller: AbortController }>();

      for (const taken of steps) {
        const [id, call] = [...underWay][('nth' in taken ? taken.nth : 0) % underWay.size] ?? [];
        switch (taken.kind) {
          case 'begin': {
            const caller = new AbortController();
            const work = Promise.withResolvers<void>();
            let through = false;
            void breaker
              .guard(
                (context) =>
                  breaker.run(() => {
                    through = true;
                    return work.promise;
                  }, context),
                caller,
              )
              .catch(() => undefined);
            const end = (verdict: Verdict): void =>
              verdict === 'alive' ? work.resolve() : work.reject(new Told(verdict));
            if (naive.begin(calls, clock.nowMs())) {
              underWay.set(calls, { end, caller });
              naivelyLetThrough.add(calls);
            }
            if (through) {
              letThrough.add(calls);
            }
            calls += 1;
            break;
          }
          case 'end':
            if (id !== undefined) {
              call?.end(taken.verdict);
              naive.end(id, taken.verdict, clock.nowMs());
              underWay.delete(id);
            }
            break;
          case 'leave':
            if (id !== undefined) {
              call?.caller.abort();
              call?.end('failure');
              naive.end(id, 'nothing', clock.nowMs());
              underWay.delete(id);
            }
            break;
          case 'pass':
            await clock.advance(taken.ms);
            break;
          default:
            taken satisfies never;
        }
        await settle();
        expect(states).toEqual(naive.states);
        expect(letThrough).toEqual(naivelyLetThrough);
        expect(breaker.state).toBe(states.at(-1));
        expect(clock.pendingTimers).toBe(0);
      }
      expect(asked.filter((error) => !(error instanceof Told))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
