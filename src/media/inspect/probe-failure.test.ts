import { describe, expect, it } from 'vitest';
import type { FailedProbe } from './probe-failure.ts';
import { probeFailure } from './probe-failure.ts';

const INVALID = 'file:/dev/fd/3: Invalid data found when processing input';

function codeOf(failed: Partial<FailedProbe>): string {
  const exit = { code: 1, signal: null };
  return probeFailure({ name: 'talk.mp4', head: 'other', exit, lines: [INVALID], ...failed }).code;
}

describe('probeFailure', () => {
  it('tells a playlist by the demuxer that was refused, or by its first words', () => {
    expect(codeOf({ lines: ["[hls @ 0x55d0] Format not on whitelist 'mov'"] })).toBe('format-refused');
    expect(codeOf({ head: 'playlist' })).toBe('format-refused');
    expect(codeOf({ lines: ["[file @ 0x1] Protocol 'http' not on whitelist 'file'!"] })).toBe(
      'format-refused',
    );
  });

  it('does not take a refused picture for a playlist', () => {
    expect(codeOf({ lines: ["[png_pipe @ 0x55d0] Format not on whitelist 'mov'"] })).toBe('not-media');
    expect(codeOf({ lines: ["[in#0 @ 0x55d0] Format not on whitelist 'mov'"] })).toBe('not-media');
  });

  it('tells a broken recording from what never was one', () => {
    expect(codeOf({ lines: ['[mov @ 0x1] moov atom not found', INVALID] })).toBe('media-damaged');
    expect(codeOf({ head: 'media' })).toBe('media-damaged');
    expect(codeOf({})).toBe('not-media');
  });

  it('does not blame the file when the program did not run', () => {
    expect(codeOf({ exit: { code: null, signal: 'SIGKILL' } })).toBe('decode-failed');
    expect(codeOf({ exit: { code: 127, signal: null } })).toBe('decode-failed');
  });

  it('keeps the messages for the log', () => {
    const error = probeFailure({
      name: 'a',
      head: 'other',
      exit: { code: 1, signal: null },
      lines: [INVALID],
    });
    expect(error.cause).toMatchObject({ message: INVALID });
  });
});
