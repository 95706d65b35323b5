/**
 * Pauses by their place, and stretches by their pace, against talks with exactly known content, fed with their true words
 * and silences.
 */
import { describe, expect, it } from 'vitest';
import { printTable } from '../../bench/support/table.ts';
import { analyze } from '../../src/analysis/index.ts';
import type { PaceStretch, Pause, Report, TimeRange } from '../../src/report/index.ts';
import { isPresent, rangeSec } from '../../src/report/index.ts';
import type { TruthTalk } from '../support/truth-talk.ts';
import { exampleTalk, familyTalks, perfectInput } from '../support/truth-talk.ts';

const PLACES = ['boundary', 'inside', 'unknown'] as const;
type Counts = Record<Pause['place'], number>;

const NONE: Readonly<Counts> = { boundary: 0, inside: 0, unknown: 0 };

/**
 * What a pause was put in for. A halt is awkward, or stands beside a filled pause, where the text has no mark or only
 * that of a filler word; an end is any other pause that is neither. Where the text has a mark, a halt may stand on
 * either side of the phrase's end: the truth files do not tell.
 */
type Purpose = 'halt' | 'end' | 'untold';

const examples = [exampleTalk('en'), exampleTalk('ru')];
const family = [...familyTalks('en'), ...familyTalks('ru')].map(({ talk }) => talk);

describe('the place of each pause', () => {
  it('is right in the example talks: every halt inside, nine ends of ten at a boundary', () => {
    const { halt, end } = countPlaces('examples', examples);
    expect(halt.inside).toBeGreaterThanOrEqual(7);
    expect(share(halt, 'inside')).toBe(1);
    expect(share(end, 'boundary')).toBeGreaterThanOrEqual(0.9);
  });

  it.skipIf(family.length === 0)(
    'is right in the short talks: 85 % of the halts inside, every end at a boundary (shared recordings)',
    () => {
      const { halt, end } = countPlaces('family', family);
      expect(share(halt, 'inside')).toBeGreaterThanOrEqual(0.85);
      expect(share(end, 'boundary')).toBe(1);
    },
  );
});

describe('stretches by their pace', () => {
  it('in the example talks: the fast passage is found as rushed, within a second, and nothing else is', () => {
    const rows = examples.map((talk) => {
      const rushed = stretchesOf(analyze(perfectInput(talk)), 'rushed');
      const fast = talk.passages.filter(({ kind }) => kind === 'fast');
      expect(rushed).toHaveLength(fast.length);
      for (const [index, passage] of fast.entries()) {
        expect(Math.abs((rushed[index]?.startSec ?? 0) - passage.startSec)).toBeLessThan(1);
        expect(Math.abs((rushed[index]?.endSec ?? 0) - passage.endSec)).toBeLessThan(1.1);
      }
      return [talk.language, rangesText(fast), rangesText(rushed)];
    });
    printTable(['examples', 'fast in truth', 'found as rushed'], rows);
  });

  it('in the example talks: the fast passage, which is full of numbers, is found as fast and dense', () => {
    for (const talk of examples) {
      const dense = stretchesOf(analyze(perfectInput(talk)), 'dense');
      const fast = talk.passages.filter(({ kind }) => kind === 'fast');
      expect(dense).toHaveLength(1);
      for (const passage of fast) {
        expect(dense.map((stretch) => overlapSec(stretch, passage) / rangeSec(stretch))).toEqual([
          expect.toSatisfy((part: number) => part > 0.5),
        ]);
      }
    }
  });

  it.skipIf(family.length === 0)(
    'in the short talks: none is called rushed that is not (shared recordings)',
    () => {
      for (const talk of family) {
        const fast = talk.passages.filter(({ kind }) => kind === 'fast');
        const wrong = stretchesOf(analyze(perfectInput(talk)), 'rushed').filter(
          (stretch) => !fast.some((passage) => overlapSec(passage, stretch) > 0),
        );
        expect(wrong).toEqual([]);
      }
    },
  );
});

/** How many pauses of each purpose stand where; prints them. */
function countPlaces(set: string, talks: readonly TruthTalk[]): Readonly<Record<Purpose, Counts>> {
  const counts: Record<Purpose, Counts> = { halt: { ...NONE }, end: { ...NONE }, untold: { ...NONE } };
  for (const talk of talks) {
    const { pauses } = analyze(perfectInput(talk));
    for (const pause of isPresent(pauses) ? pauses : []) {
      counts[purposeOf(pause, talk)][pause.place] += 1;
    }
  }
  printTable(
    [set, ...PLACES],
    Object.entries(counts).map(([purpose, count]) => [
      purpose,
      ...PLACES.map((place) => String(count[place])),
    ]),
  );
  return counts;
}

function purposeOf({ startSec, endSec, afterWord }: Pause, talk: TruthTalk): Purpose {
  const role = talk.pauses.find((pause) => isNear(pause.startSec, startSec))?.role;
  const isBesideFilled = talk.filledPauses.some(
    (filled) => isNear(filled.startSec, endSec) || isNear(filled.endSec, startSec),
  );
  if (role !== 'awkward' && !isBesideFilled) {
    return 'end';
  }
  const shown = talk.text.split(/\s+/)[afterWord ?? -1] ?? '';
  const isFiller = talk.words[afterWord ?? -1]?.filler === true;
  return /[.,:;!?—]$/.test(shown) && !(isFiller && shown.endsWith(',')) ? 'untold' : 'halt';
}

/** Within the accuracy of the truth files. */
function isNear(aSec: number, bSec: number): boolean {
  return Math.abs(aSec - bSec) < 0.005;
}

function share(counts: Counts, place: Pause['place']): number {
  return counts[place] / (counts.boundary + counts.inside + counts.unknown);
}

function stretchesOf({ paceStretches }: Report, kind: PaceStretch['kind']): readonly PaceStretch[] {
  return isPresent(paceStretches) ? paceStretches.filter((stretch) => stretch.kind === kind) : [];
}

function overlapSec(a: TimeRange, b: TimeRange): number {
  return Math.max(0, Math.min(a.endSec, b.endSec) - Math.max(a.startSec, b.startSec));
}

function rangesText(ranges: readonly TimeRange[]): string {
  return ranges.map(({ startSec, endSec }) => `${startSec.toFixed(1)}–${endSec.toFixed(1)}`).join(', ');
}
