/** How calls end: cancelled, timed out, killed, closed, left early. Nothing of them is left running. */
import { chmod, readFile, truncate } from 'node:fs/promises';
import { getPriority } from 'node:os';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Decoding, Media, MediaOptions } from '../../src/media/index.ts';
import { createMedia } from '../../src/media/index.ts';
import type { RunningProcess } from './support/processes.ts';
import { bytesWritten, findProcess, listChildren } from './support/processes.ts';
import { hear, joinBlocks, NEVER, useWorkbench } from './support/workbench.ts';

const bench = useWorkbench();

/** 30 minutes, which decode to 115 MB. */
let long: string;
/** A program that never ends and starts another that does not end either. */
let stuck: string;
let media: Media;
let caller: AbortController;

beforeAll(async () => {
  long = await bench.make('long.wav', ['-f', 'lavfi', '-t', '1800', '-i', 'sine=r=8000', '-c:a', 'pcm_u8']);
  stuck = await makeProgram('stuck', 'sleep 600 & sleep 600');
});

beforeEach(() => {
  media = createMedia();
  caller = new AbortController();
});

afterEach(async () => {
  await media.close();
  await vi.waitUntil(async () => (await listTools()).length === 0, { timeout: 2000, interval: 5 });
});

async function makeProgram(name: string, script: string): Promise<string> {
  const path = await bench.write(name, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

/** Our own running children that media started. */
async function listTools(): Promise<readonly RunningProcess[]> {
  return (await listChildren()).filter(({ command }) => /^(ff|stuck|spy)/.test(command));
}

async function findTool(): Promise<RunningProcess> {
  return await vi.waitFor(async () => {
    const [tool] = await listTools();
    if (tool === undefined) {
      throw new Error('not started yet');
    }
    return tool;
  });
}

function use(options: MediaOptions): void {
  media = createMedia(options);
}

async function decodeLong(): Promise<Decoding & { readonly iterator: AsyncIterator<Float32Array> }> {
  const probe = await media.probe(long, { signal: NEVER });
  const decoding = media.decode(long, probe, { signal: caller.signal });
  return { ...decoding, iterator: decoding.blocks[Symbol.asyncIterator]() };
}

describe('decoding', () => {
  it('stands still while nobody reads, and goes on afterwards', async () => {
    const { iterator } = await decodeLong();
    await iterator.next();
    const { pid } = await findTool();
    expect(getPriority(pid)).toBe(10);
    // Written twice the same in a row, by a program that would need milliseconds for the whole: it waits.
    let before = -1;
    const written = await vi.waitUntil(
      async () => {
        const now = await bytesWritten(pid);
        const hasStopped = now === before;
        before = now;
        return hasStopped && now;
      },
      { timeout: 10_000, interval: 100 },
    );
    expect(written).toBeGreaterThan(64_000);
    expect(written).toBeLessThan(2_000_000);
    // Far more than can have been on the way.
    for (let block = 0; block < 60; block += 1) {
      expect((await iterator.next()).value).toHaveLength(16_000);
    }
    expect(await bytesWritten(pid)).toBeGreaterThan(written);
  });

  it('rejects with the reason of the abort, before and between blocks', async () => {
    const { iterator, summary } = await decodeLong();
    await iterator.next();
    const { pid } = await findTool();
    const reason = new Error('changed my mind');
    caller.abort(reason);
    // Also when nobody asks for a block, the summary does not wait for one.
    await expect(summary).rejects.toBe(reason);
    await vi.waitFor(async () => expect(await findProcess(pid)).toBeNull(), { timeout: 2000, interval: 5 });
    await expect(iterator.next()).rejects.toBe(reason);
    const late = await decodeLong();
    await expect(late.iterator.next()).rejects.toBe(reason);
  });

  it('rejects with the reason of the abort while it waits for a block', async () => {
    const probe = await media.probe(long, { signal: NEVER });
    use({ ffmpegPath: stuck });
    const { blocks } = media.decode(long, probe, { signal: caller.signal });
    const reading = joinBlocks(blocks);
    await findTool();
    const reason = new Error('changed my mind');
    caller.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });

  it('is ended by leaving the loop', async () => {
    const { blocks, summary } = await decodeLong();
    for await (const block of blocks) {
      expect(block).toHaveLength(16_000);
      break;
    }
    await expect(summary).rejects.toMatchObject({ code: 'cancelled' });
    expect(await listTools()).toEqual([]);
  });

  it('fails when ffmpeg is killed by somebody else, and does not pass a part for the whole', async () => {
    const { iterator, summary } = await decodeLong();
    await iterator.next();
    process.kill((await findTool()).pid, 'SIGKILL');
    const draining = (async () => {
      while (!(await iterator.next()).done) {
        // What was in the pipe still comes.
      }
    })();
    await expect(draining).rejects.toMatchObject({ code: 'decode-failed', details: { file: long } });
    await expect(summary).rejects.toMatchObject({ code: 'decode-failed' });
  });

  it('gives up on a program that is stuck', async () => {
    const probe = await media.probe(long, { signal: NEVER });
    use({ ffmpegPath: stuck, limits: { decodeTimeoutMs: 100 } });
    const { blocks } = media.decode(long, probe, { signal: NEVER });
    await expect(joinBlocks(blocks)).rejects.toMatchObject({
      code: 'decode-timeout',
      details: { file: long },
    });
  });

  it('gives up on a program that has ended while something holds its pipe', async () => {
    const probe = await media.probe(long, { signal: NEVER });
    use({ ffmpegPath: await makeProgram('spy-leaver', 'sleep 600 &'), limits: { decodeTimeoutMs: 100 } });
    const { blocks } = media.decode(long, probe, { signal: NEVER });
    await expect(joinBlocks(blocks)).rejects.toMatchObject({ code: 'decode-timeout' });
  });
});

describe('probing', () => {
  it('rejects with the reason of the abort, also when ffprobe is stuck', async () => {
    use({ ffprobePath: stuck });
    const probing = media.probe(long, { signal: caller.signal });
    await findTool();
    const reason = new Error('changed my mind');
    caller.abort(reason);
    await expect(probing).rejects.toBe(reason);
    await expect(media.probe(long, { signal: caller.signal })).rejects.toBe(reason);
  });

  it('gives up on a program that is stuck', async () => {
    use({ ffprobePath: stuck, limits: { probeTimeoutMs: 100 } });
    await expect(media.probe(long, { signal: NEVER })).rejects.toMatchObject({ code: 'decode-timeout' });
  });

  it('does not blame the file when ffprobe is killed', async () => {
    use({ ffprobePath: await makeProgram('spy-killed', 'kill -9 $$') });
    await expect(media.probe(long, { signal: NEVER })).rejects.toMatchObject({ code: 'decode-failed' });
  });
});

describe('identifying', () => {
  it('rejects with the reason of the abort, before and under way', async () => {
    const path = await bench.write('large.bin', '');
    await truncate(path, 1024 ** 3);
    const reason = new Error('changed my mind');
    let steps = 0;
    const onProgress = (): void => {
      steps += 1;
      caller.abort(reason);
    };
    await expect(media.identify(path, { signal: caller.signal, onProgress })).rejects.toBe(reason);
    expect(steps).toBe(1);
    await expect(media.identify(path, { signal: caller.signal })).rejects.toBe(reason);
  });
});

describe('close', () => {
  it('ends everything that runs, whatever state it is in', async () => {
    const { iterator, summary } = await decodeLong();
    await iterator.next();
    const probe = await media.probe(long, { signal: NEVER });
    await media.close();
    await media.close();
    const cancelled = { code: 'cancelled' };
    await expect(iterator.next()).rejects.toMatchObject(cancelled);
    await expect(summary).rejects.toMatchObject(cancelled);
    const late = media.decode(long, probe, { signal: NEVER });
    await expect(late.blocks[Symbol.asyncIterator]().next()).rejects.toMatchObject(cancelled);
    await expect(late.summary).rejects.toMatchObject(cancelled);
    await expect(media.probe(long, { signal: NEVER })).rejects.toMatchObject(cancelled);
    expect(await listTools()).toEqual([]);
  });

  it('does not wait for programs that are stuck', async () => {
    use({ ffprobePath: stuck });
    const probing = media.probe(long, { signal: NEVER });
    probing.catch(() => {});
    await findTool();
    await media.close();
    await expect(probing).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('programs', () => {
  it('get the environment that they need and no secret', async () => {
    const record = bench.path('environment');
    const spy = await makeProgram('spy', `env > ${record}\nexec ffmpeg "$@"`);
    const env = { PATH: process.env['PATH'], GIGACHAT_CREDENTIALS: 'hush', FFREPORT: 'file=leak.log' };
    use({ ffmpegPath: spy, env });
    await hear(media, await bench.make('short.wav', ['-f', 'lavfi', '-t', '0.1', '-i', 'sine']));
    const seen = await readFile(record, 'utf8');
    expect(seen).toContain('PATH=');
    expect(seen).not.toMatch(/hush|leak/);
  });

  it('are named with their version, or as missing', async () => {
    expect(await media.tools({ signal: NEVER })).toEqual([
      {
        name: 'ffmpeg',
        path: expect.stringMatching(/^\/.*ffmpeg$/),
        version: expect.stringMatching(/^\w?\d/),
      },
      {
        name: 'ffprobe',
        path: expect.stringMatching(/^\/.*ffprobe$/),
        version: expect.stringMatching(/^\w?\d/),
      },
    ]);
    use({ ffmpegPath: '/nowhere/ffmpeg', ffprobePath: await makeProgram('spy-mute', 'exit 1') });
    expect(await media.tools({ signal: NEVER })).toEqual([
      { name: 'ffmpeg', missing: true },
      { name: 'ffprobe', missing: true },
    ]);
  });

  it('are named with the setting that can hold the path when they are missing', async () => {
    const probe = await media.probe(long, { signal: NEVER });
    use({ ffmpegPath: '/nowhere/ffmpeg', env: { PATH: '/nowhere' } });
    await expect(media.probe(long, { signal: NEVER })).rejects.toMatchObject({
      code: 'ffmpeg-missing',
      details: { tool: 'ffprobe', variable: 'FFPROBE_PATH' },
    });
    await expect(joinBlocks(media.decode(long, probe, { signal: NEVER }).blocks)).rejects.toMatchObject({
      code: 'ffmpeg-missing',
      details: { tool: '/nowhere/ffmpeg', variable: 'FFMPEG_PATH' },
    });
  });
});
