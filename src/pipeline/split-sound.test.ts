import { setImmediate as nextTurn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSound } from './split-sound.ts';

function source(count: number, failAt = Infinity) {
  const seen = { read: 0, ended: false };
  async function* blocks(): AsyncGenerator<number, void, undefined> {
    try {
      for (let block = 0; block < count; block += 1) {
        if (block === failAt) {
          throw new RangeError('cannot read on');
        }
        seen.read += 1;
        yield block;
        await nextTurn();
      }
    } finally {
      seen.ended = true;
    }
  }
  return { blocks: blocks(), seen };
}

async function take(blocks: AsyncIterable<number>, most = Infinity, turns = 0): Promise<readonly number[]> {
  const taken: number[] = [];
  for await (const block of blocks) {
    taken.push(block);
    if (taken.length >= most) {
      break;
    }
    for (let turn = 0; turn < turns; turn += 1) {
      await nextTurn();
    }
  }
  return taken;
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, block) => block);

describe('splitSound', () => {
  it('gives every block to each reader, whoever is the slower', async () => {
    const { blocks } = source(30);
    const [one, other] = splitSound(blocks);
    expect(await Promise.all([take(one, Infinity, 5), take(other)])).toEqual([upTo(30), upTo(30)]);
  });

  it('does not read on for a reader while another holds back', async () => {
    const { blocks, seen } = source(100);
    const [one, other] = splitSound(blocks);
    const quick = take(one);
    for (let turn = 0; turn < 200; turn += 1) {
      await nextTurn();
    }
    expect(seen.read).toBeLessThan(12);
    expect(await take(other)).toEqual(upTo(100));
    expect(await quick).toEqual(upTo(100));
  });

  it('goes on for the other when one leaves, and ends the source when both have', async () => {
    const { blocks, seen } = source(100);
    const [one, other] = splitSound(blocks);
    const [few, more] = await Promise.all([take(one, 2), take(other, 40)]);
    expect([few.length, more.length]).toEqual([2, 40]);
    expect(seen.ended).toBe(true);
    expect(seen.read).toBeLessThan(50);
  });

  it('throws to each what the source throws', async () => {
    const { blocks } = source(10, 5);
    const outcomes = await Promise.allSettled(splitSound(blocks).map((reader) => take(reader)));
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && String(outcome.reason))).toEqual(
      Array(2).fill('RangeError: cannot read on'),
    );
  });

  it('reads nothing before somebody asks', async () => {
    const { blocks, seen } = source(10);
    splitSound(blocks);
    await nextTurn();
    expect(seen.read).toBe(0);
  });

  it('loses and doubles nothing, at any speeds and with readers that leave', async () => {
    const reader = fc.record({
      most: fc.integer({ min: 1, max: 40 }),
      turns: fc.integer({ min: 0, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(30), fc.tuple(reader, reader), async (count, readers) => {
        const split = splitSound(source(count).blocks);
        const taken = await Promise.all(
          split.map((one, index) => take(one, readers[index]?.most, readers[index]?.turns)),
        );
        expect(taken).toEqual(readers.map(({ most }) => upTo(Math.min(count, most))));
      }),
      { numRuns: 60 },
    );
  });
});
