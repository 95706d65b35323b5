import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION, report as reportSchema, transcriptDocument } from '../report/index.ts';
import { REPORT_FORMATS, exportReport, exportTranscript } from './formats.ts';
import type { SpokenLine } from './report.fixture.ts';
import { englishTalk, reportOf, russianTalk, silentRecording, transcriptOf } from './report.fixture.ts';

const LOCALES = ['en', 'ru'] as const;

describe('every format', () => {
  it.each(REPORT_FORMATS)('%s gives the same bytes for the same report', (format) => {
    for (const makeReport of [englishTalk, russianTalk, silentRecording]) {
      for (const locale of LOCALES) {
        const first = exportReport(makeReport(), format, { locale });
        expect(exportReport(makeReport(), format, { locale })).toBe(first);
        expect(first).toMatch(/\n$|^$/);
      }
    }
  });

  it.each(REPORT_FORMATS)('%s takes a talk of one word and a talk of none', (format) => {
    const one = reportOf([['Hello.', 0]]);
    const none = {
      ...one,
      transcript: { ...transcriptOf(one), words: [] },
      phrases: { items: [], rhythm: 'too-few' as const },
    };
    for (const write of [exportReport, exportTranscript]) {
      expect(write(one, format, { locale: 'en' })).toMatch(
        format === 'text' && write === exportReport ? /talk/ : /Hello\./,
      );
      expect(write(none, format, { locale: 'en' })).not.toContain('Hello.');
    }
  });

  it.each(REPORT_FORMATS)('%s takes pauses and phrases that point past the words', (format) => {
    const talk = englishTalk();
    const report = {
      ...talk,
      transcript: { ...transcriptOf(talk), words: transcriptOf(talk).words.slice(0, 3) },
    };
    expect(exportReport(report, format, { locale: 'en' })).toMatch(/Good evening, members|talk\.mp4/);
  });
});

describe('json', () => {
  it('is the report itself, pretty, keys in the order of the schema', () => {
    const text = exportReport(englishTalk(), 'json', { locale: 'ru' });
    expect(reportSchema.parse(JSON.parse(text))).toEqual(englishTalk());
    expect(text).toMatch(/^\{\n {2}"schemaVersion": 1,\n {2}"recording": \{\n {4}"name": "talk\.mp4",\n/);
  });

  it('fits on one line, for those who print several', () => {
    for (const write of [exportReport, exportTranscript]) {
      const line = write(englishTalk(), 'json', { locale: 'en', oneLine: true });
      expect(line).toMatch(/^[^\n]+\n$/);
      expect(JSON.parse(line)).toEqual(JSON.parse(write(englishTalk(), 'json', { locale: 'en' })));
    }
  });

  it('does not depend on how the objects were put together', () => {
    const report = englishTalk();
    const { schemaVersion, recording, ...rest } = report;
    const { name, ...facts } = recording;
    const shuffled = { ...rest, recording: { ...facts, name }, schemaVersion };
    expect(exportReport(shuffled, 'json', { locale: 'en' })).toBe(
      exportReport(report, 'json', { locale: 'en' }),
    );
  });

  it('gives the transcript alone as a document of the same fields', () => {
    const report = englishTalk();
    const document = transcriptDocument.parse(JSON.parse(exportTranscript(report, 'json', { locale: 'en' })));
    expect(document).toEqual({
      schemaVersion: SCHEMA_VERSION,
      recording: report.recording,
      notices: report.notices,
      transcript: report.transcript,
    });
    const silent = JSON.parse(exportTranscript(silentRecording(), 'json', { locale: 'en' }));
    expect(silent.transcript).toEqual({ absent: 'no-speech' });
  });
});

describe('txt', () => {
  it('is the words in paragraphs from long pause to long pause', () => {
    const report = reportOf([
      ['Good evening.', 1],
      ['My name is Alice.', 2.6],
      ['Thank you.', 0],
    ]);
    expect(exportReport(report, 'txt', { locale: 'en' })).toBe(
      'Good evening. My name is Alice.\n\nThank you.\n',
    );
  });

  it('starts a paragraph at a long pause in the middle of a phrase', () => {
    const report = reportOf([
      ['And the winner', 3],
      ['is you.', 0],
    ]);
    const phrases = { items: [], rhythm: 'too-few' as const };
    expect(exportReport({ ...report, phrases }, 'txt', { locale: 'en' })).toBe('And the winner\n\nis you.\n');
  });

  it('keeps all words when phrases are not known', () => {
    const report = reportOf(
      [
        ['one two', 1.2],
        ['three', 3],
        ['four', 0],
      ],
      { phrases: { absent: 'no-punctuation' } },
    );
    expect(exportReport(report, 'txt', { locale: 'en' })).toBe('one two three\n\nfour\n');
  });

  it('keeps words before the first phrase and words that are only blanks out', () => {
    const report = reportOf([['\u0007 one two', 0]]);
    expect(
      exportReport({ ...report, phrases: { items: [], rhythm: 'too-few' } }, 'txt', { locale: 'en' }),
    ).toBe('one two\n');
  });

  it('says why there are no words', () => {
    expect(exportReport(silentRecording(), 'txt', { locale: 'ru' })).toBe(
      '[Расшифровки нет: в записи никто не говорит.]\n',
    );
  });
});

describe('a talk of an hour', () => {
  const lines = Array.from({ length: 700 }, (_, index): SpokenLine => [
    `Sentence number ${index} of a talk that goes on and on, with a clause or two in it.`,
    index % 20 === 19 ? 3 : 0.3,
  ]);
  const report = reportOf(lines);

  it.each(REPORT_FORMATS)('is written as %s with its last word', (format) => {
    const text = exportTranscript(report, format, { locale: 'en' });
    expect(text).toContain('Sentence');
    expect(text).toContain('699');
    expect(exportReport(report, format, { locale: 'en' }).length).toBeGreaterThan(0);
  });
});
