import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isAppError } from '../errors/index.ts';
import { listenForInterrupt } from './interrupt.ts';

/** The part of a process that receives signals, without the process. */
class Source extends EventEmitter {
  readonly exits: number[] = [];

  exit(code: number): void {
    this.exits.push(code);
  }
}

describe('listenForInterrupt', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('aborts at the first %s and lets the clean-up run', (signal) => {
    const source = new Source();
    const interrupt = listenForInterrupt(source);
    expect(interrupt.signal.aborted).toBe(false);
    source.emit(signal);
    expect(isAppError(interrupt.signal.reason, 'cancelled')).toBe(true);
    expect(source.exits).toEqual([]);
    interrupt.close();
  });

  it('ends at once when the user presses again', () => {
    const source = new Source();
    const interrupt = listenForInterrupt(source);
    source.emit('SIGINT');
    vi.advanceTimersByTime(400);
    source.emit('SIGINT');
    expect(source.exits).toEqual([130]);
    interrupt.close();
  });

  it('takes one press that arrives twice for one', () => {
    const source = new Source();
    const interrupt = listenForInterrupt(source);
    source.emit('SIGINT');
    vi.advanceTimersByTime(20);
    source.emit('SIGINT');
    expect(source.exits).toEqual([]);
    interrupt.close();
  });

  it('does not wait for a clean-up that hangs', () => {
    const source = new Source();
    const interrupt = listenForInterrupt(source);
    source.emit('SIGTERM');
    vi.advanceTimersByTime(2000);
    expect(source.exits).toEqual([130]);
    interrupt.close();
  });

  it('hears nothing after closing', () => {
    const source = new Source();
    const interrupt = listenForInterrupt(source);
    source.emit('SIGINT');
    interrupt.close();
    interrupt.close();
    vi.advanceTimersByTime(5000);
    expect(source.exits).toEqual([]);
    expect(source.eventNames()).toEqual([]);
  });
});
