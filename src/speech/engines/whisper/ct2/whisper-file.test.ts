import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ct2Tensor } from '../../../../../test/support/ct2-writer.ts';
import { ct2Tensor, writeCt2 } from '../../../../../test/support/ct2-writer.ts';
import type { TinyWhisperOptions } from '../../../../../test/support/tiny-whisper.ts';
import { tinyContent, tinyTensors } from '../../../../../test/support/tiny-whisper.ts';
import type { WhisperFile } from './whisper-file.ts';
import { openWhisperFile } from './whisper-file.ts';

const RANDOM = { kind: 'random' } as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whisper-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function openTiny(
  options: TinyWhisperOptions,
  changes: Readonly<Record<string, Ct2Tensor | undefined>> = {},
): Promise<WhisperFile> {
  const { tensors, ...rest } = tinyContent({ ...RANDOM, ...options });
  const changed = Object.entries({ ...tensors, ...changes }).flatMap(([name, tensor]) =>
    tensor === undefined ? [] : [[name, tensor] as const],
  );
  const path = join(folder, 'model.bin');
  await writeFile(path, writeCt2({ ...rest, tensors: Object.fromEntries(changed) }));
  return openWhisperFile(path);
}

describe('a Whisper model', () => {
  it.each([
    [{ englishOnly: false, melBands: 80, encoderLayers: 2, decoderLayers: 2 }, 1_777],
    [{ englishOnly: true, melBands: 128, encoderLayers: 3, decoderLayers: 1 }, 1_776],
  ])('tells its sizes: %o', async (options, vocabularySize) => {
    const { melBands, encoderLayers, decoderLayers } = options;
    const model = await openTiny(options);
    expect(model.sizes).toEqual({
      width: 32,
      melBands,
      encoderLayers,
      decoderLayers,
      encoderHeads: 2,
      decoderHeads: 2,
      vocabularySize,
      audioPositions: 1_500,
      textPositions: 448,
    });
    await model.close();
  });

  it.each([
    ['float32', 0],
    ['float16', 2 ** -11],
    ['bfloat16', 2 ** -8],
    ['int8', 1 / 254],
  ] as const)('gives weights of the type %s as floats', async (weights, roundingError) => {
    const model = await openTiny({ weights });
    const trained = tinyTensors(RANDOM);
    for (const name of ['decoder/layer_1/ffn/linear_0/weight', 'decoder/projection/weight']) {
      const { values } = trained[name.replace('projection', 'embeddings')] ?? { values: new Float32Array() };
      const floats = await model.floats(name);
      expect(floats.length).toBe(values.length);
      const largest = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0);
      const furthest = values.reduce(
        (max, value, at) => Math.max(max, Math.abs(value - (floats[at] ?? 9))),
        0,
      );
      expect(furthest / largest).toBeLessThanOrEqual(roundingError);
    }
    await model.close();
  });

  it.each([
    ['float16', 'a half', Infinity],
    ['float32', 'a float', NaN],
  ] as const)('is damaged when %s weights have %s that is %d', async (dtype, _, value) => {
    const name = 'encoder/layer_norm/beta';
    const model = await openTiny(
      {},
      { [name]: ct2Tensor(dtype, [32], new Float32Array(32).fill(value, 31)) },
    );
    await expect(model.floats(name)).rejects.toMatchObject({ code: 'model-damaged' });
    await model.close();
  });

  it('is damaged when a scale of 8-bit weights is zero', async () => {
    const name = 'encoder/layer_norm/beta';
    const model = await openTiny(
      {},
      {
        [name]: ct2Tensor('int8', [32], new Float32Array(32).fill(1)),
        [`${name}_scale`]: ct2Tensor('float32', [32], new Float32Array(32)),
      },
    );
    await expect(model.floats(name)).rejects.toMatchObject({ code: 'model-damaged' });
    await model.close();
  });

  it.each([
    [
      'no such tensor',
      { 'decoder/layer_1/attention/linear_2/bias': undefined },
      /it has no decoder\/layer_1/,
    ],
    ['no count of heads', { 'encoder/num_heads': undefined }, /it has no encoder\/num_heads/],
    [
      'a tensor of another shape',
      { 'encoder/layer_norm/beta': ct2Tensor('float16', [31], new Float32Array(31)) },
      /31, not 32/,
    ],
    [
      'a table without rows',
      { 'encoder/position_encodings/encodings': ct2Tensor('float16', [0, 32], []) },
      /0 × 32/,
    ],
    ['no layers', { 'encoder/layer_0/ffn/linear_0/weight': undefined }, /no layers/],
    [
      'heads that do not fit',
      { 'decoder/num_heads': ct2Tensor('int16', [], [5]) },
      /5 heads do not divide 32/,
    ],
    ['fewer heads than one', { 'encoder/num_heads': ct2Tensor('int16', [], [-2]) }, /-2 heads/],
    ['heads that are no number', { 'encoder/num_heads': ct2Tensor('float32', [], [2]) }, /no whole number/],
    [
      'weights of a type that is not used',
      { 'decoder/layer_norm/beta': ct2Tensor('int16', [32], new Float32Array(32)) },
      /int16/,
    ],
    [
      '8-bit weights without scales',
      { 'encoder/layer_norm/beta': ct2Tensor('int8', [32], new Float32Array(32)) },
      /beta_scale/,
    ],
    ['another activation', { 'decoder/activation': ct2Tensor('int8', [], [0]) }, /decoder\/activation/],
  ])('is unfit when it has %s', async (_, changes, message) => {
    const opened = openTiny({}, changes);
    await expect(opened).rejects.toMatchObject({
      code: 'model-unfit',
      details: { path: join(folder, 'model.bin') },
    });
    await expect(opened).rejects.toThrow(message);
  });

  it('is unfit when it takes a number of mel bands that no Whisper takes', async () => {
    await expect(openTiny({ melBands: 100 })).rejects.toThrow('it takes 100 mel bands');
  });

  it('is unfit when it has a table of its own for the comparison', async () => {
    const { tensors } = tinyContent(RANDOM);
    const path = join(folder, 'model.bin');
    const own = {
      'decoder/projection/weight': tensors['decoder/embeddings/weight'] ?? ct2Tensor('int8', [], [0]),
    };
    await writeFile(path, writeCt2({ tensors: { ...tensors, ...own } }));
    await expect(openWhisperFile(path)).rejects.toMatchObject({ code: 'model-unfit' });
  });
});
