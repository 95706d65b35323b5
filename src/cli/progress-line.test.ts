import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fitLines } from './live-lines.ts';
import type { ProgressRow } from './progress-line.ts';
import { createProgressLine, formatRow } from './progress-line.ts';
import type { ProgressView } from './progress.ts';
import { Screen } from './screen.fixture.ts';
import type { CliTexts } from './texts/en.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';

describe('createProgressLine', () => {
  let screen = new Screen(80);
  let view: ProgressView;
  const names = ['one.mp4', 'two.mp4', 'three.mp4'];

  beforeEach(() => {
    vi.useFakeTimers();
    screen = new Screen(80);
    view = createProgressLine({ stream: screen, names, texts: en, nowMs: () => Date.now() });
  });
  afterEach(() => {
    view.close();
    vi.useRealTimers();
  });

  it('shows a file as soon as it starts', () => {
    view.start(0);
    expect(screen.lines).toEqual(['one.mp4  reading  0:00']);
  });

  it('draws several files over in place, each with stage, percent, elapsed and remaining time', () => {
    view.start(0);
    view.start(1);
    view.update(0, { stage: 'transcribe', fraction: 0.25 });
    vi.advanceTimersByTime(10_000);
    expect(screen.lines).toEqual([
      'one.mp4  recognising words  25 %  0:10  0:30 left',
      'two.mp4  reading  0:10',
    ]);
  });

  it('ticks the clock although nothing is reported, and then not more than five times a second', () => {
    view.start(0);
    const before = screen.writes;
    vi.advanceTimersByTime(3000);
    expect(screen.lines).toEqual(['one.mp4  reading  0:03']);
    expect(screen.writes - before).toBeLessThanOrEqual(15);
  });

  it('draws no more often however often progress comes', () => {
    view.start(0);
    const before = screen.writes;
    for (let step = 0; step < 1000; step += 1) {
      view.update(0, { stage: 'transcribe', fraction: step / 1000 });
    }
    expect(screen.writes).toBe(before);
  });

  it('leaves one line of each file that is done, above those at work', () => {
    view.start(0);
    view.start(1);
    vi.advanceTimersByTime(8000);
    view.end(0, { kind: 'done', written: [] });
    view.start(2);
    expect(screen.lines).toEqual([
      'one.mp4  done in 0:08',
      'two.mp4    reading  0:08',
      'three.mp4  reading  0:00',
    ]);
    view.end(1, { kind: 'done', written: [] });
    view.end(2, { kind: 'cancelled' });
    expect(screen.lines).toEqual(['one.mp4  done in 0:08', 'two.mp4  done in 0:08']);
  });

  it('tells a failure with its code and mend, and names the file when the message does not', () => {
    view.start(0);
    view.end(0, {
      kind: 'failed',
      error: { code: 'task-timeout', message: 'A step took longer.', mend: 'Try again.' },
    });
    expect(screen.lines).toEqual(['Error: one.mp4: A step took longer. (task-timeout)', '  Try again.']);
  });

  it('makes room for what others write, and comes back below it', async () => {
    view.start(0);
    view.warn('Mind this.');
    view.log('a line of the log\n');
    await view.aside(async () => {
      screen.write('the report\n');
      vi.advanceTimersByTime(1000);
      screen.write('its second line\n');
      await Promise.resolve();
    });
    expect(screen.lines).toEqual([
      'Warning: Mind this.',
      'a line of the log',
      'the report',
      'its second line',
      'one.mp4  reading  0:01',
    ]);
  });

  it('takes its lines away and stops when it is closed', () => {
    view.start(0);
    view.close();
    const before = screen.writes;
    vi.advanceTimersByTime(2000);
    expect(screen.lines).toEqual([]);
    expect(screen.writes).toBe(before);
  });

  it.each([120, 80, 40, 20, 8])(
    'never wraps at %i columns, nor after the terminal was made so narrow',
    (columns) => {
      names[0] = `${'a very long name '.repeat(20)}😀漢字.mp4`;
      screen.columns = columns;
      view.start(0);
      view.start(1);
      view.update(0, { stage: 'transcribe', fraction: 0.5 });
      vi.advanceTimersByTime(5000);
      expect(screen.lines).toHaveLength(2);
      names[0] = 'one.mp4';
    },
  );
});

function formatRows(rows: readonly ProgressRow[], columns: number, texts: CliTexts): readonly string[] {
  return fitLines(
    rows.map((row) => formatRow(row, texts)),
    columns,
  );
}

describe('formatRow', () => {
  const half = { stage: 'transcribe', fraction: 0.5 } as const;

  it('shortens the name before the facts', () => {
    const [row] = formatRows([{ name: 'x'.repeat(200), progress: half, elapsedSec: 60 }], 60, en);
    expect(row).toMatch(/^x{5,}… {2}recognising words {2}50 % {2}1:00 {2}1:00 left$/);
    expect(row?.length).toBeLessThan(60);
  });

  it('writes out controls of a name instead of obeying them', () => {
    const [row] = formatRows([{ name: 'a\u001b[2J\n\u202eb', progress: undefined, elapsedSec: 0 }], 80, en);
    expect(row).toBe('a\\u001b[2J\\u000a\\u202eb  reading  0:00');
  });

  it('promises no remaining time before anything is known, and no 100 % before the end', () => {
    const early = { stage: 'transcribe', fraction: 0.01 } as const;
    expect(formatRows([{ name: 'a', progress: early, elapsedSec: 60 }], 80, en)).toEqual([
      'a  recognising words  1 %  1:00',
    ]);
    const late = { stage: 'analyze', fraction: 0.999 } as const;
    expect(formatRows([{ name: 'a', progress: late, elapsedSec: 60 }], 80, en)).toEqual([
      'a  measuring  99 %  1:00  0:01 left',
    ]);
  });

  it('shows how much is there of a model that is fetched, and no time that is left of the file', () => {
    const progress = { stage: 'fetch', fraction: null, model: 'm', bytesDone: 30, bytesTotal: 120 } as const;
    expect(formatRows([{ name: 'a', progress, elapsedSec: 60 }], 80, en)).toEqual([
      'a  fetching the model  25 %  1:00',
    ]);
  });

  it('speaks Russian', () => {
    expect(formatRows([{ name: 'речь.mp4', progress: half, elapsedSec: 65 }], 80, ru)).toEqual([
      'речь.mp4  распознавание речи  50 %  1:05  осталось 1:05',
    ]);
  });
});
