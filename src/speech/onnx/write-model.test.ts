import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Graph } from './graph.ts';
import { bytesOf, createGraphBuilder, float } from './graph.ts';
import { modelBytes, writeModel } from './write-model.ts';

const SIZE = 20;
const values = Float32Array.from({ length: SIZE * SIZE }, (_, index) => Math.sin(index));

/** `x` [1, 20] times a matrix, twice that, and one more; and the first two of the result. */
function exampleGraph(): Graph {
  const graph = createGraphBuilder('example');
  graph.weights({
    tensors: [
      { name: 'odd', type: 'uint8', dims: [1_111] },
      { name: 'matrix', type: 'float32', dims: [SIZE, SIZE] },
    ],
    load: () => Promise.resolve([new Uint8Array(1_111).fill(1), bytesOf(values)]),
  });
  const x = graph.input('x', 'float32', [1, SIZE]);
  const doubled = graph.node('com.microsoft.FusedMatMul', [x, 'matrix'], { alpha: float(2) });
  const ones = graph.node('ReduceMax', [graph.node('Cast', ['odd'], { to: 1 })], { axes: [0], keepdims: 1 });
  graph.node('Add', [doubled, ones], {}, 'y');
  graph.output('y', 'float32', [1, SIZE]);
  const [first] = graph.split('Split', ['y', graph.integers(2, SIZE - 2)], ['first', 'rest'], { axis: 1 });
  graph.output(first, 'float32', [1, 2]);
  return graph.build();
}

async function run(model: string | Uint8Array): Promise<readonly (readonly number[])[]> {
  const session = await (typeof model === 'string'
    ? InferenceSession.create(model, { logSeverityLevel: 3 })
    : InferenceSession.create(model, { logSeverityLevel: 3 }));
  const x = Float32Array.from({ length: SIZE }, (_, index) => Math.cos(index));
  const { y, first } = await session.run({ x: new Tensor('float32', x, [1, SIZE]) });
  await session.release();
  return [y, first].map((tensor) => Array.from(tensor?.data ?? [], Number));
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onnx-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a described graph', () => {
  it('computes the same from files and from memory', async () => {
    await writeModel(exampleGraph(), folder);
    const bytes = await modelBytes(exampleGraph());
    const fromFiles = await run(join(folder, 'example.onnx'));
    const fromMemory = await run(bytes ?? new Uint8Array());

    const expected = Array.from({ length: SIZE }, (_, column) => {
      const products = Array.from({ length: SIZE }, (_row, row) => {
        return Math.cos(row) * Math.sin(row * SIZE + column);
      });
      return 2 * products.reduce((sum, product) => sum + product, 0) + 1;
    });
    expect(fromFiles).toEqual(fromMemory);
    for (const [index, value] of expected.entries()) {
      expect(fromFiles[0]?.[index]).toBeCloseTo(value, 4);
    }
    expect(fromFiles[1]).toEqual(fromFiles[0]?.slice(0, 2));
  });

  it('lies in two files, of which size and hash are told, with each tensor where vectors like it', async () => {
    const files = await writeModel(exampleGraph(), folder);
    expect(files.map(({ name }) => name).sort()).toEqual(['example.onnx', 'example.weights']);
    expect((await readdir(folder)).sort()).toEqual(['example.onnx', 'example.weights']);
    for (const { name, bytes, sha256 } of files) {
      const written = await readFile(join(folder, name));
      expect(written.length).toBe(bytes);
      expect(createHash('sha256').update(written).digest('hex')).toBe(sha256);
    }
    const weights = await readFile(join(folder, 'example.weights'));
    expect(weights.indexOf(bytesOf(values))).toBe(Math.ceil(1_111 / 64) * 64);
  });

  it('may have more weights than a file of protobuf can hold, but not in memory', async () => {
    const graph = createGraphBuilder('large');
    const large = new Uint8Array(2 ** 28);
    for (let index = 0; index < 8; index += 1) {
      graph.weights({
        tensors: [{ name: `large_${index}`, type: 'uint8', dims: [2 ** 28] }],
        load: () => [large],
      });
    }
    expect(await modelBytes(graph.build())).toBeUndefined();
  });

  it('stops between two weights when it is told to, with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const graph = createGraphBuilder('example');
    graph.weights({
      tensors: [{ name: 'a', type: 'uint8', dims: [1] }],
      load: () => {
        controller.abort(reason);
        return [new Uint8Array(1)];
      },
    });
    graph.weights({
      tensors: [{ name: 'b', type: 'uint8', dims: [1] }],
      load: () => Promise.reject(new Error('went on')),
    });
    await expect(writeModel(graph.build(), folder, controller.signal)).rejects.toBe(reason);
  });

  it('never writes over a file', async () => {
    await writeModel(exampleGraph(), folder);
    const before = await stat(join(folder, 'example.weights'));
    await expect(writeModel(exampleGraph(), folder)).rejects.toMatchObject({ code: 'EEXIST' });
    expect((await stat(join(folder, 'example.weights'))).mtimeMs).toBe(before.mtimeMs);
  });
});
