import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeZip } from '../../../../test/support/make-zip.ts';
import { SourceFailure } from './source.ts';
import { readZip } from './zip.ts';

const LONG = 'a line of a model, again and again\n'.repeat(10_000);

let path: string;

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'zip-')), 'model.whl');
});

afterEach(() => rm(join(path, '..'), { recursive: true }));

async function contentOf(archive: Buffer): Promise<Readonly<Record<string, string>>> {
  await writeFile(path, archive);
  const entries = await readZip(path);
  const contents = await Promise.all(
    entries.map(async (entry) => [entry.path, (await buffer(await entry.open())).toString()] as const),
  );
  return Object.fromEntries(contents);
}

describe('an archive', () => {
  it('gives its files as they were, stored or deflated, empty ones too', async () => {
    const archive = makeZip([
      { path: 'data/stored.bin', content: LONG, stored: true },
      { path: 'data/данные.bin', content: LONG },
      { path: 'empty', content: '', stored: true },
    ]);
    expect(await contentOf(archive)).toEqual({ 'data/stored.bin': LONG, 'data/данные.bin': LONG, empty: '' });
  });

  it('is found behind whatever stands before it, and before a comment', async () => {
    const archive = makeZip([{ path: 'a', content: 'b', stored: true }]);
    const commented = Buffer.concat([archive, Buffer.from('PK and other words')]);
    commented.writeUInt16LE(18, archive.length - 2);
    expect(await contentOf(commented)).toEqual({ a: 'b' });
  });

  it('without files has none', async () => {
    expect(await contentOf(makeZip([]))).toEqual({});
  });

  it.each([
    ['is cut off', (archive: Buffer) => archive.subarray(0, -30)],
    ['is something else', () => Buffer.from('<html>not found</html>')],
    [
      'has a directory that is none',
      (archive: Buffer) => archive.fill(0, archive.length - 69, archive.length - 22),
    ],
  ])('that %s is refused', async (_, damage) => {
    const archive = makeZip([{ path: 'a', content: LONG }]);
    await expect(contentOf(damage(archive))).rejects.toBeInstanceOf(SourceFailure);
  });

  it('with damaged bytes breaks when they are read', async () => {
    const archive = makeZip([{ path: 'a', content: LONG }]);
    archive.fill(0xff, 40, 80);
    await expect(contentOf(archive)).rejects.toMatchObject({ code: 'Z_DATA_ERROR' });
  });
});
