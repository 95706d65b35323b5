import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../errors/index.ts';
import { talkPlan } from '../report/index.ts';
import { parsePlan } from './plan-text.ts';

function failure(text: string): readonly unknown[] {
  try {
    parsePlan(text);
  } catch (error) {
    return isAppError(error) ? [error.code, error.details['line']] : [error];
  }
  return ['no failure'];
}

/** The code of the failure, or whether the plan is one by its schema. */
function outcome(text: string): unknown {
  const [code] = failure(text);
  return code === 'no failure' && talkPlan.safeParse(parsePlan(text)).success ? 'a sound plan' : code;
}

describe('the time of a plan', () => {
  it.each([
    ['5m..7m', 300, 420],
    ['5..7m', 300, 420],
    ['5..7', 300, 420],
    ['5 – 7 min', 300, 420],
    ['5-7 минут', 300, 420],
    ['5м..7м', 300, 420],
    ['1h..1h30m', 3600, 5400],
    ['1 ч .. 1 ч 30 мин', 3600, 5400],
    ['90s..2m', 90, 120],
    ['30..90s', 30, 90],
    ['5:30..7:00', 330, 420],
    ['1:00:00..1:30:00', 3600, 5400],
    ['1.5m..2,5m', 90, 150],
    ['10m', 540, 660],
    ['10', 540, 660],
    ['  10 minutes ', 540, 660],
    ['..7m', undefined, 420],
    ['5m..', 300, undefined],
    ['…7', undefined, 420],
  ])('%s', (text, minSec, maxSec) => {
    expect(parsePlan(text)).toEqual({
      window: { ...(minSec === undefined ? {} : { minSec }), ...(maxSec === undefined ? {} : { maxSec }) },
      points: [],
    });
  });
});

describe('the points of a plan', () => {
  it('stand on lines of their own or between semicolons, with the time before or after', () => {
    const plan = parsePlan(`
      # The pitch
      5m..7m
      Introduction 1m   # breathe
      2m..3m The problem: why now?
      What we ask (60s); Итог — 30 с..1 мин
    `);
    expect(plan).toEqual({
      window: { minSec: 300, maxSec: 420 },
      points: [
        { title: 'Introduction', window: { minSec: 54, maxSec: 66 } },
        { title: 'The problem: why now?', window: { minSec: 120, maxSec: 180 } },
        { title: 'What we ask', window: { minSec: 54, maxSec: 66 } },
        { title: 'Итог', window: { minSec: 30, maxSec: 60 } },
      ],
    });
  });

  it('make the time of the whole where none is given', () => {
    expect(parsePlan('Start 1m..2m; End 30s..1m').window).toEqual({ minSec: 90, maxSec: 180 });
    expect(parsePlan('Start ..2m; End ..1m').window).toEqual({ maxSec: 180 });
    expect(parsePlan('Start 1m..; End ..1m').window).toEqual({ minSec: 60 });
    expect(parsePlan('Start ..1m; End 1m..').window).toEqual({ minSec: 60 });
  });

  it('keep numbers and letters that are no times in their titles', () => {
    expect(parsePlan('Chapter 3 2m').points).toMatchObject([{ title: 'Chapter 3' }]);
    expect(parsePlan('1m recap of the 5 most important').points).toMatchObject([
      { title: 'recap of the 5 most important', window: { minSec: 54 } },
    ]);
    expect(failure('Chapter 3')).toEqual(['plan-line-untimed', 1]);
    expect(failure('Q4m')).toEqual(['plan-line-untimed', 1]);
    expect(failure('5 most important')).toEqual(['plan-line-untimed', 1]);
  });
});

describe('a plan that cannot be read', () => {
  it.each([
    ['Introduction', 'plan-line-untimed', 1],
    ['5m..7m\n\nIntroduction 1m\nThe problem', 'plan-line-untimed', 4],
    ['Introduction 5:75', 'plan-time-unreadable', 1],
    ['0m', 'plan-time-unreadable', 1],
    ['0m..5m', 'plan-time-unreadable', 1],
    ['7m..5m', 'plan-time-reversed', 1],
    ['5m\nStart 1m\n7m', 'plan-time-twice', 3],
    ['', 'plan-empty', undefined],
    ['# nothing\n;;\n', 'plan-empty', undefined],
    [Array.from({ length: 101 }, (_, index) => `Point ${index} 1m`).join('\n'), 'plan-too-long', 101],
  ])('%j names its line: %s', (text, code, line) => {
    expect(failure(text)).toEqual([code, line]);
  });

  it('is shown shortened, with nothing that a terminal would obey', () => {
    expect(() => parsePlan(`\u001B[2J${'long '.repeat(50)}`)).toThrow(/^Line 1 .*: "\\u001b\[2J.*…"\.$/u);
  });

  it('never fails in any other way, and never hangs', () => {
    const piece = fc.constantFrom(
      '5',
      'm',
      ':',
      '..',
      '-',
      ' ',
      '\n',
      ';',
      '#',
      'ч',
      'Point',
      '30',
      's',
      '—',
      '(',
      ')',
      '…',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(outcome(pieces.join(''))).toMatch(/^(?:a sound plan|plan-.*)$/);
      }),
      { numRuns: 1000 },
    );
    expect(failure(`${'- '.repeat(50_000)}x`)).toEqual(['plan-line-untimed', 1]);
  });
});
