/** What holds when talks are joined, cut and moved: totals add up, and every place stays where its words are. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputFromScript, joined, shifted, valueOf } from '../../test/support/spoken-input.ts';
import type { Pause, Report } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { AnalysisInput } from './index.ts';
import { analyze } from './index.ts';

const WORDS = 'We came to the bridge and the river, 84,000 people of which nobody knows because'.split(' ');

/** A talk of whole sentences with pauses anywhere, the last one at its end. */
const talk: fc.Arbitrary<AnalysisInput> = fc
  .array(
    fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom('', '', '', '[0.1]', '[0.4]', '[1.3]')), {
      minLength: 1,
      maxLength: 40,
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((sentences) =>
    inputFromScript(
      sentences
        .map((words) => `${words.map(([text, pause]) => `${text} ${pause}`).join(' ')} today. [0.6]`)
        .join(' '),
      { wordSec: 0.4 },
    ),
  );

/** Counts that a joined talk has as many of as its parts together. */
const ADDITIVE = [
  'words-total',
  'speaking-time',
  'long-in-clause-pauses',
  'missing-pauses',
  'filler-words-total',
] as const;

function pausesOf({ pauses }: Report): readonly Pause[] {
  return isPresent(pauses) ? pauses : [];
}

function placesOf(report: Report): readonly string[] {
  return pausesOf(report).map(({ place, placeConfidence = '' }) => `${place} ${placeConfidence}`);
}

describe('two talks joined at a pause', () => {
  it('have the pauses of both in their places, and one more at a boundary between them', () => {
    fc.assert(
      fc.property(talk, talk, (first, second) => {
        const whole = analyze(joined(first, second));
        expect(placesOf(whole)).toEqual([
          ...placesOf(analyze(first)),
          'boundary high',
          ...placesOf(analyze(second)),
        ]);
      }),
    );
  });

  it('have the totals of both together', () => {
    fc.assert(
      fc.property(talk, talk, (first, second) => {
        const [a, b, whole] = [first, second, joined(first, second)].map((one) => analyze(one));
        for (const id of ADDITIVE) {
          expect([id, valueIn(whole, id)]).toEqual([id, expect.closeTo(valueIn(a, id) + valueIn(b, id), 6)]);
        }
      }),
    );
  });
});

describe('a talk that begins later', () => {
  it('has the same numbers, and its places later by as much', () => {
    fc.assert(
      fc.property(talk, fc.integer({ min: 1, max: 600_000 }), (input, byMs) => {
        const [before, after] = [analyze(input), analyze(shifted(input, byMs / 1000))];
        const { duration: _before, ...numbers } = before.metrics;
        const { duration: _after, ...laterNumbers } = after.metrics;
        expect(moved(laterNumbers, -byMs)).toEqual(moved(numbers, 0));
        expect(moved(after.paceStretches, -byMs)).toEqual(moved(before.paceStretches, 0));
        expect(moved(after.missingPauses, -byMs)).toEqual(moved(before.missingPauses, 0));
        expect(moved(after.curves, -byMs)).toEqual(moved(before.curves, 0));
      }),
    );
  });
});

function valueIn(report: Report | undefined, id: string): number {
  return report === undefined ? NaN : valueOf(report, id);
}

/** The same with every place moved, in whole milliseconds. */
function moved(part: unknown, byMs: number): unknown {
  const text = JSON.stringify(part ?? null, (key, value: unknown) =>
    (key === 'startSec' || key === 'endSec') && typeof value === 'number'
      ? Math.round(value * 1000) + byMs
      : value,
  );
  return JSON.parse(text);
}
