/** What the system before this one measured wrongly, each by its number in `docs/parity.md` and by its behaviour. */
import { describe, expect, it } from 'vitest';
import { NORMS } from '../../src/analysis/norms/norms.ts';
import { METRICS, analyze } from '../../src/analysis/index.ts';
import type { Report } from '../../src/report/index.ts';
import { isPresent } from '../../src/report/index.ts';
import { inputFrom, inputFromScript, valueOf } from '../support/spoken-input.ts';

const analyzeScript = (script: string): Report => analyze(inputFromScript(script));

const fillersIn = (script: string): readonly string[] => {
  const { fillers } = analyzeScript(script);
  return isPresent(fillers) ? fillers.map(({ text }) => text) : [];
};

const SENTENCE = 'We came to the old bridge on Mill Road today. ';

describe('filler words', () => {
  it('D-68: a filler inside another word is none', () => {
    expect(fillersIn('Also, there, number, sofa, likely, wellness, rightly, sort, mean, knowing.')).toEqual(
      [],
    );
  });

  it('D-69: a phrase of several words is found as such, with its time', () => {
    expect(analyzeScript('It was, you know, late.').fillers).toMatchObject([
      { text: 'you know', firstWord: 2, lastWord: 3, startSec: 0.6, endSec: 1.2 },
    ]);
  });

  it('D-69: the count and the places come from one list', () => {
    const report = analyzeScript('So, it was, you know, late. I mean, basically, dark. '.repeat(4));
    expect(valueOf(report, 'filler-words-total')).toBe(
      isPresent(report.fillers) ? report.fillers.length : -1,
    );
  });

  it('D-70: a short filler does not shadow a longer one', () => {
    expect(fillersIn('It was late, you know what I mean, and dark, and stuff like that.')).toEqual([
      'you know what I mean',
      'and stuff like that',
    ]);
  });

  it('D-71: a hyphen neither hides a filler nor makes one', () => {
    expect(fillersIn('It was, you-know, late.')).toEqual(['you know']);
    expect(fillersIn('A well, known one. A, so-called, well-known, right-hand bridge.')).toEqual([]);
  });

  it('D-72: an ordinary word is no filler', () => {
    expect(fillersIn('I like it so much. Well done. Turn right. All is well, so we left.')).toEqual([]);
  });

  it('D-73: a word that begins like a hesitation sound is a word', () => {
    expect(valueOf(analyzeScript('Umbrella ermine hummus error a mother. Um, uh.'), 'words-total')).toBe(6);
  });
});

describe('pauses', () => {
  it('D-77: words that overhang a silence by some frames do not hide it', () => {
    const words = [
      { text: 'one', startSec: 0, endSec: 1.03, confidence: 1 },
      { text: 'two', startSec: 1.47, endSec: 2, confidence: 1 },
    ];
    const speech = [
      { startSec: 0, endSec: 1 },
      { startSec: 1.5, endSec: 2 },
    ];
    expect(analyze(inputFrom({ words, speech, durationSec: 2 })).pauses).toEqual([
      { startSec: 1, endSec: 1.5, afterWord: 0, beforeWord: 1, place: 'inside', placeConfidence: 'high' },
    ]);
  });

  it('D-79: each metric is judged on one scale, and advice follows from it alone', () => {
    expect(
      new Set(NORMS.map(({ metric, language, scenario }) => `${metric} ${language} ${scenario}`)).size,
    ).toBe(NORMS.length);
    const report = analyzeScript('We finally decided to open the library every morning. '.repeat(20));
    const { metric, params } = report.advice.find(({ code }) => code === 'slow-down') ?? {};
    expect(metric).toBe('speech-rate-syllables');
    expect(params).toMatchObject({
      syllablesPerSec: valueOf(report, 'speech-rate-syllables'),
      wordsPerMinute: valueOf(report, 'speech-rate-words'),
    });
  });

  it('D-80: ten long pauses among many others are still many', () => {
    const { advice } = analyzeScript(`${`${SENTENCE}[0.6] `.repeat(2)}${SENTENCE}[3] `.repeat(11));
    expect(advice.find(({ code }) => code === 'shorten-pauses')?.params).toEqual({
      count: 10,
      longestSec: 3,
    });
  });
});

describe('phrases', () => {
  it('D-81: a phrase holds the pauses inside it', () => {
    const { phrases } = analyzeScript('We came [0.4] to the [0.4] old bridge. [0.8] We left.');
    expect(isPresent(phrases) && phrases.items.map(({ pauses }) => pauses)).toEqual([2, 0]);
  });

  it('D-82: a phrase of one word is neither fast nor slow', () => {
    const { phrases } = analyzeScript('No. Yes. Certainly.');
    expect(isPresent(phrases) && phrases.items.map(({ wordsPerMinute }) => wordsPerMinute)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('D-93: words are in the report once, and phrases point at them', () => {
    const json = JSON.stringify(analyzeScript(`${SENTENCE}Kalpana. ${SENTENCE}`));
    expect(json.split('Kalpana')).toHaveLength(2);
  });
});

describe('rates', () => {
  it('D-84: a stretch is rated as the whole talk is, pauses included, and none is a crumb', () => {
    const report = analyzeScript(`${SENTENCE.repeat(20)}[1] ${SENTENCE}`);
    const pace = report.metrics['speech-rate-syllables'];
    expect(
      pace !== undefined && isPresent(pace) && pace.evidence.every((e) => e.endSec - e.startSec >= 15),
    ).toBe(true);
  });

  it('D-85: pace is words over time of the same report', () => {
    const report = analyzeScript(`[3] ${`${SENTENCE}[0.5] `.repeat(12)}[5]`);
    const talkSec = 12 * 3 + 11 * 0.5;
    expect(valueOf(report, 'speech-rate-words')).toBeCloseTo(
      (valueOf(report, 'words-total') * 60) / talkSec,
      1,
    );
    expect(valueOf(report, 'speaking-time')).toBe(36);
    expect(valueOf(report, 'phonation-ratio')).toBeCloseTo(36 / talkSec, 3);
    expect(valueOf(report, 'duration')).toBe(3 + talkSec + 0.5 + 5);
  });

  it('D-90: confidence is no constant', () => {
    expect([1, 2, 5, 12].map(paceConfidence)).toEqual(['absent', 'low', 'medium', 'high']);
  });

  it('D-91: a first word at 0.0 s counts, and nothing is null where a time should be', () => {
    const report = analyzeScript('So, we came.');
    expect(isPresent(report.fillers) && report.fillers[0]).toMatchObject({ startSec: 0, endSec: 0.3 });
  });

  it('D-92: every metric of the registry is in every report', () => {
    expect(Object.keys(analyzeScript('Hello.').metrics)).toEqual(METRICS.map(({ id }) => id));
  });
});

/** How sure the pace of so many sentences is. */
function paceConfidence(sentences: number): string {
  const pace = analyzeScript(SENTENCE.repeat(sentences)).metrics['speech-rate-words'];
  return pace !== undefined && isPresent(pace) ? pace.confidence : 'absent';
}
