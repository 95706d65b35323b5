import { describe, expect, it } from 'vitest';
import type { Measure, Notice } from '../report/index.ts';
import { isPresent } from '../report/index.ts';
import type { ScriptOptions } from '../../test/support/spoken-input.ts';
import { inputFromScript } from '../../test/support/spoken-input.ts';
import { analyze } from './index.ts';

const SENTENCE = 'We came to the old bridge on Mill Road today. [0.5] ';

/** How sure each metric is of a talk of so many sentences of ten words and three seconds. */
function sureness(
  sentences: number,
  options: ScriptOptions & { readonly notices?: readonly Notice[] } = {},
): (id: string) => string {
  const input = inputFromScript(SENTENCE.repeat(sentences), options);
  const report = analyze({ ...input, notices: options.notices ?? [] });
  return (id) => describeMeasure(report.metrics[id]);
}

function describeMeasure(measure: Measure | undefined): string {
  if (measure === undefined || !isPresent(measure)) {
    return `absent: ${measure?.absent}`;
  }
  return measure.reason === undefined ? measure.confidence : `${measure.confidence}: ${measure.reason}`;
}

const notice = (code: Notice['code']): readonly Notice[] => [{ code, params: {} }];

describe('confidence', () => {
  it('is high for a talk of half a minute that was heard well', () => {
    const sure = sureness(12);
    for (const id of [
      'duration',
      'speech-rate-words',
      'pause-share',
      'phrase-length-mean',
      'filler-words-per-minute',
    ]) {
      expect([id, sure(id)]).toEqual([id, 'high']);
    }
  });

  it('of an average falls with the amount of speech, down to absent; totals stay', () => {
    expect([1, 2, 5, 12].map((sentences) => sureness(sentences)('speech-rate-words'))).toEqual([
      'absent: too-little-speech',
      'low: too-little-speech',
      'medium: too-little-speech',
      'high',
    ]);
    expect([1, 2, 5].map((sentences) => sureness(sentences)('pause-share'))).toEqual([
      'absent: too-little-speech',
      'low: too-little-speech',
      'medium: too-little-speech',
    ]);
    const nineSlowWords = analyze(
      inputFromScript('We came to the old bridge on Mill Road.', { wordSec: 0.9 }),
    );
    expect(describeMeasure(nineSlowWords.metrics['speech-rate-words'])).toBe('absent: too-little-speech');
    expect(sureness(1)('words-total')).toBe('high');
    expect(sureness(1)('speaking-time')).toBe('high');
  });

  it('of what follows from words falls when the recogniser was unsure of them', () => {
    expect(sureness(12, { confidence: 0.8 })('speech-rate-words')).toBe('medium: recogniser-unsure');
    expect(sureness(12, { confidence: 0.6 })('words-total')).toBe('low: recogniser-unsure');
    expect(sureness(12, { confidence: 0.6 })('pause-share')).toBe('high');
  });

  it('falls with the sound: telephone sound for words, a very quiet recording for pauses too', () => {
    expect(sureness(12, { notices: notice('narrow-band') })('words-total')).toBe('medium: poor-sound');
    expect(sureness(12, { notices: notice('narrow-band') })('pause-share')).toBe('high');
    expect(sureness(12, { notices: notice('very-quiet') })('pause-share')).toBe('medium: poor-sound');
    expect(sureness(12, { notices: notice('dead-channel') })('words-total')).toBe('high');
  });

  it('falls with what the recogniser is able to say', () => {
    const tidy = sureness(12, { abilities: { style: 'tidy' } });
    expect(tidy('filler-words-total')).toBe('medium: tidy-transcript');
    expect(tidy('speech-rate-words')).toBe('high');
    const unpunctuated = sureness(12, { abilities: { punctuation: false } });
    expect(unpunctuated('phrase-length-mean')).toBe('medium: no-punctuation');
    expect(unpunctuated('filler-words-total')).toBe('low: no-punctuation');
    expect(sureness(12, { abilities: { wordTimes: 'start' } })('speech-rate-words')).toBe(
      'medium: word-times-estimated',
    );
  });

  it('of phrase lengths falls when a long phrase was printed without a mark', () => {
    const sentences = 'We came to the old bridge today. '.repeat(6);
    const long = (mark: string): string => `${sentences} ${`and we went on${mark} `.repeat(8)}again.`;
    const sure = (mark: string): string =>
      describeMeasure(analyze(inputFromScript(long(mark), { wordSec: 0.5 })).metrics['phrase-length-p90']);
    expect(sure(',')).toBe('high');
    expect(sure('')).toBe('low: no-punctuation');
  });

  it('gives the gravest reason', () => {
    const sure = sureness(12, { confidence: 0.8, notices: notice('language-doubtful') });
    expect(sure('speech-rate-words')).toBe('low: language-doubtful');
    expect(sureness(2, { confidence: 0.8 })('speech-rate-words')).toBe('low: too-little-speech');
  });
});
