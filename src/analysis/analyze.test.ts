import { describe, expect, it } from 'vitest';
import type { Report } from '../report/index.ts';
import { isPresent, report as reportSchema, reportJsonSchema } from '../report/index.ts';
import { inputFrom, inputFromScript, shifted, valueOf } from '../../test/support/spoken-input.ts';
import { exampleTalk, perfectInput } from '../../test/support/truth-talk.ts';
import { WORD_LISTS_VERSION } from '../language/index.ts';
import { ANALYSIS_VERSION, METRICS, NORMS_VERSION, analyze } from './index.ts';

/** Each metric's value, or the reason why it has none. */
function numbersOf(report: Report): Readonly<Record<string, number | string>> {
  return Object.fromEntries(
    Object.entries(report.metrics).map(([id, measure]) => [
      id,
      isPresent(measure) ? measure.value : measure.absent,
    ]),
  );
}

/** Where the first advice points. */
function firstPlaceSec(report: Report): number {
  return report.advice[0]?.evidence[0]?.startSec ?? 0;
}

const example = perfectInput(exampleTalk());

describe('a report', () => {
  it('fits the schema and has every metric of the registry', () => {
    const report = reportSchema.parse(analyze(example));
    expect(Object.keys(report.metrics)).toEqual(METRICS.map(({ id }) => id));
    expect(report.stages).toEqual({
      analysis: ANALYSIS_VERSION,
      norms: NORMS_VERSION,
      speech: 1,
      'word-lists': WORD_LISTS_VERSION,
    });
    expect(report.transcript).toMatchObject({ language: 'en' });
  });

  it('has a schema for readers in other languages', () => {
    expect(reportJsonSchema()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
  });

  it('is the same bytes for the same input, whatever the order of speech and stages', () => {
    const bytes = JSON.stringify(analyze(example));
    expect(JSON.stringify(analyze(structuredClone(example)))).toBe(bytes);
    expect(
      JSON.stringify(analyze({ ...example, speech: example.speech.toReversed(), stages: { speech: 1 } })),
    ).toBe(bytes);
    expect(JSON.stringify(analyze({ ...example, stages: { vad: 2, speech: 1 } }).stages)).toBe(
      JSON.stringify(analyze({ ...example, stages: { speech: 1, vad: 2 } }).stages),
    );
  });

  it('does not change its input', () => {
    const before = structuredClone(example);
    analyze(example);
    expect(example).toEqual(before);
  });

  it('of a talk that begins later differs in places only', () => {
    const { duration: _before, ...numbers } = numbersOf(analyze(example));
    const later = analyze(shifted(example, 12.345));
    const { duration: _after, ...laterNumbers } = numbersOf(later);
    expect(laterNumbers).toEqual(numbers);
    expect(later.advice.map(({ code, params }) => ({ code, params }))).toEqual(
      analyze(example).advice.map(({ code, params }) => ({ code, params })),
    );
    expect(firstPlaceSec(later) - firstPlaceSec(analyze(example))).toBeCloseTo(12.345, 6);
  });

  it('holds pauses, phrases and fillers in time order, each pointing at its words', () => {
    const { pauses, phrases, fillers } = analyze(example);
    if (!isPresent(pauses) || !isPresent(phrases) || !isPresent(fillers)) {
      throw new Error('a layer is absent');
    }
    for (const items of [pauses, phrases.items, fillers]) {
      expect(items.length).toBeGreaterThan(0);
      expect(items.map(({ startSec }) => startSec)).toEqual(
        items.map(({ startSec }) => startSec).toSorted((a, b) => a - b),
      );
    }
  });

  it('shortens times to the millisecond and keeps words inside the recording', () => {
    const { transcript } = analyze(
      inputFrom({
        words: [{ text: 'late', startSec: 1.00049, endSec: 2.5, confidence: 1 / 3 }],
        speech: [{ startSec: 0.99951, endSec: 2.7 }],
        durationSec: 2.0004,
      }),
    );
    expect(transcript).toMatchObject({
      words: [{ text: 'late', startSec: 1, endSec: 2, confidence: 0.333 }],
    });
  });
});

describe('talks at the edge', () => {
  it('without speech keep their duration, and say that nobody speaks', () => {
    const report = analyze({ ...example, speech: [] });
    const { duration, ...others } = numbersOf(report);
    expect(duration).toBe(104.47);
    expect(new Set(Object.values(others))).toEqual(new Set(['no-speech']));
    expect(report.pauses).toEqual({ absent: 'no-speech' });
    expect(report.phrases).toEqual({ absent: 'no-speech' });
    expect(report.notices).toEqual([{ code: 'no-speech', params: {} }]);
    expect(report.advice).toEqual([]);
  });

  it('in an unknown language keep pauses and voice, and count nothing from words', () => {
    const report = analyze({ ...example, transcript: { absent: 'language-not-supported' } });
    expect(valueOf(report, 'pauses-total')).toBe(30);
    expect(valueOf(report, 'pause-share')).toBe(0.237);
    expect(report.pauses).toContainEqual({
      startSec: 2.861,
      endSec: 3.561,
      afterWord: null,
      beforeWord: null,
      place: 'unknown',
    });
    for (const id of ['words-total', 'speech-rate-words', 'articulation-rate', 'filler-words-total']) {
      expect(report.metrics[id]).toEqual({ absent: 'language-not-supported' });
    }
    expect(report.fillers).toEqual({ absent: 'language-not-supported' });
  });

  it('with words in a language that cannot be counted show them and count nothing', () => {
    const { transcript } = example;
    const report = analyze({
      ...example,
      transcript: isPresent(transcript) ? { ...transcript, language: 'xx' } : transcript,
    });
    expect(report.metrics['words-total']).toEqual({ absent: 'language-not-supported' });
    expect(report.transcript).toMatchObject({ language: 'xx' });
  });

  it('without word times count words but measure no pace', () => {
    const report = analyze(inputFromScript('We came. '.repeat(40), { abilities: { wordTimes: 'none' } }));
    expect(valueOf(report, 'words-total')).toBe(80);
    expect(report.metrics['speech-rate-words']).toEqual({ absent: 'no-word-times' });
    expect(report.phrases).toEqual({ absent: 'no-word-times' });
  });

  it.each([
    ['one word', 'Hello.'],
    ['one sound of hesitation', 'Um.'],
    ['punctuation alone', '— … —'],
    ['no sentence end', 'and we went on and on and on'],
    ['one word and a minute of silence', '[30] Hello. [30]'],
  ])('of %s make a report with nothing divided by zero', (_, script) => {
    const report = reportSchema.parse(analyze(inputFromScript(script)));
    expect(JSON.stringify(report)).not.toMatch(/null,"unit"|NaN|Infinity/);
    expect(report.advice).toEqual([]);
    expect(report.notices.map(({ code }) => code)).toEqual(['very-short']);
  });

  it('with speech in which no word was heard count none', () => {
    const report = analyze({
      ...inputFromScript(''),
      speech: [{ startSec: 0, endSec: 40 }],
      recording: { ...example.recording },
    });
    expect(valueOf(report, 'words-total')).toBe(0);
    expect(report.metrics['speech-rate-words']).toEqual({ absent: 'too-little-speech' });
    expect(report.metrics['pause-mean']).toEqual({ absent: 'none-found' });
    expect(valueOf(report, 'pauses-total')).toBe(0);
  });

  it('whose words all have the same time have no pace', () => {
    const words = Array.from({ length: 20 }, () => ({ text: 'we', startSec: 1, endSec: 1, confidence: 1 }));
    const report = analyze(inputFrom({ words, speech: [{ startSec: 0, endSec: 20 }], durationSec: 20 }));
    expect(report.metrics['speech-rate-words']).toEqual({ absent: 'too-little-speech' });
  });

  it('repeat no notice that is there already', () => {
    const notices = [{ code: 'very-short', params: { speechSec: 0.3 } }] as const;
    expect(analyze({ ...inputFromScript('Hello.'), notices }).notices).toEqual(notices);
  });
});
