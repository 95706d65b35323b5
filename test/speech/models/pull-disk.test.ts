/** Pulling onto a disk that is too small: a small file system of its own, which only root can make. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONTENT, FILES, NAME, createPullBench, hubPath, modelFrom } from './pull-setup.ts';

const execute = promisify(execFile);
const MEBIBYTE = 2 ** 20;

let folder: string;
let isMounted = false;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'small-disk-'));
  try {
    await execute('mount', ['-t', 'tmpfs', '-o', `size=${70 * MEBIBYTE}`, 'tmpfs', folder]);
    isMounted = true;
  } catch (error) {
    process.stderr.write(`pull-disk.test.ts: no small file system can be made here: ${String(error)}\n`);
  }
});

afterEach(async () => {
  if (isMounted) {
    await execute('umount', [folder]);
  }
  await rm(folder, { recursive: true });
});

describe('a disk without room for the model', () => {
  it('is told before the first byte is asked for', async ({ skip }) => {
    skip(!isMounted, 'no small file system can be made here');
    const modelsFolder = join(folder, 'models');
    const bench = await createPullBench({ modelsFolder });
    const files = FILES.map((file) => ({ ...file, bytes: 50 * MEBIBYTE }));
    const [hub] = modelFrom().sources;
    await expect(
      bench.pull({}, modelFrom(hub?.kind === 'hub' ? [{ ...hub, files }] : [])),
    ).rejects.toMatchObject({
      code: 'disk-too-small',
      details: { folder: modelsFolder, freeMegabytes: 73, neededMegabytes: 172 },
    });
    expect(bench.server.requests).toEqual([]);
  });

  it('may fill up meanwhile: that is told, no other source is asked, and what came is kept', async ({
    skip,
  }) => {
    skip(!isMounted, 'no small file system can be made here');
    const modelsFolder = join(folder, 'models');
    const bench = await createPullBench({ modelsFolder });
    const filler = join(folder, 'filler');
    bench.server.misbehave(hubPath('weights.onnx'), {
      before: () => writeFile(filler, Buffer.alloc(69 * MEBIBYTE + 700_000)).catch(() => {}),
    });
    const [hub] = modelFrom().sources;
    const twice = hub === undefined ? [] : [hub, hub];
    await expect(bench.pull({}, modelFrom(twice))).rejects.toMatchObject({ code: 'disk-full' });
    expect(bench.server.requests.filter(({ path }) => path === hubPath('weights.onnx'))).toHaveLength(1);
    await rm(filler);
    await bench.pull();
    expect(bench.server.requests.at(-1)?.range).toMatch(/^bytes=\d+-$/);
    expect(bench.server.sentBytes()).toBeLessThan(2 * CONTENT['weights.onnx'].length);
    expect(await readdir(modelsFolder)).toEqual([NAME]);
  });
});
