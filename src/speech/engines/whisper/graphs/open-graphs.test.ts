import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  appendFile,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { InferenceSession } from 'onnxruntime-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeTinyWhisper } from '../../../../../test/support/tiny-whisper.ts';
import type { WhisperGraphs } from './open-graphs.ts';
import { buildWhisperGraphs, openWhisperGraphs } from './open-graphs.ts';

const RANDOM = { kind: 'random', decoderLayers: 3 } as const;
const INT8 = { variant: 'int8' } as const;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whisper-graphs-'));
  await writeTinyWhisper(folder, RANDOM);
});
afterEach(() => rm(folder, { recursive: true }));

const kept = async (): Promise<readonly string[]> => (await readdir(join(folder, 'graphs'))).sort();

/** Where the graphs are, and when they were written. */
async function writtenAt({ encoder }: WhisperGraphs): Promise<string> {
  const path = String(encoder);
  return `${path} ${(await stat(path)).mtimeMs}`;
}

/** Every file of the graphs, by hash. */
async function hashesOf({ encoder }: WhisperGraphs): Promise<Readonly<Record<string, string>>> {
  const graphs = dirname(String(encoder));
  const names = (await readdir(graphs)).filter((name) => name !== 'graphs.json').sort();
  const hashes = names.map(async (name) => {
    const bytes = await readFile(join(graphs, name));
    return [name, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

describe('the graphs of a model', () => {
  it('are built into its folder, with the sizes that their user needs', async () => {
    const graphs = await openWhisperGraphs(folder, INT8);
    expect(graphs.shape).toEqual({
      layers: 3,
      heads: 2,
      headSize: 16,
      melBands: 80,
      vocabularySize: 1_777,
      audioPositions: 1_500,
      textPositions: 448,
      alignmentHeads: [[0, 0]],
    });
    expect(graphs.tensorsSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await kept()).toEqual([`int8-v1-${graphs.tensorsSha256.slice(0, 16)}`]);
    for (const graph of [graphs.mel, graphs.encoder, graphs.decoder]) {
      const session = await InferenceSession.create(String(graph));
      expect(session.inputNames.length).toBeGreaterThan(0);
      await session.release();
    }
  });

  it('are read from there the next time, without the model', async () => {
    const built = await openWhisperGraphs(folder, INT8);
    await rm(join(folder, 'model.bin'));
    expect(await openWhisperGraphs(folder, INT8)).toEqual(built);
  });

  it('are the same bytes wherever and however often they are built', async () => {
    const first = await hashesOf(await buildWhisperGraphs(folder, INT8));
    await rm(join(folder, 'graphs'), { recursive: true });
    expect(await hashesOf(await openWhisperGraphs(folder, INT8))).toEqual(first);
  });

  it('stay when the model was only copied, and are found at once from then on', async () => {
    const before = await writtenAt(await openWhisperGraphs(folder, INT8));
    await utimes(join(folder, 'model.bin'), new Date(0), new Date(0));
    expect(await writtenAt(await openWhisperGraphs(folder, INT8))).toBe(before);

    // Same size and time as noted, so that it is not read: then it may be anything.
    const { size } = await stat(join(folder, 'model.bin'));
    await writeFile(join(folder, 'model.bin'), new Uint8Array(size));
    await utimes(join(folder, 'model.bin'), new Date(0), new Date(0));
    expect(await writtenAt(await openWhisperGraphs(folder, INT8))).toBe(before);
  });

  it('of both variants lie side by side', async () => {
    const graphs = [
      await openWhisperGraphs(folder, INT8),
      await openWhisperGraphs(folder, { variant: 'float32' }),
    ];
    expect(new Set(graphs.map(({ encoder }) => encoder)).size).toBe(2);
    expect(await Promise.all(graphs.map(writtenAt))).toEqual([
      await writtenAt(await openWhisperGraphs(folder, INT8)),
      await writtenAt(await openWhisperGraphs(folder, { variant: 'float32' })),
    ]);
  });

  it('are built anew for other weights, and the old ones go', async () => {
    const before = await openWhisperGraphs(folder, INT8);
    await writeTinyWhisper(folder, { ...RANDOM, seed: 2 });
    const after = await openWhisperGraphs(folder, INT8);
    expect(after.tensorsSha256).not.toBe(before.tensorsSha256);
    expect(await kept()).toEqual([`int8-v1-${after.tensorsSha256.slice(0, 16)}`]);
  });

  it('are built anew when the model names other heads', async () => {
    await openWhisperGraphs(folder, INT8);
    await writeFile(join(folder, 'config.json'), '{"alignment_heads": [[2, 1]]}');
    expect((await openWhisperGraphs(folder, INT8)).shape.alignmentHeads).toEqual([[2, 1]]);
    await writeFile(join(folder, 'config.json'), '{}');
    expect((await openWhisperGraphs(folder, INT8)).shape.alignmentHeads).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ]);
    expect((await kept()).length).toBe(1);
  });

  it.each(['mel.weights', 'encoder.onnx', 'encoder.weights', 'decoder.onnx', 'decoder.weights'])(
    'are built anew when a bit of %s has turned',
    async (name) => {
      const graphs = await openWhisperGraphs(folder, INT8);
      const hashes = await hashesOf(graphs);
      const path = join(dirname(String(graphs.encoder)), name);
      const bytes = await readFile(path);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      await writeFile(path, bytes);
      expect(await hashesOf(await openWhisperGraphs(folder, INT8))).toEqual(hashes);
    },
  );

  it('are built anew when one of their files was deleted', async () => {
    const graphs = await openWhisperGraphs(folder, INT8);
    const hashes = await hashesOf(graphs);
    await rm(String(graphs.mel));
    expect(await hashesOf(await openWhisperGraphs(folder, INT8))).toEqual(hashes);
  });

  it.each(['{', '{}', 'null'])('are built anew when their record is %s', async (record) => {
    const graphs = await openWhisperGraphs(folder, INT8);
    await writeFile(join(dirname(String(graphs.encoder)), 'graphs.json'), record);
    expect(await openWhisperGraphs(folder, INT8)).toEqual(graphs);
    expect((await kept()).length).toBe(1);
  });

  it('are the same for all who build them at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => openWhisperGraphs(folder, INT8)));
    expect(new Set(all.map(({ encoder }) => encoder)).size).toBe(1);
    expect((await kept()).length).toBe(1);
    const [first = await openWhisperGraphs(folder, INT8)] = all;
    const before = await hashesOf(first);
    await appendFile(String(first.decoder), 'damage');
    await Promise.all(Array.from({ length: 5 }, () => openWhisperGraphs(folder, INT8)));
    expect(await hashesOf(first)).toEqual(before);
    expect((await kept()).length).toBe(1);
  });

  it('take the place of older ones and of what killed builds left, and of nothing else', async () => {
    const graphs = join(folder, 'graphs');
    const others = ['int8-v0-0123456789abcdef', '.building-long-ago', '.building-now', 'notes'];
    await Promise.all(others.map((name) => mkdir(join(graphs, name), { recursive: true })));
    await utimes(join(graphs, '.building-long-ago'), new Date(0), new Date(0));
    const { encoder } = await openWhisperGraphs(folder, INT8);
    expect(await kept()).toEqual(['.building-now', basename(dirname(String(encoder))), 'notes']);
  });

  it('are built in memory when they cannot be written, unless they were to be built ahead', async () => {
    await writeFile(join(folder, 'graphs'), 'a file where the folder should be');
    const graphs = await openWhisperGraphs(folder, INT8);
    const session = await InferenceSession.create(Uint8Array.from(Buffer.from(graphs.decoder)));
    expect(session.outputNames).toContain('attn');
    await session.release();
    expect(graphs.shape.layers).toBe(3);

    await expect(buildWhisperGraphs(folder, INT8)).rejects.toMatchObject({
      code: 'cannot-write',
      details: { path: join(folder, 'graphs') },
    });
  });

  it('are moved with their model', async () => {
    const before = await hashesOf(await openWhisperGraphs(folder, INT8));
    const moved = `${folder}-moved`;
    await rename(folder, moved);
    await cp(moved, folder, { recursive: true });
    await rm(moved, { recursive: true });
    await rm(join(folder, 'model.bin'));
    expect(await hashesOf(await openWhisperGraphs(folder, INT8))).toEqual(before);
  });

  it('are not begun, and leave nothing behind, when nobody waits for them', async () => {
    const reason = new Error('enough');
    await expect(openWhisperGraphs(folder, { ...INT8, signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    expect(existsSync(join(folder, 'graphs'))).toBe(false);

    const controller = new AbortController();
    const opened = openWhisperGraphs(folder, { ...INT8, signal: controller.signal });
    while (!existsSync(join(folder, 'graphs'))) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    controller.abort(reason);
    await expect(opened).rejects.toBe(reason);
    expect(await kept()).toEqual([]);
  });
});

describe('a folder that is no model', () => {
  it.each([
    [{ broken: 'no-config' }, 'model-missing', 'config.json'],
    [{ broken: 'no-model' }, 'model-missing', 'model.bin'],
    [{ broken: 'truncated' }, 'model-damaged', 'model.bin'],
    [{ broken: 'trailing-bytes' }, 'model-damaged', 'model.bin'],
    [{ broken: 'other-architecture' }, 'model-unfit', 'model.bin'],
    [{ broken: 'missing-tensor' }, 'model-unfit', 'model.bin'],
    [{ alignmentHeads: [[3, 0]] }, 'model-unfit', 'config.json'],
  ] as const)('is told by its file: %o', async (options, code, file) => {
    await writeTinyWhisper(folder, { ...RANDOM, ...options });
    const path = join(folder, file);
    const model = basename(folder);
    await expect(openWhisperGraphs(folder, INT8)).rejects.toMatchObject({ code, details: { model, path } });
  });

  it.each([
    ['{', 'model-damaged'],
    ['[]', 'model-unfit'],
    ['{"alignment_heads": [[1]]}', 'model-unfit'],
    ['{"alignment_heads": [[-1, 0]]}', 'model-unfit'],
  ])('is told by its config.json: %s', async (config, code) => {
    await writeFile(join(folder, 'config.json'), config);
    await expect(openWhisperGraphs(folder, INT8)).rejects.toMatchObject({
      code,
      details: { path: join(folder, 'config.json') },
    });
  });
});
