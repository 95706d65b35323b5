import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createManualClock } from './manual-clock.fixture.ts';
import { runTaskGroup } from './task-group.ts';

it('ends when the last task has, with the first failure, whoever heeds the abort and whoever does not', async () => {
  const task = fc.record({ lastsMs: fc.nat(50), fails: fc.boolean(), heeds: fc.boolean() });
  const leaving = fc.option(
    fc.nat(60).map((ms) => ms + 0.5),
    { nil: Infinity },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(task, { minLength: 1, maxLength: 8, size: 'max' }),
      leaving,
      async (drawn, leavesAtMs) => {
        // A hundredth for each task before it: no two end at the same moment.
        const tasks = drawn.map((made, id) => ({ ...made, id, lastsMs: made.lastsMs + id / 100 }));
        const clock = createManualClock();
        const caller = new AbortController();
        const endsMs = new Map<number, number>();
        let endedAtMs: number | undefined;

        const group = runTaskGroup(({ start }) => {
          for (const { id, lastsMs, fails, heeds } of tasks) {
            void start(async ({ signal }) => {
              try {
                await new Promise<void>((resolve, reject) => {
                  const cancel = clock.setTimer(lastsMs, () =>
                    fails ? reject(new Error(`task ${id}`)) : resolve(),
                  );
                  if (heeds) {
                    signal.addEventListener('abort', () => {
                      cancel();
                      reject(new Error('follows from it'));
                    });
                  }
                });
              } finally {
                endsMs.set(id, clock.nowMs());
              }
            });
          }
          return 'all done';
        }, caller);
        const outcome = group.catch((reason: unknown) => (reason === caller ? 'left' : String(reason)));
        void outcome.then(() => (endedAtMs = clock.nowMs()));
        if (leavesAtMs !== Infinity) {
          clock.setTimer(leavesAtMs, () => caller.abort(caller));
        }
        await clock.advance(100);

        const [firstFailing] = tasks.filter(({ fails }) => fails).toSorted((a, b) => a.lastsMs - b.lastsMs);
        const lastMs = Math.max(...tasks.map(({ lastsMs }) => lastsMs));
        const failsAtMs = firstFailing?.lastsMs ?? Infinity;
        const brokenAtMs = Math.min(failsAtMs, leavesAtMs < lastMs ? leavesAtMs : Infinity);
        const expectedEnds = tasks.map(({ lastsMs, heeds }) =>
          heeds ? Math.min(lastsMs, brokenAtMs) : lastsMs,
        );
        const ending = failsAtMs < leavesAtMs ? `Error: task ${firstFailing?.id}` : 'left';
        expect(await outcome).toBe(brokenAtMs === Infinity ? 'all done' : ending);
        expect(tasks.map(({ id }) => endsMs.get(id))).toEqual(expectedEnds);
        expect(endedAtMs).toBe(Math.max(...expectedEnds));
        expect(clock.pendingTimers).toBe(0);
      },
    ),
    { numRuns: 300 },
  );
});
