import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTarball } from '../../../../test/bootstrap/support/make-tarball.ts';
import { hasIntegrity, readTarball } from './tarball.ts';

let path: string;

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'tarball-')), 'package.tgz');
});

afterEach(() => rm(join(path, '..'), { recursive: true }));

async function read(
  wanted: (path: string) => boolean,
): Promise<readonly (readonly [string, string | undefined])[]> {
  const found: (readonly [string, string | undefined])[] = [];
  for await (const entry of readTarball(path)) {
    found.push([entry.path, wanted(entry.path) ? (await entry.bytes()).toString() : undefined]);
  }
  return found;
}

describe('a tarball', () => {
  it('gives the files that are asked for, past those that are not', async () => {
    const large = 'weights '.repeat(20_000);
    await writeFile(
      path,
      makeTarball([
        { path: 'package/README.md', content: 'read me' },
        { path: 'package/dist', type: '5' },
        { path: 'weights.onnx', prefix: 'package/dist', content: large },
        { path: 'package/empty', content: '' },
      ]),
    );
    expect(await read((name) => name !== 'package/README.md')).toEqual([
      ['package/README.md', undefined],
      ['package/dist/weights.onnx', large],
      ['package/empty', ''],
    ]);
  });

  it('that is cut off is told', async () => {
    const whole = makeTarball([{ path: 'package/a', content: Buffer.alloc(100_000, 7) }]);
    await writeFile(path, whole.subarray(0, whole.length / 2));
    await expect(read(() => true)).rejects.toMatchObject({ code: 'Z_BUF_ERROR' });
  });

  it('has the integrity that npm would say', async () => {
    const tarball = makeTarball([{ path: 'package/a', content: 'b' }]);
    await writeFile(path, tarball);
    const { signal } = new AbortController();
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    expect(await hasIntegrity(path, integrity, signal)).toBe(true);
    expect(await hasIntegrity(path, integrity.replace('sha512-', 'sha512-A'), signal)).toBe(false);
  });
});
