import { describe, expect, it } from 'vitest';
import { inputFromScript, textBetween, valueOf } from '../../test/support/spoken-input.ts';
import type { ScriptOptions } from '../../test/support/spoken-input.ts';
import type { MissingPause } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import { analyze } from './index.ts';

/** The runs of a script that are too long, each with the words after which a pause would help. */
function missingIn(
  script: string,
  options: ScriptOptions = {},
): readonly (MissingPause & { readonly after: readonly string[] })[] {
  const report = analyze(inputFromScript(script, options));
  expect(valueOf(report, 'missing-pauses')).toBe(
    isPresent(report.missingPauses) ? report.missingPauses.length : -1,
  );
  return isPresent(report.missingPauses)
    ? report.missingPauses.map((run) => ({
        ...run,
        after: run.pauseAfter.map((index) => textBetween(report, index, index)),
      }))
    : [];
}

const TWELVE = 'we all came to the old bridge on Mill Road this morning';

describe('missing pauses', () => {
  it('are runs of more than 25 words or 12 seconds, and none at the limits', () => {
    expect(missingIn(`${TWELVE} ${TWELVE} again. [0.3] We left.`)).toEqual([]);
    expect(missingIn(`${TWELVE} ${TWELVE} once again. [0.3] We left.`)).toMatchObject([
      { firstWord: 0, lastWord: 25, startSec: 0, endSec: 7.8, words: 26 },
    ]);
    expect(missingIn(`${TWELVE}.`, { wordSec: 1 })).toEqual([]);
    expect(missingIn(`${TWELVE} too.`, { wordSec: 1 })).toMatchObject([{ words: 13, endSec: 13 }]);
  });

  it('name the clause end that is nearest to the middle', () => {
    expect(missingIn(`Yes, ${TWELVE}, and ${TWELVE}, you see.`)).toMatchObject([{ after: ['morning,'] }]);
  });

  it('name more than one where the parts are still too long', () => {
    const [run] = missingIn(`${`And so ${TWELVE}, `.repeat(6)} yes.`);
    expect(run?.words).toBe(85);
    expect(run?.after.length).toBeGreaterThanOrEqual(3);
    expect(new Set(run?.after)).toEqual(new Set(['morning,']));
  });

  it('name none where no clause ends, and where the recogniser prints no marks', () => {
    expect(missingIn(`${'we saw '.repeat(14)}.`)).toMatchObject([{ words: 28, after: [] }]);
    expect(missingIn(`${TWELVE}, ${TWELVE}, yes.`, { abilities: { punctuation: false } })).toEqual([]);
    expect(missingIn(`${TWELVE}, ${TWELVE}, oh yes.`, { abilities: { punctuation: false } })).toMatchObject([
      { words: 26, after: [] },
    ]);
  });
});
