/** Pulling a model from a server that answers well, and from servers that do not. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeError } from '../../../src/errors/index.ts';
import type { PullProgress } from '../../../src/speech/index.ts';
import { openModel } from '../../../src/speech/models/store.ts';
import type { PullBench } from './pull-setup.ts';
import {
  CONTENT,
  FILES,
  NAME,
  createPullBench,
  hubPath,
  modelFrom,
  stateOf,
  wholeWith,
} from './pull-setup.ts';

const WEIGHTS = hubPath('weights.onnx');
const SIZE = CONTENT['weights.onnx'].length;

/** The ranges that the weights were asked in. */
function rangesOf({ server }: PullBench): readonly (string | undefined)[] {
  return server.requests.filter(({ path }) => path === WEIGHTS).map(({ range }) => range);
}

describe('a good server', () => {
  it('gives a model that is known by where it came from, and is told to the end', async () => {
    const bench = await createPullBench();
    const told: PullProgress[] = [];
    const model = await bench.pull({ onProgress: (progress) => told.push(progress) });
    expect(await stateOf(bench)).toEqual(wholeWith());
    expect((await readdir(bench.home)).toSorted()).toEqual(['model.json', 'tokens.txt', 'weights.onnx']);
    expect(model).toMatchObject({
      name: NAME,
      engine: 'silero',
      licence: 'MIT',
      folder: bench.home,
      files: FILES,
      identity: { name: NAME, version: '1' },
      source: new URL(bench.server.url).host,
      unverified: false,
    });
    const total = SIZE + CONTENT['tokens.txt'].length;
    expect(told[0]).toEqual({
      name: NAME,
      phase: 'asking',
      source: model.source,
      bytesDone: 0,
      bytesTotal: total,
    });
    expect(told.at(-1)).toMatchObject({ phase: 'checking', bytesDone: total });
    const bytes = told.map(({ bytesDone }) => bytesDone);
    expect(bytes).toEqual(bytes.toSorted((one, other) => one - other));
  });

  it('is not asked again for a model that is there', async () => {
    const bench = await createPullBench();
    const first = await bench.pull();
    const asked = bench.server.requests.length;
    expect(await bench.pull()).toEqual(first);
    expect(bench.server.requests).toHaveLength(asked);
  });

  it('may send elsewhere, even to an address of another kind', async () => {
    const bench = await createPullBench();
    const other = await createPullBench();
    other.server.put('/a cdn/x?sign=1', CONTENT['weights.onnx']);
    bench.server.always(WEIGHTS, {
      status: 302,
      headers: { location: `${other.server.url}/a%20cdn/x?sign=1` },
    });
    await bench.pull();
    expect(await stateOf(bench)).toEqual(wholeWith());
  });
});

describe('a connection that is cut', () => {
  it('is taken up where it was, for the same version of the file', async () => {
    const bench = await createPullBench();
    bench.server.misbehave(WEIGHTS, { cutAfterBytes: 200_000 }, { cutAfterBytes: 100_000 });
    await bench.pull();
    expect(await stateOf(bench)).toEqual(wholeWith());
    const ranges = rangesOf(bench);
    expect(ranges[0]).toBeUndefined();
    expect(ranges).toHaveLength(3);
    expect(ranges.slice(1)).toEqual([
      expect.stringMatching(/^bytes=\d+-$/),
      expect.stringMatching(/^bytes=\d+-$/),
    ]);
    expect(bench.server.requests.at(-1)?.ifRange).toMatch(/^"\w+"$/);
    // What had come is not sent twice.
    expect(bench.server.sentBytes()).toBeLessThan(SIZE + 300_000);
  });

  it('may be cut more often than there are attempts, as long as something comes', async () => {
    const bench = await createPullBench();
    bench.server.misbehave(WEIGHTS, ...Array.from({ length: 10 }, () => ({ cutAfterBytes: 50_000 })));
    await bench.pull();
    expect(await stateOf(bench)).toEqual(wholeWith());
  });

  it('begins anew at a server that knows no ranges', async () => {
    const bench = await createPullBench();
    bench.server.misbehave(WEIGHTS, { cutAfterBytes: 200_000, noRanges: true }, { noRanges: true });
    await bench.pull();
    expect(await stateOf(bench)).toEqual(wholeWith());
  });

  it('begins anew when the file has changed since, and takes the new one only if it is the right one', async () => {
    const bench = await createPullBench();
    bench.server.misbehave(WEIGHTS, { cutAfterBytes: 200_000, content: Buffer.alloc(SIZE, 1) });
    await bench.pull();
    expect(await stateOf(bench)).toEqual(wholeWith());
    expect(bench.server.sentBytes()).toBeGreaterThan(SIZE + 100_000);
  });

  it('begins anew when its beginning proves wrong only at the end', async () => {
    const bench = await createPullBench();
    const wrong = { cutAfterBytes: 200_000, content: Buffer.alloc(SIZE, 1), headers: { etag: 'W/"weak"' } };
    bench.server.misbehave(WEIGHTS, wrong);
    await bench.pull();
    expect(await stateOf(bench)).toEqual(wholeWith());
    expect(rangesOf(bench)).toEqual([undefined, expect.stringMatching(/^bytes=/), undefined]);
    // A weak tag is no promise of the same bytes.
    expect(bench.server.requests.every(({ ifRange }) => ifRange === undefined)).toBe(true);
  });

  it('is given up when nothing comes any more, and the next pull takes it up', async () => {
    const bench = await createPullBench();
    const ways = [{ cutAfterBytes: 200_000 }, ...Array.from({ length: 4 }, () => ({ cutAfterBytes: 0 }))];
    bench.server.misbehave(WEIGHTS, ...ways, ...ways.slice(1));
    await expect(bench.pull()).rejects.toMatchObject({
      code: 'model-pull-failed',
      details: { reasons: expect.stringContaining('the connection was cut') },
    });
    bench.server.misbehave(WEIGHTS);
    const before = bench.server.sentBytes();
    await bench.pull();
    expect(await stateOf(bench)).toEqual(wholeWith());
    expect(bench.server.sentBytes() - before).toBeLessThan(SIZE - 100_000);
  });

  it('is taken up after a cancel, which ends the pull at once', async () => {
    const bench = await createPullBench();
    bench.server.misbehave(WEIGHTS, { stallAfterBytes: 200_000 });
    const controller = new AbortController();
    const reason = new Error('enough');
    const pulling = bench.pull({
      signal: controller.signal,
      onProgress: ({ bytesDone }) => {
        if (bytesDone > 150_000) {
          controller.abort(reason);
        }
      },
    });
    await expect(pulling).rejects.toBe(reason);
    await bench.pull();
    expect(await stateOf(bench)).toEqual(wholeWith());
    expect(rangesOf(bench)[1]).toMatch(/^bytes=\d{5,}-$/);
  });
});

describe('a server that fails', () => {
  it.each([
    ['does not have it', { status: 404 }, 'HTTP 404'],
    ['wants to know who asks', { status: 401 }, 'HTTP 401'],
    ['is out of order', { status: 503 }, 'HTTP 503'],
    ['has another file', { content: Buffer.alloc(SIZE) }, 'weights.onnx: wrong sha256'],
    ['has a shorter file', { content: Buffer.alloc(10) }, `weights.onnx: 10 bytes, not ${SIZE}`],
    ['sends without end', { content: Buffer.alloc(2 * SIZE), chunked: true }, `more than ${SIZE} bytes`],
    ['sends in a circle', { status: 302, headers: { location: WEIGHTS } }, 'redirects without end'],
  ] as const)('because it %s is named with what it did', async (_, way, reason) => {
    const bench = await createPullBench();
    bench.server.always(WEIGHTS, way);
    const host = new URL(bench.server.url).host;
    await expect(bench.pull()).rejects.toMatchObject({
      code: 'model-pull-failed',
      details: { model: NAME, reasons: expect.stringMatching(`^  ${host}: .*${reason}`) },
    });
    await expect(openModel(bench.modelsFolder, NAME)).rejects.toMatchObject({ code: 'model-missing' });
  });

  it('is asked again after a while when that may help', async () => {
    const bench = await createPullBench();
    bench.server.misbehave(WEIGHTS, { status: 503, headers: { 'retry-after': '0' } }, { status: 429 });
    await bench.pull();
    expect(await stateOf(bench)).toEqual(wholeWith());
  });

  it('is not asked again when it does not have the file', async () => {
    const bench = await createPullBench();
    bench.server.always(WEIGHTS, { status: 404 });
    await expect(bench.pull()).rejects.toMatchObject({ code: 'model-pull-failed' });
    expect(rangesOf(bench)).toHaveLength(1);
  });

  it('is not waited for without end when it stops sending', async () => {
    const bench = await createPullBench({ patience: { stallMs: 50 } });
    bench.server.misbehave(WEIGHTS, { stallAfterBytes: 200_000 });
    await bench.pull();
    expect(await stateOf(bench)).toEqual(wholeWith());
    expect(rangesOf(bench)).toHaveLength(2);
  });

  it('is given up when it never answers', async () => {
    const bench = await createPullBench({ patience: { answerMs: 50 } });
    bench.server.always(hubPath('tokens.txt'), { silent: true });
    await expect(bench.pull()).rejects.toMatchObject({
      details: { reasons: expect.stringMatching(/no answer in/) },
    });
  });

  it('that is silent from the start is not asked a second time: another source may be near', async () => {
    const bench = await createPullBench({ patience: { firstAnswerMs: 50, answerMs: 60_000 } });
    bench.server.always(hubPath('tokens.txt'), { silent: true });
    await expect(bench.pull()).rejects.toMatchObject({
      details: { reasons: expect.stringMatching(/no answer in/) },
    });
    expect(bench.server.requests).toHaveLength(1);
    // Empty folders are no trace of what can be gone on with.
    expect(await readdir(join(bench.modelsFolder, '.pulling')).catch(() => [])).toEqual([]);
  });

  it('that is not there is named by what the system says', async () => {
    const env = { HF_ENDPOINT: 'http://127.0.0.1:1' };
    const bench = await createPullBench({ env });
    await expect(bench.pull()).rejects.toMatchObject({
      details: { reasons: expect.stringContaining('ECONNREFUSED') },
    });
  });
});

describe('what to do when no server gives it', () => {
  it('is told with each file and its address', async () => {
    const bench = await createPullBench();
    bench.server.always(hubPath('tokens.txt'), { status: 404 });
    const error: unknown = await bench.pull().catch((reason: unknown) => reason);
    const host = new URL(bench.server.url).host;
    expect(describeError(error, 'en')).toEqual({
      code: 'model-pull-failed',
      message: `The model ${NAME} could not be fetched:\n  ${host}: HTTP 404`,
      mend: [
        'Check the connection (proxy: HTTPS_PROXY) and repeat. Or fetch these files elsewhere, put them into one folder ' +
          `and name it: speech-coach models pull ${NAME} --from FOLDER`,
        ...FILES.map(({ path }) => `  ${bench.server.url}${hubPath(path)}`),
      ].join('\n'),
    });
  });

  it('lists every source that was asked', async () => {
    const [hub] = modelFrom().sources;
    const bench = await createPullBench();
    bench.server.always(hubPath('tokens.txt'), { status: 404 });
    const other = {
      ...hub,
      kind: 'hub',
      repository: 'somebody/else',
      revision: 'f'.repeat(40),
      files: FILES,
    } as const;
    await expect(bench.pull({}, modelFrom([...modelFrom().sources, other]))).rejects.toMatchObject({
      details: { reasons: expect.stringMatching(/HTTP 404\n.*HTTP 404$/) },
    });
  });

  it('does not come up when the second source has it', async () => {
    const bench = await createPullBench();
    bench.server.always(WEIGHTS, { content: Buffer.alloc(SIZE) });
    const revision = 'f'.repeat(40);
    for (const [path, content] of Object.entries(CONTENT)) {
      bench.server.put(`/somebody/else/resolve/${revision}/${path}`, content);
    }
    const other = { kind: 'hub', repository: 'somebody/else', revision, files: FILES } as const;
    await bench.pull({}, modelFrom([...modelFrom().sources, other]));
    expect(await stateOf(bench)).toEqual(wholeWith());
  });
});
