import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError, isAppError } from '../errors/index.ts';
import { makeFolder, writeWhole } from './write-file.ts';

const { signal } = new AbortController();
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-file-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('writeWhole', () => {
  it('writes, writes over its earlier result, and leaves nothing else', async () => {
    const path = join(folder, 'talk.report.md');
    await writeWhole(path, 'one', signal);
    await writeWhole(path, 'two', signal);
    expect(await readFile(path, 'utf8')).toBe('two');
    expect(await readdir(folder)).toEqual(['talk.report.md']);
  });

  it('leaves the earlier result as it was when it cannot write', async () => {
    const path = join(folder, 'talk.md');
    await makeFolder(join(path, 'inside'));
    const error = await failureOf(writeWhole(path, 'x', signal));
    expect(isAppError(error, 'cannot-write')).toBe(true);
    expect(await readdir(folder)).toEqual(['talk.md']);
  });

  it('says what kept it from writing where that keeps it from cleaning up too', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const error = await failureOf(writeWhole(join(file, 'talk.md'), 'x', signal));
    expect(isAppError(error, 'cannot-write')).toBe(true);
  });

  it('leaves nothing when it is cancelled', async () => {
    const reason = new AppError('cancelled');
    const error = await failureOf(writeWhole(join(folder, 'a.md'), 'x', AbortSignal.abort(reason)));
    expect(error).toBe(reason);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('makeFolder', () => {
  it('makes a folder with those above it, and takes one that is there', async () => {
    const deep = join(folder, 'a', 'b');
    await makeFolder(deep);
    await makeFolder(deep);
    expect(await readdir(join(folder, 'a'))).toEqual(['b']);
  });

  it('names a path that is a file', async () => {
    const path = join(folder, 'file');
    await writeFile(path, '');
    const error = await failureOf(makeFolder(path));
    expect(isAppError(error, 'cannot-write') && error.details['path']).toBe(path);
  });
});
