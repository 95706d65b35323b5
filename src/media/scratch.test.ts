import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Scratch, ScratchOptions, SpoolOptions } from './scratch.ts';
import { createScratch } from './scratch.ts';

const HOUR_MS = 3_600_000;
const NEVER = new AbortController().signal;

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'scratch-'));
  folder = join(parent, 'home', 'tmp');
});

afterEach(() => rm(parent, { recursive: true }));

function scratchIn(options: Partial<ScratchOptions> = {}): Scratch {
  return createScratch({ folder, retentionMs: HOUR_MS, cleanUp: true, ...options });
}

function spoolOptions(options: Partial<SpoolOptions> = {}): SpoolOptions {
  return { signal: NEVER, maxBytes: 1000, ...options };
}

function permissions(mode: number): number {
  return mode & 0o777;
}

describe('spool', () => {
  it('keeps a stream as a file that only this user can read, until it is disposed of', async () => {
    const spooled = await scratchIn().spool(
      Readable.from([Buffer.from('some '), Buffer.from('sound')]),
      spoolOptions(),
    );
    expect(await readFile(spooled.path, 'utf8')).toBe('some sound');
    expect(spooled.bytes).toBe(10);
    expect(permissions((await stat(spooled.path)).mode)).toBe(0o600);
    expect(permissions((await stat(folder)).mode)).toBe(0o700);
    await spooled.dispose();
    await spooled.dispose();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['file-too-large', Buffer.alloc(1001), { file: 'stdin', megabytes: 1, maxMegabytes: 1 }],
    ['file-empty', Buffer.alloc(0), { file: 'stdin' }],
  ])('refuses as %s what passes the limits, and leaves no file', async (code, content, details) => {
    const source = Readable.from([content]);
    const spooling = scratchIn().spool(source, spoolOptions({ name: 'stdin' }));
    await expect(spooling).rejects.toMatchObject({ code, details });
    expect(await readdir(folder)).toEqual([]);
    expect(source.destroyed).toBe(true);
  });

  it('stops reading when aborted, with its reason, and leaves no file', async () => {
    const source = new PassThrough();
    source.write('the beginning');
    const caller = new AbortController();
    const spooling = scratchIn().spool(source, spoolOptions({ signal: caller.signal }));
    const reason = new Error('changed my mind');
    source.once('data', () => caller.abort(reason));
    await expect(spooling).rejects.toBe(reason);
    expect(await readdir(folder)).toEqual([]);
    expect(source.destroyed).toBe(true);
    await expect(scratchIn().spool(source, spoolOptions({ signal: caller.signal }))).rejects.toBe(reason);
  });

  it('passes on the failure of the stream, and leaves no file', async () => {
    const source = new PassThrough();
    source.write('the beginning');
    const spooling = scratchIn().spool(source, spoolOptions());
    const broken = new Error('the pipe broke');
    source.once('data', () => source.destroy(broken));
    await expect(spooling).rejects.toBe(broken);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says where it cannot write', async () => {
    await writeFile(join(parent, 'home'), 'a file where a folder should be');
    const spooling = scratchIn().spool(Readable.from([Buffer.from('sound')]), spoolOptions());
    await expect(spooling).rejects.toMatchObject({ code: 'cannot-write', details: { path: folder } });
  });
});

const LEFT_BEHIND = 'speech-coach-01234567-89ab-cdef-0123-456789abcdef.tmp';

async function makeOld(name: string): Promise<void> {
  await writeFile(join(folder, name), 'left behind');
  const longAgo = new Date(Date.now() - 2 * HOUR_MS);
  await utimes(join(folder, name), longAgo, longAgo);
}

describe('sweep', () => {
  it('deletes its own old files and nothing else', async () => {
    await mkdir(folder, { recursive: true });
    await makeOld(LEFT_BEHIND);
    await makeOld('thesis.tmp');
    await makeOld('speech-coach-notes.tmp');
    await mkdir(join(folder, LEFT_BEHIND.replace('0123', 'aaaa')));
    await symlink(join(folder, 'thesis.tmp'), join(folder, LEFT_BEHIND.replace('0123', 'bbbb')));
    const fresh = await scratchIn().spool(Readable.from([Buffer.from('in use')]), spoolOptions());
    const scratch = scratchIn({ retentionMs: HOUR_MS });
    const before = await readdir(folder);
    expect(await scratch.sweep()).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(before.filter((name) => name !== LEFT_BEHIND).sort());
    expect(await readFile(fresh.path, 'utf8')).toBe('in use');
    expect(await scratch.sweep()).toBe(0);
  });

  it('deletes nothing when told not to, and needs no folder', async () => {
    expect(await scratchIn().sweep()).toBe(0);
    await mkdir(folder, { recursive: true });
    await makeOld(LEFT_BEHIND);
    expect(await scratchIn({ cleanUp: false }).sweep()).toBe(0);
    expect(await readdir(folder)).toEqual([LEFT_BEHIND]);
  });

  it('knows the names that it gives', async () => {
    const spooled = await scratchIn().spool(Readable.from([Buffer.from('sound')]), spoolOptions());
    const longAgo = new Date(Date.now() - 2 * HOUR_MS);
    await utimes(spooled.path, longAgo, longAgo);
    expect(await scratchIn().sweep()).toBe(1);
  });
});
