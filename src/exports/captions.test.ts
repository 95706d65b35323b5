import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report, Word } from '../report/index.ts';
import type { Cue } from './captions.ts';
import { toCues } from './captions.ts';
import { cleanText } from './clean.ts';
import type { SpokenLine } from './report.fixture.ts';
import { reportOf, transcriptOf } from './report.fixture.ts';
import { displayWidth } from './width.ts';

function cuesOf(report: Report): readonly Cue[] {
  return toCues(report, transcriptOf(report));
}

function linesOf(lines: readonly SpokenLine[]): readonly string[] {
  return cuesOf(reportOf(lines)).map((cue) => cue.lines.join(' / '));
}

/** The report of these words alone, with the phrases that end where `phraseEnds` says. */
function reportOfWords(words: readonly Word[], phraseEnds: readonly number[] | null): Report {
  const report = reportOf([['word', 0]]);
  const ends =
    phraseEnds === null ? [] : [...new Set([...phraseEnds, words.length - 1])].toSorted((a, b) => a - b);
  return {
    ...report,
    recording: { ...report.recording, durationSec: Math.ceil(words.at(-1)?.endSec ?? 0) },
    transcript: { ...transcriptOf(report), words },
    pauses: [],
    phrases:
      phraseEnds === null
        ? { absent: 'no-punctuation' }
        : {
            rhythm: 'too-few',
            items: ends.map((lastWord, index) => ({
              firstWord: (ends[index - 1] ?? -1) + 1,
              lastWord,
              startSec: 0,
              endSec: 0,
              words: 1,
              wordsPerMinute: null,
              fillers: 0,
              pauses: 0,
              length: 'short',
            })),
          },
  };
}

const wordText = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('a', 'so,', 'speech', 'комиссия.', 'и', 'well-known', '—', 'end!', '“like”'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(' ', '\n', 'two words', 'b --> c', '\u001B[2J', '東京都庁舎', '👩‍👩‍👧', '<i>'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 130 }) },
);

/** Words in order: silences of any length between them, and every speed from drawl to gabble. */
const spokenWords = fc
  .array(
    fc.record({
      text: wordText,
      silenceMs: fc.oneof(
        fc.constant(0),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 9000 }),
      ),
      lengthMs: fc.integer({ min: 0, max: 900 }),
    }),
    { maxLength: 40, size: 'max' },
  )
  .map((items): readonly Word[] => {
    let nowMs = 0;
    return items.map(({ text, silenceMs, lengthMs }) => {
      const startMs = nowMs + silenceMs;
      nowMs = startMs + lengthMs;
      return { text, startSec: startMs / 1000, endSec: nowMs / 1000, confidence: 1 };
    });
  });

/** What no recogniser should give, and a stored report may hold. */
const disorderedWords = fc.array(
  fc.record({
    text: wordText,
    startSec: fc.double({ min: 0, max: 100, noNaN: true }),
    endSec: fc.double({ min: 0, max: 100, noNaN: true }),
    confidence: fc.constant(1),
  }),
  { maxLength: 30, size: 'max' },
);

const phraseEnds = fc.option(fc.array(fc.integer({ min: 0, max: 39 })));

function letters(texts: readonly string[]): string {
  return texts.map(cleanText).join('').replaceAll(/\s/gu, '');
}

/** What a viewer would complain about. */
function complaints(cues: readonly Cue[], words: readonly Word[]): readonly string[] {
  const found: string[] = [];
  if (letters(cues.flatMap((cue) => cue.lines)) !== letters(words.map((word) => word.text))) {
    found.push('words are lost or out of order');
  }
  let reachedSec = 0;
  for (const { startSec, endSec, lines } of cues) {
    if (startSec < reachedSec) {
      found.push(`at ${startSec} two cues are seen at once`);
    }
    if (Math.round((endSec - startSec) * 1000) < 1000) {
      found.push(`the cue at ${startSec} flashes by`);
    }
    if (lines.length === 0 || lines.length > 2 || lines.some((line) => line.trim() === '')) {
      found.push(`the cue at ${startSec} has ${lines.length} lines or an empty one`);
    }
    if (lines.some((line) => displayWidth(line) > 42)) {
      found.push(`a line of the cue at ${startSec} is too long`);
    }
    reachedSec = endSec;
  }
  return found;
}

/** Cues that are too fast to read although there was time to show them longer. */
function hurried(report: Report): readonly Cue[] {
  const cues = cuesOf(report);
  return cues.filter(({ startSec, endSec, lines }, index) => {
    const columnsPerSecond = displayWidth(lines.join(' ')) / (endSec - startSec);
    return columnsPerSecond > 17.001 && endSec < (cues[index + 1]?.startSec ?? report.recording.durationSec);
  });
}

describe('toCues', () => {
  it('keeps all words in order in short lines, a second at least, never two cues at once', () => {
    fc.assert(
      fc.property(spokenWords, phraseEnds, (words, ends) => {
        const cues = cuesOf(reportOfWords(words, ends));
        expect(complaints(cues, words)).toEqual([]);
      }),
    );
  });

  it('does so even for words whose times run back', () => {
    fc.assert(
      fc.property(disorderedWords, phraseEnds, (words, ends) => {
        const cues = cuesOf(reportOfWords(words, ends));
        expect(complaints(cues, words)).toEqual([]);
      }),
    );
  });

  it('is read at 17 characters a second at most, unless it stays until the next cue or the end', () => {
    fc.assert(
      fc.property(spokenWords, phraseEnds, (words, ends) => {
        expect(hurried(reportOfWords(words, ends))).toEqual([]);
      }),
    );
  });

  it('shows a word no later than it is said while speech is not faster than a reader', () => {
    const report = reportOf([
      ['Good evening, members of the council.', 0.4],
      ['My name is Alice Moreno, and I have lived on Garden Street for nineteen years.', 2],
      ['Thank you.', 0],
    ]);
    expect(cuesOf(report).map((cue) => cue.startSec)).toEqual([0.5, 2.898, 9.893]);
  });

  it('breaks cues and lines where the speech does', () => {
    expect(
      linesOf([
        ['Good evening, members of the council.', 1.2],
        ['My name is Alice Moreno, and I have lived on Garden Street for nineteen years.', 0.6],
        ['I am here, you know, to talk about the Northside library.', 3.1],
        [
          'Last year we had eighty four thousand visits, six hundred homework sessions, two hundred job workshops, forty one language classes, and a repair cafe every second Saturday.',
          0.9,
        ],
      ]),
    ).toMatchInlineSnapshot(`
      [
        "Good evening, members of the council.",
        "My name is Alice Moreno, and I have / lived on Garden Street for nineteen years.",
        "I am here, you know, / to talk about the Northside library.",
        "Last year we had eighty four thousand / visits, six hundred homework sessions,",
        "two hundred job workshops, / forty one language classes,",
        "and a repair cafe every second Saturday.",
      ]
    `);
  });

  it('puts short answers together instead of flashing each', () => {
    expect(
      linesOf([
        ['Yes.', 0],
        ['No.', 0],
        ['Of course not.', 0],
      ]),
    ).toEqual(['Yes. No. Of course not.']);
  });

  it('does not give away what is said after a long silence', () => {
    expect(
      linesOf([
        ['And the winner is', 2],
        ['you.', 0],
      ]),
    ).toEqual(['And the winner is', 'you.']);
  });

  it('shows a single word for a second, even at the end of a recording', () => {
    const report = reportOf([['Hello.', 0]]);
    expect(cuesOf(report)).toEqual([{ startSec: 0.5, endSec: 1.5, lines: ['Hello.'] }]);
    const cut = { ...report, recording: { ...report.recording, durationSec: 0.8 } };
    expect(cuesOf(cut)).toEqual([{ startSec: 0.5, endSec: 1.5, lines: ['Hello.'] }]);
  });

  it('closes gaps that would only flicker', () => {
    const slow = 'We go to it as we do so and so it is as we do it, no?';
    const [first, second] = cuesOf(
      reportOf([
        [slow, 0.2],
        [slow, 0],
      ]),
    );
    expect(first?.lines.join(' ')).toBe(slow);
    expect(first?.endSec).toBe(second?.startSec);
  });
});
