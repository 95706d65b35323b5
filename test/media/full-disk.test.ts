/** A disk that fills up while standard input is kept: a small file system of its own, which only root can make. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScratch } from '../../src/media/index.ts';

const execute = promisify(execFile);
const MOUNT_SIZE = 1024 ** 2;

let folder: string;
let isMounted = false;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'full-disk-'));
  try {
    await execute('mount', ['-t', 'tmpfs', '-o', `size=${MOUNT_SIZE}`, 'tmpfs', folder]);
    isMounted = true;
  } catch (error) {
    process.stderr.write(`full-disk.test.ts: no small file system can be made here: ${String(error)}\n`);
  }
});

afterAll(async () => {
  if (isMounted) {
    await execute('umount', [folder]);
  }
  await rm(folder, { recursive: true });
});

describe('a full disk', () => {
  it('is told with its folder, and what was written is gone', async ({ skip }) => {
    skip(!isMounted, 'no small file system can be made here');
    const scratch = createScratch({ folder: join(folder, 'tmp'), retentionMs: 1000, cleanUp: true });
    const options = { signal: new AbortController().signal, maxBytes: 100 * MOUNT_SIZE };
    const spooling = scratch.spool(
      Readable.from([Buffer.alloc(MOUNT_SIZE), Buffer.alloc(MOUNT_SIZE)]),
      options,
    );
    await expect(spooling).rejects.toMatchObject({
      code: 'disk-full',
      details: { folder: join(folder, 'tmp') },
    });
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
    const small = await scratch.spool(Readable.from([Buffer.alloc(MOUNT_SIZE / 2)]), options);
    expect(small.bytes).toBe(MOUNT_SIZE / 2);
  });
});
