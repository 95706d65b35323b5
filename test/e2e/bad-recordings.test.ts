/** What is no recording, or points elsewhere, is refused by its name, and takes no other file along. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PICTURE, ffmpeg } from '../media/support/workbench.ts';
import { cutVideo, halve, makeSound } from './support/cut-talk.ts';
import { codesOf, readFailures } from './support/failures.ts';
import type { InstalledWorld } from './support/installed-world.ts';
import { createInstalledWorld } from './support/installed-world.ts';

/** Each bad file with the code that is told for it. */
const BAD_FILES = {
  'absent.mp4': 'file-not-found',
  folder: 'not-a-file',
  'empty.mp4': 'file-empty',
  'noise.mp4': 'not-media',
  'text.mp4': 'not-media',
  'picture-only.mp4': 'no-audio',
  'header-only.wav': 'media-damaged',
  'cut-before-its-index.mp4': 'media-damaged',
} as const;

const ALL_BAD = Object.keys(BAD_FILES);

let world: InstalledWorld;

beforeAll(async () => {
  world = await createInstalledWorld();
  const { path } = world;
  await Promise.all([
    mkdir(path('folder')),
    writeFile(path('empty.mp4'), ''),
    writeFile(path('noise.mp4'), randomBytes(10)),
    writeFile(path('text.mp4'), 'Dear audience,\n\nit is a pleasure to be here.\n'.repeat(20)),
    ffmpeg([...PICTURE, '-t', '1', path('picture-only.mp4')]),
    ffmpeg(['-f', 'lavfi', '-i', 'anullsrc', '-t', '0', path('header-only.wav')]),
    cutVideo(path('whole.mp4'), 'last'),
    makeSound(path('good.wav'), 'anullsrc=r=16000:cl=mono', 2),
  ]);
  await halve(path('whole.mp4'), path('cut-before-its-index.mp4'));
});

afterAll(async () => {
  await world.close();
});

describe('files that are no recordings', () => {
  it('fail one by one with name, code and mend, and the good one among them is analysed', async () => {
    const [first = '', ...others] = ALL_BAD;
    const { exitCode, stdout, stderr } = await world.run(['analyze', first, 'good.wav', ...others]);
    expect(exitCode).toBe(1);
    expect(codesOf(stderr, ALL_BAD)).toEqual(BAD_FILES);
    expect(readFailures(stderr)).toHaveLength(ALL_BAD.length);
    expect(stdout).toMatch(/^good\.wav\n[^]*Nobody speaks in this recording\./);
    expect(stdout).not.toContain('.mp4');
  });

  it('fail in Russian too', async () => {
    const { exitCode, stdout, stderr } = await world.run(['transcribe', ...ALL_BAD], {
      env: { LANG: 'ru_RU.UTF-8' },
    });
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(codesOf(stderr, ALL_BAD)).toEqual(BAD_FILES);
    for (const { message, mend } of readFailures(stderr)) {
      expect(message).toMatch(/\p{sc=Cyrillic}/u);
      expect(mend).toMatch(/\p{sc=Cyrillic}/u);
    }
  });
});

describe('playlists and scripts', () => {
  let server: Server;
  let requests = 0;

  beforeAll(async () => {
    server = createServer((_, response) => {
      requests += 1;
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => server.close());

  it('are refused, and nothing that they point to is opened', async () => {
    const bound = server.address();
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
    // Who opens a pipe that nobody writes to waits until it is given up on, which has another code.
    await promisify(execFile)('mkfifo', [world.path('secret.wav')]);
    const targets = {
      address: `http://127.0.0.1:${port}/talk.mp3`,
      file: `file://${world.path('secret.wav')}`,
      name: 'secret.wav',
    };
    const lists = Object.entries(targets).flatMap(([kind, target]): [string, string][] => [
      [`${kind}.m3u8`, `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${target}\n#EXT-X-ENDLIST\n`],
      [`${kind}-list.mp4`, `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${target}\n#EXT-X-ENDLIST\n`],
      [`${kind}.ffconcat`, `ffconcat version 1.0\nfile '${target}'\n`],
      [`${kind}-script.mp4`, `ffconcat version 1.0\nfile '${target}'\n`],
      [`${kind}.txt`, `file '${target}'\n`],
    ]);
    await Promise.all(lists.map(([name, content]) => writeFile(world.path(name), content)));
    const names = lists.map(([name]) => name);

    const { exitCode, stdout, stderr } = await world.run(['analyze', ...names]);

    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(codesOf(stderr, names)).toEqual(Object.fromEntries(names.map((name) => [name, 'format-refused'])));
    expect(requests).toBe(0);
  });

  it('given as an address, or by a protocol of ffmpeg, are names of files that are not there', async () => {
    const names = [
      'http://127.0.0.1/talk.mp3',
      'concat:good.wav|good.wav',
      'subfile,,start,0,end,9,,:good.wav',
    ];
    const { exitCode, stderr } = await world.run(['analyze', ...names]);
    expect(exitCode).toBe(1);
    expect(codesOf(stderr, names)).toEqual(Object.fromEntries(names.map((name) => [name, 'file-not-found'])));
  });
});
