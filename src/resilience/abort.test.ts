import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { onAbort } from './abort.ts';

const listenersOf = ({ signal }: AbortController): number => getEventListeners(signal, 'abort').length;

describe('onAbort', () => {
  it('puts one listener on the signal for any number, and takes it off after the last', () => {
    const controller = new AbortController();
    const stops = Array.from({ length: 1_000 }, () => onAbort(controller.signal, () => undefined));
    expect(listenersOf(controller)).toBe(1);
    stops.slice(1).forEach((stop) => stop());
    expect(listenersOf(controller)).toBe(1);
    stops[0]?.();
    stops[0]?.();
    expect(listenersOf(controller)).toBe(0);
  });

  it('hands every listener the reason itself, except those that stopped, even just before', () => {
    const controller = new AbortController();
    const heard: unknown[] = [];
    onAbort(controller.signal, (reason) => {
      heard.push(reason);
      stopThird();
    });
    onAbort(controller.signal, (reason) => heard.push(reason));
    const stopThird = onAbort(controller.signal, () => heard.push('third'));
    onAbort(controller.signal, () => heard.push('stopped'))();
    const reason = { why: 'closed the tab' };
    controller.abort(reason);
    expect(heard).toEqual([reason, reason]);
    expect(heard[0]).toBe(reason);
    expect(listenersOf(controller)).toBe(0);
  });

  it('listens again after everybody had left', () => {
    const controller = new AbortController();
    onAbort(controller.signal, () => undefined)();
    const heard: unknown[] = [];
    onAbort(controller.signal, (reason) => heard.push(reason));
    controller.abort('now');
    expect(heard).toEqual(['now']);
  });
});
