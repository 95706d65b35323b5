import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../errors/index.ts';
import type { RecordingRequest, RequestFacts } from './recording-options.ts';
import { readRequest } from './recording-options.ts';
import { en } from './texts/en.ts';

const facts: RequestFacts = { product: 'report', cwd: '/home/speaker', stdinIsTerminal: false, texts: en };

function read(
  options: Record<string, unknown>,
  files: readonly string[] = ['a.mp4'],
  more: Partial<RequestFacts> = {},
): RecordingRequest {
  return readRequest(files, options, { ...facts, ...more });
}

function problemOf(...given: Parameters<typeof read>): string {
  try {
    read(...given);
  } catch (error) {
    if (isAppError(error, 'usage-invalid')) {
      return String(error.details['problem']);
    }
    throw error;
  }
  throw new Error('the request was accepted');
}

describe('readRequest', () => {
  it('has a default for everything', () => {
    expect(read({})).toEqual({
      files: ['a.mp4'],
      language: 'auto',
      model: undefined,
      yes: false,
      allowUpload: false,
      plan: undefined,
      formats: ['text'],
      outFolder: undefined,
      slots: undefined,
      quiet: false,
      json: false,
    });
    expect(read({}, ['a.mp4'], { product: 'transcript' }).formats).toEqual(['txt']);
    expect(read({ json: true }).formats).toEqual(['json']);
  });

  it('takes several formats once each with a folder, made absolute', () => {
    const request = read({ format: ['md', 'JSON', 'md'], out: 'reports' });
    expect(request.formats).toEqual(['md', 'json']);
    expect(request.outFolder).toBe('/home/speaker/reports');
  });

  it('names option, value and what is allowed', () => {
    expect(problemOf({ format: ['pdf'] })).toBe(
      '--format cannot be "pdf"; allowed: text, json, md, srt, vtt, txt.',
    );
    expect(problemOf({ language: 'fr' })).toBe('--language cannot be "fr"; allowed: auto, en, ru.');
    const max = availableParallelism();
    for (const threads of ['0', '-1', '1.5', 'two', String(max + 1), '']) {
      expect(problemOf({ threads })).toBe(
        `--threads cannot be "${threads}"; allowed: a whole number from 1 to ${max}.`,
      );
    }
    expect(read({ threads: '1' }).slots).toBe(1);
  });

  it('refuses what cannot be told apart in one output', () => {
    expect(problemOf({ format: ['md', 'srt'] })).toContain('--out');
    expect(problemOf({ format: ['srt'] }, ['a', 'b'])).toContain('--out');
    expect(problemOf({ format: ['vtt'] }, ['a', 'b'])).toContain('--out');
    expect(problemOf({ format: ['md'], json: true })).toContain('--out');
    expect(read({ format: ['json'], json: true }).formats).toEqual(['json']);
    expect(read({ format: ['md'], json: true, out: 'x' }).formats).toEqual(['md']);
    expect(read({ format: ['md'] }, ['a', 'b']).formats).toEqual(['md']);
  });

  it('reads standard input once, and not from a terminal', () => {
    expect(read({}, ['-', 'a']).files).toEqual(['-', 'a']);
    expect(problemOf({}, ['-', '-'])).toContain('only once');
    expect(problemOf({}, ['-'], { stdinIsTerminal: true })).toContain('terminal');
  });
});
