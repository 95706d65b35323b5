import { describe, expect, it } from 'vitest';
import { Listeners } from './listeners.ts';

describe('Listeners', () => {
  it('tells all of them in order, a function that came twice twice, and no one who left', () => {
    const listeners = new Listeners<number>();
    const heard: string[] = [];
    const hear = (event: number) => heard.push(`a ${event}`);
    const leave = listeners.subscribe(hear);
    listeners.subscribe((event) => heard.push(`b ${event}`));
    listeners.subscribe(hear);
    listeners.emit(1);
    leave();
    leave();
    listeners.emit(2);
    expect(heard).toEqual(['a 1', 'b 1', 'a 1', 'b 2', 'a 2']);
  });

  it('lets the fault of one neither stop the others nor go unseen', async () => {
    const uncaught: unknown[] = [];
    const previous = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => uncaught.push(error));
    try {
      const listeners = new Listeners<string>();
      const heard: string[] = [];
      const fault = new Error('the log is full');
      listeners.subscribe(() => {
        throw fault;
      });
      listeners.subscribe((event) => heard.push(event));
      listeners.emit('open');
      await new Promise((resolve) => setImmediate(resolve));
      expect([heard, uncaught]).toEqual([['open'], [fault]]);
    } finally {
      previous.forEach((listener) => process.on('uncaughtException', listener));
    }
  });
});
