/** Files of any name, and paths at which there is no file to read. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMedia } from '../../src/media/index.ts';
import { EXAMPLE_TALK, NEVER, useWorkbench } from './support/workbench.ts';

const bench = useWorkbench();
const execute = promisify(execFile);

beforeAll(async () => {
  await bench.make('voice.mp3', ['-t', '1', '-i', EXAMPLE_TALK, '-vn']);
});

describe('names', () => {
  it.each([
    'my talk (final) .mp4',
    '-i.mp3',
    '--help',
    `it's "quoted" \`x\` $(touch hacked) ; & | > .mp4`,
    'доклад 🎤 día.mp4',
    'http:x.mp4',
    'concat:a|b.mp3',
    'talk%03d.png',
    'glob*?[a].jpg',
    'line\nbreak\\.wav',
    `${'я'.repeat(123)}.mp4`,
  ])('mean nothing: %j', async (name) => {
    const path = bench.path(name);
    await copyFile(bench.path('voice.mp3'), path);
    const { probe, summary } = await bench.hear(path);
    expect(probe).toMatchObject({ container: 'mp3', codec: 'mp3' });
    expect(summary).toMatchObject({ durationSec: expect.closeTo(1, 0), notices: [] });
  });
});

describe('identify', () => {
  it('gives the SHA-256 of the content and tells how far it is', async () => {
    const content = Buffer.concat(Array.from({ length: 40 }, () => Buffer.alloc(50_000, 'sound')));
    const path = await bench.write('content.bin', content);
    const fractions: number[] = [];
    const options = { signal: NEVER, onProgress: (fraction: number) => fractions.push(fraction) };
    expect(await bench.media().identify(path, options)).toEqual({
      sha256: createHash('sha256').update(content).digest('hex'),
      bytes: content.length,
    });
    expect(fractions.length).toBeGreaterThan(2);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  it('follows a link to a file', async () => {
    await symlink(bench.path('voice.mp3'), bench.path('link'));
    const linked = await bench.media().identify(bench.path('link'), { signal: NEVER });
    expect(linked).toEqual(await bench.media().identify(bench.path('voice.mp3'), { signal: NEVER }));
  });
});

describe('paths without a recording', () => {
  const CALLS = ['identify', 'probe', 'decode'] as const;

  async function call(name: (typeof CALLS)[number], path: string): Promise<unknown> {
    const media = bench.media();
    const options = { signal: NEVER, name: 'my talk' };
    switch (name) {
      case 'identify':
        return await media.identify(path, options);
      case 'probe':
        return await media.probe(path, options);
      case 'decode': {
        const probe = await media.probe(bench.path('voice.mp3'), { signal: NEVER });
        return await Array.fromAsync(media.decode(path, probe, options).blocks);
      }
      default:
        throw new TypeError(name satisfies never);
    }
  }

  beforeAll(async () => {
    await mkdir(bench.path('folder'));
    await execute('mkfifo', [bench.path('pipe')]);
    await writeFile(bench.path('empty.mp4'), '');
    await symlink(bench.path('nothing'), bench.path('dangling'));
    await symlink(bench.path('loop'), bench.path('loop'));
    await writeFile(bench.path('huge.mp4'), '');
    await truncate(bench.path('huge.mp4'), 2 * 1024 ** 3 + 1);
  });

  it.each([
    ['absent.mp4', 'file-not-found'],
    ['voice.mp3/x.mp4', 'file-not-found'],
    ['dangling', 'file-not-found'],
    ['loop', 'file-not-found'],
    ['x'.repeat(300), 'file-not-found'],
    ['folder', 'not-a-file'],
    ['pipe', 'not-a-file'],
    ['/dev/null', 'not-a-file'],
    ['/dev/zero', 'not-a-file'],
    ['empty.mp4', 'file-empty'],
    ['huge.mp4', 'file-too-large'],
  ])('are refused by each call: %s', async (name, code) => {
    const path = name.startsWith('/') ? name : bench.path(name);
    for (const each of CALLS) {
      await expect(call(each, path)).rejects.toMatchObject({ code, details: { file: 'my talk' } });
    }
  });

  it('name both sizes when one is too large', async () => {
    const media = createMedia({ limits: { maxBytes: 1000 } });
    const path = bench.path('voice.mp3');
    await expect(media.identify(path, { signal: NEVER })).rejects.toMatchObject({
      details: { file: path, megabytes: 1, maxMegabytes: 1 },
    });
    await media.close();
  });

  it('are refused when they may not be read', async () => {
    const path = await bench.write('private.mp4', await readFile(bench.path('voice.mp3')));
    await chmod(path, 0o000);
    // The modules are loaded before the rights are given up: the checkout may be the superuser's alone.
    const script = `
      const { createMedia } = await import(${JSON.stringify(import.meta.resolve('../../src/media/index.ts'))});
      if (process.getuid() === 0) { process.setgroups([]); process.setgid(65534); process.setuid(65534); }
      const call = createMedia().identify(${JSON.stringify(path)}, { signal: new AbortController().signal });
      console.log(JSON.stringify(await call.catch(({ code, details }) => ({ code, details }))));
    `;
    // A folder that others may pass through, around a file that they may not read.
    await chmod(bench.path('.'), 0o755);
    const { stdout } = await execute(process.execPath, ['--input-type=module', '-e', script]);
    expect(JSON.parse(stdout)).toEqual({ code: 'file-unreadable', details: { file: path } });
  });
});
