import { describe, expect, it } from 'vitest';
import type { Report } from '../report/index.ts';
import { analysisParameters, report as reportSchema } from '../report/index.ts';
import type { PrintFacts } from './result-text.ts';
import { printedText, resultText, textBetween } from './result-text.ts';

const report: Report = reportSchema.parse({
  schemaVersion: 1,
  recording: {
    name: 'talk.mp4',
    sha256: '0'.repeat(64),
    bytes: 1,
    durationSec: 1,
    container: 'mp4',
    codec: 'aac',
    sampleRateHz: 16_000,
    channels: 1,
  },
  notices: [{ code: 'no-speech', params: {} }],
  metrics: {},
  speech: [],
  pauses: { absent: 'no-speech' },
  phrases: { absent: 'no-speech' },
  fillers: { absent: 'no-speech' },
  advice: [],
  transcript: { absent: 'no-speech' },
  parameters: analysisParameters.parse({}),
  stages: { analysis: 1 },
});

const facts: PrintFacts = {
  product: 'report',
  format: 'json',
  locale: 'en',
  color: false,
  columns: 80,
  name: 'talks/talk.mp4',
  count: 1,
  jsonLines: false,
};

describe('printedText', () => {
  it('prints one JSON document to be read, and several as lines', () => {
    const single = printedText(report, facts);
    expect(JSON.parse(single)).toEqual(report);
    expect(single.split('\n').length).toBeGreaterThan(10);
    for (const more of [{ count: 2 }, { jsonLines: true }]) {
      const line = printedText(report, { ...facts, ...more });
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(JSON.parse(line)).toEqual(report);
    }
    expect(textBetween('json')).toBe('');
  });

  it('prints the transcript alone when it is asked for', () => {
    const transcript: unknown = JSON.parse(printedText(report, { ...facts, product: 'transcript' }));
    expect(transcript).toHaveProperty('transcript');
    expect(transcript).not.toHaveProperty('metrics');
  });

  it('keeps the texts of several files apart, and heads plain words by the name', () => {
    const words = { ...facts, format: 'txt', product: 'transcript', count: 2 } as const;
    expect(printedText(report, words)).toMatch(/^==> talks\/talk\.mp4 <==\n\[/);
    expect(printedText(report, { ...words, name: 'a\nb' })).toMatch(/^==> a\\u000ab <==\n\[/);
    expect(textBetween('txt')).toBe('\n');
    expect(printedText(report, { ...words, count: 1 })).not.toContain('==>');
  });

  it('is in the language of the user', () => {
    const text = { ...facts, format: 'text' } as const;
    expect(printedText(report, { ...text, locale: 'ru' })).not.toBe(printedText(report, text));
  });
});

describe('resultText', () => {
  it('is what a file holds: the whole document, without colours', () => {
    expect(JSON.parse(resultText(report, 'json', 'report', 'en'))).toEqual(report);
    expect(resultText(report, 'text', 'report', 'en')).not.toContain('\u001b');
  });
});
