/** What is refused: things that are no recordings, and those that point to other files or addresses. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAppError } from '../../src/errors/index.ts';
import { createMedia } from '../../src/media/index.ts';
import { referTo } from './support/reference-movie.ts';
import { EXAMPLE_TALK, ffmpeg, NEVER, PICTURE, useWorkbench } from './support/workbench.ts';

const bench = useWorkbench();

let server: Server;
let address: string;
let requests = 0;
/** A named pipe with the ending of a recording: who opens it to read waits for ever. */
let secret: string;

beforeAll(async () => {
  server = createServer((_, response) => {
    requests += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  secret = bench.path('secret.wav');
  await promisify(execFile)('mkfifo', [secret]);
});

afterAll(() => server.close());

/** The code of the error of probing. It is `decode-timeout` when something waits for the pipe. */
async function refusalOf(path: string): Promise<string> {
  const media = createMedia({ limits: { probeTimeoutMs: 5000 } });
  try {
    await media.probe(path, { signal: NEVER });
  } catch (error) {
    return isAppError(error) && error.details['file'] === path ? error.code : String(error);
  } finally {
    await media.close();
  }
  return 'nothing';
}

/** Playlists, manifests and scripts that point to a target. */
const PLAYLISTS: readonly (readonly [name: string, write: (target: string) => string])[] = [
  ['list.m3u8', (target) => `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${target}\n#EXT-X-ENDLIST\n`],
  ['talk.mp4', (target) => `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${target}\n#EXT-X-ENDLIST\n`],
  ['list.ffconcat', (target) => `ffconcat version 1.0\nfile '${target}'\n`],
  ['script.mp4', (target) => `ffconcat version 1.0\nfile '${target}'\n`],
  ['bare.txt', (target) => `file '${target}'\n`],
  [
    'manifest.mpd',
    (target) =>
      '<?xml version="1.0"?>\n<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" ' +
      'profiles="urn:mpeg:dash:profile:isoff-live:2011"><Period><AdaptationSet><Representation id="1">' +
      `<BaseURL>${target}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
  ],
  [
    'session.sdp',
    (target) =>
      `v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=${target}\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 5004 RTP/AVP 0\r\n`,
  ],
  ['list.asx', (target) => `<asx version="3.0"><entry><ref href="${target}"/></entry></asx>`],
  ['list.pls', (target) => `[playlist]\nNumberOfEntries=1\nFile1=${target}\n`],
  ['list.m3u', (target) => `${target}\n`],
];

describe('playlists and scripts', () => {
  it.each(PLAYLISTS)('are not followed: %s', async (name, write) => {
    const toAddress = await bench.write(`url-${name}`, write(`${address}/talk.mp3`));
    const toFile = await bench.write(`file-${name}`, write(`file://${secret}`));
    expect(await refusalOf(toAddress)).toBe('format-refused');
    expect(await refusalOf(toFile)).toBe('format-refused');
    expect(requests).toBe(0);
  });

  it('are not followed when the sound of a movie lies in another file', async () => {
    const movie = await bench.make('movie.mov', ['-t', '1', '-i', EXAMPLE_TALK, '-vn', '-c:a', 'pcm_s16le']);
    const path = await bench.write('reference.mov', referTo(await readFile(movie), secret));
    expect(await refusalOf(path)).toBe('format-refused');
    // Nor when a caller has other knowledge of what is in it.
    const probe = await bench.media().probe(movie, { signal: NEVER });
    const { blocks } = bench.media().decode(path, probe, { signal: NEVER });
    await expect(Array.fromAsync(blocks)).rejects.toMatchObject({ code: 'media-damaged' });
  });
});

describe('what is no recording', () => {
  it.each([
    ['ten bytes of noise', randomBytes(10)],
    ['a lot of noise', randomBytes(300_000)],
    ['zeros', Buffer.alloc(100_000)],
    ['a text', Buffer.from('Dear audience,\n\nit is a pleasure to be here.\n'.repeat(50))],
    ['a web page', Buffer.from('<!doctype html><html><body>404</body></html>')],
    ['a subtitle file', Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nHello\n')],
  ])('is told as such: %s named .mp4', async (name, content) => {
    expect(await refusalOf(await bench.write(`${name}.mp4`, content))).toBe('not-media');
  });

  it('is told as such: a picture', async () => {
    const path = await bench.make('picture.png', [...PICTURE, '-frames:v', '1']);
    expect(await refusalOf(path)).toBe('not-media');
  });

  it('tells a video without sound', async () => {
    const path = await bench.make('silent.mp4', [...PICTURE, '-t', '1']);
    expect(await refusalOf(path)).toBe('no-audio');
  });
});

describe('limits', () => {
  it('hold for length and channels, and name both numbers', async () => {
    const path = bench.path('surround.wav');
    await ffmpeg(['-t', '61', '-i', EXAMPLE_TALK, '-vn', '-ac', '6', '-ar', '8000', path]);
    const short = createMedia({ limits: { maxDurationSec: 60 } });
    await expect(short.probe(path, { signal: NEVER })).rejects.toMatchObject({
      code: 'too-long',
      details: { file: path, minutes: 2, maxMinutes: 1 },
    });
    const narrow = createMedia({ limits: { maxChannels: 2 } });
    await expect(narrow.probe(path, { signal: NEVER, name: 'my talk' })).rejects.toMatchObject({
      code: 'too-many-channels',
      details: { file: 'my talk', channels: 6, maxChannels: 2 },
    });
    await Promise.all([short.close(), narrow.close()]);
  });
});
