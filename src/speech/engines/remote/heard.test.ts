import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';
import type { TimedHeard } from './heard.ts';
import { toHeard } from './heard.ts';

const DURATION_SEC = 4;
/** A tone throughout, so that nothing is trimmed. */
const TONE = Float32Array.from({ length: DURATION_SEC * 16_000 }, (_, index) => Math.sin(index / 5));

function hear(json: unknown, language?: string): TimedHeard {
  const answer = readAnswer(json, DURATION_SEC);
  if (answer === undefined) {
    throw new Error('no transcript');
  }
  return toHeard(answer, TONE, language);
}

function shown({ heard }: TimedHeard): readonly string[] {
  return heard.words.map(
    ({ text, startSec, endSec }) => `${text} ${startSec.toFixed(2)}-${endSec.toFixed(2)}`,
  );
}

const WORDS = [
  { word: 'Well', start: 0.5, end: 1 },
  { word: 'this', start: 1, end: 1.5 },
  { word: 'is', start: 1.5, end: 2 },
  { word: 'it', start: 2, end: 2.5 },
  { word: 'then', start: 3, end: 3.5 },
];
const TEXT = 'Well, this is it then.';

describe('what was heard', () => {
  it('has the punctuation of the text and the times of the words', () => {
    const result = hear({ text: TEXT, words: WORDS });
    expect(result.wordTimes).toBe('span');
    expect(shown(result)).toEqual([
      'Well, 0.50-1.00',
      'this 1.00-1.50',
      'is 1.50-2.00',
      'it 2.00-2.50',
      'then. 3.00-3.50',
    ]);
  });

  it.each([
    ['negative', { start: -5, end: -4 }],
    ['not numbers', { start: 'NaN', end: null }],
    ['backwards', { start: 2, end: 1 }],
    ['outside the chunk', { start: 500, end: 501 }],
    ['out of order', { start: 3.9, end: 4 }],
    ['in nanoseconds', { start: 1_500_000_000, end: 2_000_000_000 }],
  ])('keeps a word whose times are %s, between its neighbours', (_, times) => {
    const words = WORDS.map((word) => (word.word === 'is' ? { ...word, ...times } : word));
    const result = hear({ text: TEXT, words });
    expect(result.wordTimes).toBe('span');
    expect(shown(result)[2]).toBe('is 1.50-2.00');
  });

  it.each([
    ['one is missing', WORDS.toSpliced(2, 1)],
    ['one is too many', WORDS.toSpliced(2, 0, { word: 'really', start: 1.5, end: 1.5 })],
    ['two overlap', WORDS.with(1, { word: 'this', start: 1, end: 1.9 })],
    ['one is of no shape', [...WORDS, { word: 7 }, null, 'x']],
  ])('is whole when of the words %s', (_, words) => {
    expect(shown(hear({ text: TEXT, words }))).toEqual([
      'Well, 0.50-1.00',
      'this 1.00-1.50',
      'is 1.50-2.00',
      'it 2.00-2.50',
      'then. 3.00-3.50',
    ]);
  });

  it('does not follow a word past the end of the chunk', () => {
    const words = WORDS.with(4, { word: 'then', start: 4.5, end: 5 });
    expect(shown(hear({ text: TEXT, words })).at(-1)).toBe('then. 2.50-4.00');
  });

  it('has estimated times when most words have none of their own', () => {
    const result = hear({ text: TEXT, words: WORDS.slice(0, 2), language: 'english' });
    expect(result.wordTimes).toBe('estimated');
    expect(result.heard.words.map(({ text }) => text).join(' ')).toBe(TEXT);
  });

  it('keeps estimated times inside the segment', () => {
    const segments = [
      { text: ' One two.', start: 0.5, end: 1.5 },
      { text: ' Three four.', start: 3, end: 4.1 },
    ];
    expect(shown(hear({ text: 'One two. Three four.', segments }, 'en'))).toEqual([
      'One 0.50-1.00',
      'two. 1.00-1.50',
      'Three 3.00-3.50',
      'four. 3.50-4.00',
    ]);
  });

  it('lays words over the whole chunk when times of segments make no sense', () => {
    const segments = [
      { text: 'One', start: 3, end: 4 },
      { text: 'two', start: 0, end: 1 },
    ];
    expect(shown(hear({ text: 'One two', segments }, 'en'))).toEqual(['One 0.00-2.00', 'two 2.00-4.00']);
  });

  it('leaves out a segment in which nobody seems to speak', () => {
    const segments = [
      { text: ' Thank you.', start: 0, end: 1, no_speech_prob: 0.9, avg_logprob: -1.4 },
      { text: ' One two.', start: 1, end: 2, no_speech_prob: 0.9, avg_logprob: -0.2 },
    ];
    const { heard } = hear({ text: 'Thank you. One two.', segments }, 'en');
    expect(heard.words.map(({ text }) => text)).toEqual(['One', 'two.']);
  });

  it('goes by the text when the segments say something else', () => {
    const segments = [{ text: 'Subscribe!', start: 0, end: 4, avg_logprob: -0.1 }];
    const { heard } = hear({ text: TEXT, words: WORDS, segments });
    expect(heard.words.length).toBe(5);
    expect(heard.words[0]).not.toHaveProperty('confidence');
  });
});

describe('how sure it is', () => {
  it('is that of each word, when the server tells', () => {
    const words = WORDS.map((word, index) => ({ ...word, probability: index === 0 ? 0.5 : 1 }));
    const { heard } = hear({ text: TEXT, words });
    expect(heard.words.map(({ confidence }) => confidence)).toEqual([0.5, 1, 1, 1, 1]);
    expect(heard.tokens).toBe(5);
    expect(heard.logProbability).toBeCloseTo(Math.log(0.5));
  });

  it('is that of the segment, for each of its words, when that is all', () => {
    const segments = [
      { text: ' Well, this', avg_logprob: -0.5, tokens: [1, 2, 3] },
      { text: ' is it then.', avg_logprob: -0.1, tokens: [4, 5, 6, 7] },
    ];
    const { heard } = hear({ text: TEXT, words: WORDS, segments });
    const [first, second] = [Math.exp(-0.5), Math.exp(-0.1)];
    expect(heard.words.map(({ confidence }) => confidence)).toEqual([first, first, second, second, second]);
    expect(heard.tokens).toBe(7);
    expect(heard.logProbability).toBeCloseTo(3 * -0.5 + 4 * -0.1);
  });

  it.each([
    ['does not tell', undefined, undefined],
    ['tells nonsense', 3, 'high'],
    ['fills in zeros', 0, 0],
  ])('is unknown when the server %s', (_, meanLogProbability, probability) => {
    const segments = [{ text: TEXT, avg_logprob: meanLogProbability }];
    const words = WORDS.map((word) => ({ ...word, probability }));
    const { heard } = hear({ text: TEXT, words, segments });
    expect(heard).toMatchObject({ tokens: 0, logProbability: 0 });
    expect(heard.words.every((word) => !('confidence' in word))).toBe(true);
  });

  it('shows when the model only repeats itself', () => {
    expect(hear({ text: 'and so on '.repeat(40) }).heard.ended).toBe(false);
    expect(hear({ text: TEXT }).heard.ended).toBe(true);
  });
});

describe('the language of what was heard', () => {
  it('is what the server chose', () => {
    expect(hear({ text: TEXT, language: 'russian' }).heard.languages).toEqual({ ru: 1 });
    expect(hear({ text: TEXT, language: 'gibberish' }).heard).not.toHaveProperty('languages');
  });

  it('is no news when the server was told', () => {
    expect(hear({ text: TEXT, language: 'russian' }, 'ru').heard).not.toHaveProperty('languages');
  });

  it('is as likely as the server says', () => {
    const json = {
      text: TEXT,
      language: 'english',
      language_probabilities: { en: 0.6, ru: 0.2, constructor: 1 },
    };
    expect(hear(json, 'en').heard.languages).toEqual({ en: expect.closeTo(0.75), ru: expect.closeTo(0.25) });
  });
});

describe('any answer at all', () => {
  it('gives words that are in order, inside the chunk, and shown whole; or is no transcript', () => {
    const number = fc.oneof(fc.double(), fc.double({ min: -1, max: 6 }), fc.constant(null), fc.string());
    const text = fc.array(fc.constantFrom('one', 'two,', 'three.', '—', '84', 'Ёж!'), { maxLength: 8 });
    const word = fc.record({
      word: fc.constantFrom('one', ' two', 'ёж', '84', 'x'),
      start: number,
      end: number,
      probability: number,
    });
    const segment = fc.record({
      text: text.map((words) => words.join(' ')),
      start: number,
      end: number,
      avg_logprob: number,
      no_speech_prob: number,
      tokens: fc.anything(),
      words: fc.oneof(fc.array(word), fc.anything()),
    });
    const body = fc.record(
      {
        text: text.map((words) => words.join(' ')),
        words: fc.oneof(fc.array(word), fc.anything()),
        segments: fc.oneof(fc.array(segment, { maxLength: 4 }), fc.anything()),
        language: fc.anything(),
        logprobs: fc.anything(),
      },
      { requiredKeys: ['text'] },
    );
    fc.assert(
      fc.property(body, (json) => {
        const answer = readAnswer(JSON.parse(JSON.stringify(json)), DURATION_SEC);
        if (answer === undefined) {
          return;
        }
        const { heard } = toHeard(answer, TONE, undefined);
        let last = 0;
        for (const { text: one, startSec, endSec, confidence = 1 } of heard.words) {
          expect(one).toMatch(/[\p{L}\p{N}]/u);
          expect(startSec).toBeGreaterThanOrEqual(last);
          expect(endSec).toBeGreaterThanOrEqual(startSec);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          last = endSec;
        }
        expect(last).toBeLessThanOrEqual(DURATION_SEC);
        expect(heard.logProbability).toBeLessThanOrEqual(0);
      }),
    );
  });
});
