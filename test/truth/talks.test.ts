/** The analysis against talks with exactly known content, fed with their true words and silences. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/index.ts';
import type { Filler, Report, TimeRange } from '../../src/report/index.ts';
import { isPresent } from '../../src/report/index.ts';
import { valueOf } from '../support/spoken-input.ts';
import type { TruthTalk } from '../support/truth-talk.ts';
import { exampleTalk, familyTalks, perfectInput } from '../support/truth-talk.ts';

const MIN_PAUSE_SEC = 0.25;

describe('the English example talk', () => {
  const talk = exampleTalk();
  const report = analyze(perfectInput(talk));

  it('has exactly the pauses of its truth file', () => {
    const inner = talk.pauses.filter(({ role }) => role !== 'start' && role !== 'end');
    expect(pausesOf(report)).toEqual(inner.map(({ startSec, endSec }) => [milli(startSec), milli(endSec)]));
  });

  it('has exactly the filler words of its truth file, with their times', () => {
    expect(fillersOf(report).map(({ text, startSec, endSec }) => ({ text, startSec, endSec }))).toEqual(
      talk.fillers.map(({ text, startSec, endSec }) => ({
        text: text === 'I mean' ? text : text.toLowerCase(),
        startSec: milli(startSec),
        endSec: milli(endSec),
      })),
    );
  });

  it('counts its words', () => {
    expect(valueOf(report, 'words-total')).toBe(talk.words.length);
  });

  it('advises on the filler words, which were put in on purpose, and cites each', () => {
    expect(report.advice.map(({ code, evidence }) => ({ code, cited: evidence.length }))).toEqual([
      { code: 'drop-fillers', cited: talk.fillers.length },
    ]);
  });
});

const family = familyTalks();

describe.skipIf(family.length === 0)('the English family of short talks (shared recordings)', () => {
  it('has every pause of the truth files and no other', () => {
    for (const { name, talk } of family) {
      const wanted = talk.pauses.filter(
        ({ role, startSec, endSec }) =>
          role !== 'start' && role !== 'end' && milli(endSec) - milli(startSec) >= MIN_PAUSE_SEC - 1e-9,
      );
      expect({ name, pauses: pausesOf(analyze(perfectInput(talk))) }).toEqual({
        name,
        pauses: wanted.map(({ startSec, endSec }) => [milli(startSec), milli(endSec)]),
      });
    }
  });

  it('finds the filler words: precision at least 0.9, recall 1', () => {
    const scores = family.map(({ talk }) => score(talk));
    const sum = (pick: (entry: Score) => number): number =>
      scores.reduce((total, entry) => total + pick(entry), 0);
    const right = sum((entry) => entry.right);
    expect(right / sum((entry) => entry.found)).toBeGreaterThanOrEqual(0.9);
    expect(right / sum((entry) => entry.wanted)).toBe(1);
  });
});

interface Score {
  readonly right: number;
  readonly found: number;
  readonly wanted: number;
}

function score(talk: TruthTalk): Score {
  const found = fillersOf(analyze(perfectInput(talk))).map(placeKey);
  const wanted = new Set(talk.fillers.map(placeKey));
  return {
    right: found.filter((place) => wanted.has(place)).length,
    found: found.length,
    wanted: wanted.size,
  };
}

function placeKey({ startSec, endSec }: TimeRange): string {
  return `${milli(startSec)}-${milli(endSec)}`;
}

function pausesOf(report: Report): readonly (readonly [number, number])[] {
  return isPresent(report.pauses) ? report.pauses.map(({ startSec, endSec }) => [startSec, endSec]) : [];
}

function fillersOf(report: Report): readonly Filler[] {
  return isPresent(report.fillers) ? report.fillers.filter(({ counted }) => counted) : [];
}

function milli(sec: number): number {
  return Math.round(sec * 1000) / 1000;
}
