/** SubRip and WebVTT as a player reads them. */
import { describe, expect, it } from 'vitest';
import { exportReport } from './formats.ts';
import { reportOf, transcriptOf } from './report.fixture.ts';

const HOSTILE = reportOf([
  ['a --> b <script>alert(1)</script> {\\an8}top <i>x</i> 5 < 6 & AT&amp;T', 1],
  ['one\n\n2\n00:00:00,000 --> 00:00:09,000\nowned \u001B[2J', 0],
]);

describe('srt', () => {
  it('numbers the cues and writes times with a comma', () => {
    const report = reportOf([
      ['Good evening, members of the council.', 2],
      ['Thank you.', 0],
    ]);
    expect(exportReport(report, 'srt', { locale: 'en' })).toBe(
      [
        '1\n00:00:00,500 --> 00:00:02,677\nGood evening, members of the council.\n',
        '2\n00:00:04,498 --> 00:00:05,498\nThank you.\n',
      ].join('\n'),
    );
  });

  it('takes no line, tag or override code from the words', () => {
    const text = exportReport(HOSTILE, 'srt', { locale: 'en' });
    const arrows = text.split('\n').filter((line) => line.includes('-->'));
    expect(arrows.every((line) => /^\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}$/.test(line))).toBe(true);
    expect(text).not.toMatch(/<[/a-z]|\{\\/i);
    expect(text).toContain('5 < 6 & AT&amp;T');
    expect(text.split('\n\n').length).toBe(arrows.length);
  });

  it('is empty without a transcript', () => {
    const report = reportOf([['word', 0]], { transcript: { absent: 'no-speech' } });
    expect(exportReport(report, 'srt', { locale: 'en' })).toBe('');
  });
});

describe('vtt', () => {
  it('starts with its mark and writes times with a point', () => {
    const report = reportOf([['Thank you.', 0]]);
    expect(exportReport(report, 'vtt', { locale: 'en' })).toBe(
      'WEBVTT\n\n00:00:00.500 --> 00:00:01.500\nThank you.\n',
    );
  });

  it('escapes what the format reads as markup', () => {
    const text = exportReport(HOSTILE, 'vtt', { locale: 'en' });
    expect(text).toContain('a --&gt; b');
    expect(text).toContain('5 &lt; 6 &amp; AT&amp;amp;T');
    expect(text.match(/-->/g)?.length).toBe(text.split('\n\n').length - 1);
  });

  it('says in a note why there are no words, and stays a valid file', () => {
    const report = reportOf([['word', 0]], { transcript: { absent: 'language-not-supported' } });
    expect(exportReport(report, 'vtt', { locale: 'en' })).toBe(
      'WEBVTT\n\nNOTE There is no transcript: words in this language cannot be counted here.\n',
    );
    expect(exportReport(report, 'vtt', { locale: 'ru' })).toContain('NOTE Расшифровки нет: ');
  });

  it('is only its mark when nothing was said', () => {
    const report = reportOf([['word', 0]]);
    const silent = { ...report, transcript: { ...transcriptOf(report), words: [] } };
    expect(exportReport(silent, 'vtt', { locale: 'en' })).toBe('WEBVTT\n');
    expect(exportReport(silent, 'srt', { locale: 'en' })).toBe('');
  });
});
