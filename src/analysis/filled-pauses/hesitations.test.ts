import { describe, expect, it } from 'vitest';
import { inputFrom } from '../../../test/support/spoken-input.ts';
import type { Hesitations, TimeRange, Word } from '../../report/index.ts';
import { isPresent } from '../../report/index.ts';
import { analyze } from '../analyze.ts';
import { pauseCountInterval } from './hesitations.ts';
import type { Stretch } from './tracks.fixture.ts';
import { makeTracks } from './tracks.fixture.ts';

const SPEECH = { is: 'speech', sec: 2 } as const;
const SILENCE = { is: 'silence', sec: 0.4 } as const;
const HELD = { is: 'held', sec: 0.5 } as const;

/** Words of one syllable, five a second, as the fixture speaks. */
function wordsIn(fromSec: number, toSec: number, text = 'go'): readonly Word[] {
  const count = Math.round((toSec - fromSec) / 0.2);
  return Array.from({ length: count }, (_, index) => ({
    text,
    startSec: fromSec + index * 0.2,
    endSec: fromSec + (index + 1) * 0.2,
  }));
}

function find(
  stretches: readonly Stretch[],
  words: readonly Word[],
  speech: readonly TimeRange[] = [{ startSec: 0, endSec: 6 }],
): Hesitations {
  const tracks = makeTracks(stretches);
  const report = analyze({ ...inputFrom({ words, speech, durationSec: tracks.frames / 100 }), tracks });
  if (!isPresent(report.hesitations)) {
    throw new Error(report.hesitations.absent);
  }
  return report.hesitations;
}

const before = wordsIn(0, 2);

describe('a held sound', () => {
  it('that no word covers is a filled pause, and says why', () => {
    const { filledPauses } = find(
      [SPEECH, SILENCE, HELD, SILENCE, SPEECH],
      [...before, ...wordsIn(3.3, 5.3)],
    );
    expect(filledPauses).toHaveLength(1);
    expect(filledPauses[0]).toMatchObject({
      kind: 'vowel',
      counted: true,
      signs: ['no-word', 'steady-sound', 'steady-pitch', 'long', 'set-off'],
      afterWord: 9,
      beforeWord: 10,
    });
    expect(filledPauses[0]?.confidence).toBeGreaterThan(0.9);
  });

  it('is surer the less words account for it', () => {
    const stretches = [SPEECH, { is: 'held', sec: 0.35, changeDb: 1.8 }, SPEECH] as const;
    const confidence = (words: readonly Word[]): number =>
      find(stretches, [...before.slice(0, -1), ...words, ...wordsIn(2.35, 4.35)]).filledPauses[0]
        ?.confidence ?? 0;
    const last = { text: 'go', startSec: 1.8, endSec: 2 };
    const uncovered = confidence([last]);
    const stretched = confidence([{ ...last, endSec: 2.35 }]);
    const own = confidence([last, { text: 'oh', startSec: 2, endSec: 2.35 }]);
    expect(uncovered).toBeGreaterThan(stretched);
    expect(stretched).toBeGreaterThan(own);
    expect(own).toBe(0);
  });

  it('is surer when the recogniser wrote a hesitation there', () => {
    const stretches = [SPEECH, { is: 'held', sec: 0.3, changeDb: 2.4 }, SPEECH] as const;
    const plain = find(stretches, [...before, ...wordsIn(2.3, 4.3)]).filledPauses[0];
    const um = { text: 'Um,', startSec: 2, endSec: 2.3 };
    const written = find(stretches, [...before, um, ...wordsIn(2.3, 4.3)]).filledPauses[0];
    expect(written?.signs).toContain('written');
    expect(plain?.signs).not.toContain('written');
    expect(written?.confidence).toBeGreaterThan(plain?.confidence ?? 1);
  });

  it('under 80 % is kept apart and not counted', () => {
    const { filledPauses } = find(
      [SPEECH, { is: 'held', sec: 0.27, changeDb: 2.4 }, SPEECH],
      [...before, ...wordsIn(2.27, 4.27)],
    );
    expect(filledPauses).toMatchObject([{ counted: false }]);
  });

  it('far from all speech is none: music, a telephone, a machine', () => {
    const stretches = [HELD, { is: 'silence', sec: 3 }, SPEECH] as const;
    const { filledPauses } = find(stretches, wordsIn(3.5, 5.5), [{ startSec: 3.5, endSec: 5.5 }]);
    expect(filledPauses).toEqual([]);
  });

  it('that is the drawn-out end of a word is a lengthening', () => {
    const stretches = [
      SPEECH,
      { is: 'speech', sec: 0.1 },
      { is: 'held', sec: 0.35, changeDb: 2 },
      SPEECH,
    ] as const;
    const long = { text: 'go', startSec: 2, endSec: 2.45 };
    const { filledPauses, lengthenings } = find(stretches, [...before, long, ...wordsIn(2.45, 4.45)]);
    expect(filledPauses).toEqual([]);
    expect(lengthenings).toMatchObject([{ word: 10 }]);
    expect(lengthenings[0]?.times).toBeGreaterThan(2.5);
  });
});

describe('a hesitation that the recogniser wrote', () => {
  it('without a sound under it is dropped', () => {
    const um = { text: 'um', startSec: 2, endSec: 2.4 };
    expect(find([SPEECH, SILENCE, SPEECH], [...before, um, ...wordsIn(2.4, 4.4)]).filledPauses).toEqual([]);
  });
});

describe('hesitations', () => {
  const words = [...before, ...wordsIn(3.3, 5.3)];
  const input = inputFrom({ words, speech: [{ startSec: 0, endSec: 5.3 }], durationSec: 5.3 });

  it('are absent when the sound was not measured', () => {
    const { hesitations, restarts } = analyze(input);
    expect(hesitations).toEqual({ absent: 'no-tracks' });
    expect(restarts).toEqual([
      expect.objectContaining({ kind: 'repeat', firstWord: 0, lastWord: words.length - 1 }),
    ]);
  });

  it('are absent when there are no word times', () => {
    const tracks = makeTracks([SPEECH, SILENCE, HELD, SILENCE, SPEECH]);
    const untimed = inputFrom({
      words,
      speech: [{ startSec: 0, endSec: 5.3 }],
      durationSec: 5.3,
      abilities: { wordTimes: 'none' },
    });
    expect(analyze({ ...untimed, tracks }).hesitations).toEqual({ absent: 'no-word-times' });
  });

  it('are the same for the same input', () => {
    const tracks = makeTracks([SPEECH, SILENCE, HELD, SILENCE, SPEECH]);
    expect(JSON.stringify(analyze({ ...input, tracks }))).toBe(JSON.stringify(analyze({ ...input, tracks })));
  });
});

describe('the numbers', () => {
  // Half a minute of speech, with four counted sounds.
  const stretches: Stretch[] = [];
  const words: Word[] = [];
  let atSec = 0;
  for (let index = 0; index < 6; index += 1) {
    stretches.push({ is: 'speech', sec: 5 });
    words.push(...wordsIn(atSec, atSec + 5, index % 2 === 0 ? 'go' : 'see'));
    atSec += 5;
    if (index < 4) {
      stretches.push(SILENCE, HELD, SILENCE);
      atSec += 1.3;
    }
  }
  const report = analyze({
    ...inputFrom({ words, speech: [{ startSec: 0, endSec: atSec }], durationSec: atSec }),
    tracks: makeTracks(stretches),
  });

  it('are counted over the talk, with an interval that holds them, and judged', () => {
    expect(report.metrics['filled-pauses-total']).toMatchObject({ value: 4, unit: 'count' });
    expect(report.metrics['filled-pauses']).toMatchObject({
      value: Math.round((4 / atSec) * 6000) / 100,
      band: { max: 5, verdict: 'above', grade: 'A' },
    });
    expect(report.metrics['filled-pause-share']).toMatchObject({ value: expect.closeTo(2 / atSec, 1) });
    const { hesitations } = report;
    const [low, high] = isPresent(hesitations) ? pauseCountInterval(hesitations) : [0, 0];
    expect(low).toBeLessThanOrEqual(4);
    expect(low).toBeGreaterThan(3);
    expect(high).toBe(4);
  });

  it('cite every counted sound', () => {
    const measure = report.metrics['filled-pauses'];
    expect(measure !== undefined && isPresent(measure) ? measure.evidence : []).toHaveLength(4);
  });

  it('are absent without tracks, but for the restarts', () => {
    const without = analyze(
      inputFrom({ words, speech: [{ startSec: 0, endSec: atSec }], durationSec: atSec }),
    );
    expect(without.metrics['filled-pauses']).toEqual({ absent: 'no-tracks' });
    expect(without.metrics['lengthenings-per-minute']).toEqual({ absent: 'no-tracks' });
    expect(without.metrics['restarts-per-minute']).toMatchObject({ unit: 'per-min' });
  });
});
