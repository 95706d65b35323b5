import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ELEMENT_TYPES, bytesOf, createGraphBuilder } from '../../onnx/graph.ts';
import { bytesField, join as joinPieces, textField } from '../../onnx/wire.ts';
import { modelBytes, writeModel } from '../../onnx/write-model.ts';
import { OnnxDamaged, readOnnxHeader } from './onnx-header.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onnx-header-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** A graph with a weight of 400 kB, larger than what is read at a time. */
function graph() {
  const builder = createGraphBuilder('tested');
  builder.input('features', 'float32', ['batch', 64, 'time']);
  builder.input('lengths', 'int64', ['batch']);
  builder.weights({
    tensors: [{ name: 'weight', type: 'float32', dims: [100_000] }],
    load: () => [bytesOf(new Float32Array(100_000))],
  });
  builder.node('Identity', ['features'], {}, 'out');
  builder.output('out', 'float32', ['batch', 64, 'time']);
  return builder.build();
}

async function write(name: string): Promise<string> {
  const path = join(folder, name);
  const metadata = bytesField(14, [...textField(1, 'vocab_size'), ...textField(2, '257')]);
  await writeFile(path, joinPieces([(await modelBytes(graph())) ?? new Uint8Array(), ...metadata]));
  return path;
}

describe('the header of an ONNX file', () => {
  it('tells inputs, outputs and metadata', async () => {
    expect(await readOnnxHeader(await write('whole.onnx'))).toEqual({
      inputs: [
        { name: 'features', elementType: ELEMENT_TYPES.float32, dims: [undefined, 64, undefined] },
        { name: 'lengths', elementType: ELEMENT_TYPES.int64, dims: [undefined] },
      ],
      outputs: [{ name: 'out', elementType: ELEMENT_TYPES.float32, dims: [undefined, 64, undefined] }],
      metadata: new Map([['vocab_size', '257']]),
      weightFiles: [],
    });
  });

  it('names the files of weights that lie beside it', async () => {
    const beside = await mkdtemp(join(folder, 'beside-'));
    await writeModel(graph(), beside);
    expect((await readOnnxHeader(join(beside, 'tested.onnx'))).weightFiles).toEqual(['tested.weights']);
  });

  it('leaves out weights that old files list among the inputs', async () => {
    const builder = createGraphBuilder('old');
    builder.input('x', 'float32', [1]);
    builder.input('weight', 'float32', [1]);
    builder.weights({
      tensors: [{ name: 'weight', type: 'float32', dims: [1] }],
      load: () => [bytesOf(new Float32Array(1))],
    });
    builder.node('Add', ['x', 'weight'], {}, 'out');
    builder.output('out', 'float32', [1]);
    await writeFile(join(folder, 'old.onnx'), (await modelBytes(builder.build())) ?? '');
    expect((await readOnnxHeader(join(folder, 'old.onnx'))).inputs.map(({ name }) => name)).toEqual(['x']);
  });

  it.each([0, 1, 10, 50, 300_000, 400_100])(
    'is damaged when the file is cut off after %d bytes',
    async (length) => {
      const path = await write(`cut-${length}.onnx`);
      await truncate(path, length);
      await expect(readOnnxHeader(path)).rejects.toThrow(OnnxDamaged);
    },
  );

  it('is damaged when its last byte is missing', async () => {
    const path = await write('short.onnx');
    await truncate(path, (await stat(path)).size - 1);
    await expect(readOnnxHeader(path)).rejects.toThrow(OnnxDamaged);
  });

  it('is damaged when a byte of its structure is', async () => {
    const path = await write('flipped.onnx');
    const bytes = await readFile(path);
    // The length of the graph, which is the third field.
    const at = bytes.indexOf(0x3a);
    bytes[at + 1] = (bytes[at + 1] ?? 0) ^ 0x55;
    await writeFile(path, bytes);
    await expect(readOnnxHeader(path)).rejects.toThrow(OnnxDamaged);
  });

  it.each([
    '<!doctype html>',
    'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
    '\0'.repeat(500),
  ])('is damaged when the file is no model: %j', async (text) => {
    const path = join(folder, 'text.onnx');
    await writeFile(path, text);
    await expect(readOnnxHeader(path)).rejects.toThrow(OnnxDamaged);
  });

  it('is what the system says when there is no file', async () => {
    await expect(readOnnxHeader(join(folder, 'none.onnx'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
