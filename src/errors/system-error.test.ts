import { describe, expect, it } from 'vitest';
import { systemCode, toWriteError } from './system-error.ts';

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('systemCode', () => {
  it('is that of the system, and empty for everything else', () => {
    expect(systemCode(failure('ENOENT'))).toBe('ENOENT');
    expect(systemCode(new Error('ENOENT'))).toBe('');
    expect(systemCode(Object.assign(new Error('a number'), { code: 2 }))).toBe('');
    expect(systemCode({ code: 'ENOENT' })).toBe('');
  });
});

describe('toWriteError', () => {
  it.each(['ENOSPC', 'EDQUOT'])('names the folder when there is no space (%s)', (code) => {
    const cause = failure(code);
    const error = toWriteError(cause, '/out/talk.md', '/out');
    expect(error).toMatchObject({ code: 'disk-full', details: { folder: '/out' }, cause });
  });

  it('names the path otherwise', () => {
    const error = toWriteError(failure('EACCES'), '/out/talk.md', '/out');
    expect(error).toMatchObject({ code: 'cannot-write', details: { path: '/out/talk.md' } });
  });
});
