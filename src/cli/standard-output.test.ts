import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../errors/index.ts';
import { createStandardOutput } from './standard-output.ts';

const NEVER = new AbortController().signal;

function failing(code: string): Writable {
  return new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error(code), { code }));
    },
  });
}

describe('createStandardOutput', () => {
  it('waits until the text is taken', async () => {
    const taken: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        setImmediate(() => {
          taken.push(chunk.toString());
          done();
        });
      },
    });
    const output = createStandardOutput(stream, NEVER);
    await output.print('report\n');
    expect(taken).toEqual(['report\n']);
    output.close();
    expect(stream.listenerCount('error')).toBe(0);
  });

  it('does not wait for a reader that has stalled once the user wants to stop', async () => {
    const user = new AbortController();
    const stalled = new Writable({ write: () => {} });
    const output = createStandardOutput(stalled, user.signal);
    const printing = output.print('report\n');
    const reason = new Error('stop');
    user.abort(reason);
    await expect(printing).rejects.toBe(reason);
  });

  it('takes a reader that has left for the end, not for an error', async () => {
    const output = createStandardOutput(failing('EPIPE'), NEVER);
    await output.print('one');
    expect(output.readerLeft.aborted).toBe(true);
    await output.print('two');
    output.close();
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EIO', 'cannot-write'],
  ] as const)('tells %s as %s', async (system, code) => {
    const output = createStandardOutput(failing(system), NEVER);
    const error: unknown = await output.print('x').catch((reason: unknown) => reason);
    expect(isAppError(error, code)).toBe(true);
    expect(output.readerLeft.aborted).toBe(false);
  });
});
