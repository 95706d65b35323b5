import { describe, expect, it } from 'vitest';
import { createJsonProgress } from './progress-json.ts';

function record(): { readonly lines: unknown[]; readonly stream: { write(line: string): boolean } } {
  const lines: unknown[] = [];
  return { lines, stream: { write: (line: string) => lines.push(JSON.parse(line)) > 0 } };
}

describe('createJsonProgress', () => {
  it('tells the life of a file as one object a line', () => {
    const { lines, stream } = record();
    let nowMs = 0;
    const view = createJsonProgress({ stream, quiet: false, names: ['a\nb.mp4'], nowMs: () => nowMs });
    view.warn('Mind this.');
    view.start(0);
    view.update(0, { stage: 'identify', fraction: null });
    nowMs = 2000;
    view.update(0, { stage: 'transcribe', fraction: 0.25 });
    nowMs = 8000;
    view.end(0, { kind: 'done', written: ['/out/a.report.json'] });
    expect(lines).toEqual([
      { event: 'warning', message: 'Mind this.' },
      { event: 'started', file: 'a\nb.mp4' },
      {
        event: 'progress',
        file: 'a\nb.mp4',
        stage: 'identify',
        fraction: null,
        elapsedSec: 0,
        remainingSec: null,
      },
      {
        event: 'progress',
        file: 'a\nb.mp4',
        stage: 'transcribe',
        fraction: 0.25,
        elapsedSec: 2,
        remainingSec: 6,
      },
      { event: 'finished', file: 'a\nb.mp4', elapsedSec: 8, written: ['/out/a.report.json'] },
    ]);
  });

  it('tells a stage at once and its progress four times a second at most', () => {
    const { lines, stream } = record();
    let nowMs = 0;
    const view = createJsonProgress({ stream, quiet: false, names: ['a', 'b'], nowMs: () => nowMs });
    view.start(0);
    view.start(1);
    for (; nowMs < 1000; nowMs += 10) {
      view.update(0, { stage: 'transcribe', fraction: nowMs / 1000 });
    }
    view.update(0, { stage: 'analyze', fraction: 1 });
    view.update(1, { stage: 'analyze', fraction: 1 });
    expect(lines).toHaveLength(2 + 4 + 1 + 1);
  });

  it('tells of a model that is fetched how much is there', () => {
    const { lines, stream } = record();
    const view = createJsonProgress({ stream, quiet: false, names: ['a'], nowMs: () => 0 });
    view.start(0);
    view.update(0, { stage: 'fetch', fraction: null, model: 'whisper-base', bytesDone: 5 });
    expect(lines.at(-1)).toMatchObject({
      event: 'progress',
      stage: 'fetch',
      fraction: null,
      model: 'whisper-base',
      bytesDone: 5,
      bytesTotal: null,
    });
  });

  it('tells a failure with code, message and mend', () => {
    const { lines, stream } = record();
    const view = createJsonProgress({ stream, quiet: false, names: ['a'], nowMs: () => 0 });
    const error = { code: 'file-empty', message: 'a is empty.', mend: 'Copy it again.' } as const;
    view.start(0);
    view.end(0, { kind: 'failed', error });
    expect(lines.at(-1)).toEqual({ event: 'failed', file: 'a', elapsedSec: 0, error });
  });

  it('tells failures alone when it should be quiet', () => {
    const { lines, stream } = record();
    const view = createJsonProgress({ stream, quiet: true, names: ['a', 'b'], nowMs: () => 0 });
    view.warn('Mind this.');
    view.start(0);
    view.update(0, { stage: 'transcribe', fraction: 0.5 });
    view.end(0, { kind: 'done', written: [] });
    view.end(1, { kind: 'failed', error: { code: 'file-empty', message: 'b is empty.', mend: '' } });
    expect(lines).toMatchObject([{ event: 'failed', file: 'b' }]);
  });
});
