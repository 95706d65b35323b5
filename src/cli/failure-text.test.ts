import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { describeFailure, failureText } from './failure-text.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';

describe('failureText', () => {
  it('names the file as the user called it, with code and mend, and no stack', () => {
    const error = describeFailure(
      new AppError('file-not-found', { file: '/abs/talk.mp4' }),
      'en',
      'talk.mp4',
    );
    expect(failureText(error, en, 'talk.mp4')).toBe(
      'Error: There is no file talk.mp4. (file-not-found)\n  Check the name and the folder.\n',
    );
  });

  it('names the file before a message that does not', () => {
    const error = describeFailure(new AppError('disk-full', { folder: '/tmp' }), 'ru', 'речь.mp4');
    expect(failureText(error, ru, 'речь.mp4')).toMatch(
      /^Ошибка: речь\.mp4: В \/tmp не осталось места\. \(disk-full\)\n {2}/,
    );
  });

  it('writes out what a terminal would obey, in names of any kind', () => {
    const error = new AppError('model-missing', { model: 'm', path: '/a\u001b[2J\nb' });
    const text = failureText(describeFailure(error, 'en', 'x\u009b.mp4'), en, 'x\u009b.mp4');
    expect(text).toContain('/a\\u001b[2J\\u000ab');
    expect(text).toContain('x\\u009b.mp4');
  });

  it('keeps the lines of wrong settings, and tells nothing of an unknown error', () => {
    const settings = describeFailure(new AppError('config-invalid', { problems: '  A\n  B' }), 'en');
    expect(settings.message).toBe('Wrong settings:\n  A\n  B');
    const unknown = describeFailure(new Error('secret path'), 'en');
    expect(failureText(unknown, en)).not.toContain('secret');
  });
});

describe('exitCodeOf', () => {
  it.each([
    ['usage-invalid', EXIT.usage],
    ['config-invalid', EXIT.usage],
    ['cancelled', EXIT.cancelled],
    ['disk-full', EXIT.failed],
  ] as const)('gives %s the code %i', (code, expected) => {
    expect(exitCodeOf(new AppError(code))).toBe(expected);
  });

  it('gives an unknown error the code of a failure', () => {
    expect(exitCodeOf(new TypeError('x'))).toBe(1);
  });
});
