import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../errors/index.ts';
import { AppError } from '../errors/index.ts';
import { ask } from './ask.ts';
import type { CommandContext } from './io.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';

interface Setup {
  readonly context: CommandContext;
  /** What the user types; a newline is an Enter. */
  readonly keyboard: PassThrough;
  readonly shown: () => string;
  readonly abort: AbortController;
}

function setUp({ terminal = true, locale = 'en' }: { terminal?: boolean; locale?: Locale } = {}): Setup {
  const keyboard = new PassThrough();
  const screen = new PassThrough();
  let shown = '';
  screen.on('data', (text: Buffer) => {
    shown += text.toString();
  });
  const abort = new AbortController();
  const context: CommandContext = {
    io: {
      stdin: Object.assign(keyboard, { isTTY: terminal }),
      stdout: new PassThrough(),
      stderr: Object.assign(screen, { isTTY: terminal }),
      env: {},
      cwd: '/',
      interrupt: abort.signal,
    },
    locale,
    texts: locale === 'ru' ? ru : en,
    signal: abort.signal,
    print: () => Promise.resolve(),
  };
  return { context, keyboard, shown: () => shown, abort };
}

describe('ask', () => {
  it.each([
    ['y', true],
    ['YES', true],
    ['да', true],
    [' Д ', true],
    ['n', false],
    ['нет', false],
  ])('takes %j for %s, in either language', async (typed, expected) => {
    const { context, keyboard } = setUp();
    keyboard.write(`${typed}\n`);
    expect(await ask(context, 'Fetch it?', { default: !expected })).toBe(expected);
  });

  it.each([true, false])('takes an empty answer for the default %s', async (usual) => {
    const { context, keyboard } = setUp();
    keyboard.write('\n');
    expect(await ask(context, 'Fetch it?', { default: usual })).toBe(usual);
  });

  it.each([
    ['en', true, 'Fetch it? [Y/n] '],
    ['en', false, 'Fetch it? [y/N] '],
    ['ru', true, 'Fetch it? [Д/н] '],
    ['ru', false, 'Fetch it? [д/Н] '],
  ] as const)('shows in %s what Enter means', async (locale, usual, prompt) => {
    const { context, keyboard, shown } = setUp({ locale });
    const answer = ask(context, 'Fetch it?', { default: usual });
    keyboard.write('\n');
    await answer;
    expect(shown()).toBe(prompt);
  });

  it('asks again after an answer that is none', async () => {
    const { context, keyboard, shown } = setUp();
    keyboard.write('perhaps\n');
    const answer = ask(context, 'Fetch it?', { default: false });
    keyboard.write('y\n');
    expect(await answer).toBe(true);
    expect(shown()).toBe('Fetch it? [y/N] Fetch it? [y/N] ');
  });

  it('takes the end of the input for no', async () => {
    const { context, keyboard } = setUp();
    const answer = ask(context, 'Fetch it?', { default: true });
    keyboard.end();
    expect(await answer).toBe(false);
  });

  it('asks nobody where there is no terminal', async () => {
    const { context, keyboard, shown } = setUp({ terminal: false });
    keyboard.write('y\n');
    expect(await ask(context, 'Fetch it?', { default: true })).toBe(false);
    expect(shown()).toBe('');
  });

  it('ends with the reason of an abort, and lets the keyboard go', async () => {
    const { context, keyboard, abort } = setUp();
    const answer = ask(context, 'Fetch it?', { default: true });
    const reason = new AppError('cancelled');
    abort.abort(reason);
    await expect(answer).rejects.toBe(reason);
    expect(keyboard.isPaused()).toBe(true);
    await expect(ask(context, 'Fetch it?', { default: true })).rejects.toBe(reason);
  });
});
