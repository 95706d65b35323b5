import { createHash } from 'node:crypto';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ct2Content } from '../../../../../test/support/ct2-writer.ts';
import { ct2Tensor, writeCt2 } from '../../../../../test/support/ct2-writer.ts';
import { isAppError } from '../../../../errors/index.ts';
import { openModelFile } from './model-file.ts';

const KIND = 'WhisperSpec';
const content: Ct2Content = {
  tensors: {
    'b/weight': ct2Tensor('float16', [2, 3], [1, -2, 0.5, 3, 4, 5]),
    'a/flag': ct2Tensor('int8', [], [1]),
    'a/weight': ct2Tensor('int8', [4, 2], [1, 2, 3, 4, 5, 6, 7, 8]),
    'a/weight_scale': ct2Tensor('float32', [4], [1, 2, 3, 4]),
  },
  aliases: { 'c/weight': 'b/weight' },
};
const good = writeCt2(content);

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ct2-'));
  path = join(folder, 'model.bin');
});
afterAll(() => rm(folder, { recursive: true }));

/** Opens bytes and reads all that is in them. */
async function readAll(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  await writeFile(path, bytes);
  const file = await openModelFile(path, KIND);
  try {
    const read: Record<string, string> = {};
    for (const [name, tensor] of file.tensors) {
      const data = Buffer.from(await file.read(tensor)).toString('hex');
      read[name] = `${tensor.dtype} ${tensor.shape.join()} ${data}`;
    }
    return read;
  } finally {
    await file.close();
  }
}

async function sha256Of(changed: Ct2Content): Promise<string> {
  await writeFile(path, writeCt2(changed));
  const file = await openModelFile(path, KIND);
  try {
    return await file.tensorsSha256();
  } finally {
    await file.close();
  }
}

/** The code of the error, if there is one. */
function outcome(bytes: Uint8Array): Promise<string> {
  return readAll(bytes).then(
    () => 'read',
    (error: unknown) => (isAppError(error) ? error.code : String(error)),
  );
}

describe('a model file', () => {
  it('gives its tensors, by every name that they have', async () => {
    expect(await readAll(good)).toEqual({
      'a/flag': 'int8  01',
      'a/weight': 'int8 4,2 0102030405060708',
      'a/weight_scale': 'float32 4 0000803f000000400000404000008040',
      'b/weight': 'float16 2,3 003c00c00038004200440045',
      'c/weight': 'float16 2,3 003c00c00038004200440045',
    });
  });

  it('is known by a hash over what was trained, in any order, and whatever its flags', async () => {
    const { tensors } = content;
    const hash = createHash('sha256');
    for (const [name, stored, shape] of [
      ['a/weight', 'a/weight', '[4,2]int8'],
      ['a/weight_scale', 'a/weight_scale', '[4]float32'],
      ['b/weight', 'b/weight', '[2,3]float16'],
      ['c/weight', 'b/weight', '[2,3]float16'],
    ] as const) {
      hash.update(`${name}${shape}`).update(tensors[stored]?.bytes ?? '');
    }
    const expected = hash.digest('hex');
    expect(await sha256Of(content)).toBe(expected);
    const reversed = Object.fromEntries(Object.entries(tensors).toReversed());
    const flag = { 'a/flag': ct2Tensor('int8', [], [0]), 'a/other': ct2Tensor('int16', [], [7]) };
    expect(await sha256Of({ ...content, tensors: { ...reversed, ...flag } })).toBe(expected);
    const weight = { 'a/weight': ct2Tensor('int8', [4, 2], [1, 2, 3, 4, 5, 6, 7, 9]) };
    expect(await sha256Of({ ...content, tensors: { ...tensors, ...weight } })).not.toBe(expected);
  });

  it('is damaged when it was cut off anywhere', async () => {
    const outcomes = new Set<string>();
    for (let length = 0; length < good.length; length += 1) {
      outcomes.add(await outcome(good.subarray(0, length)));
    }
    expect(outcomes).toEqual(new Set(['model-damaged']));
  });

  it('is damaged when something follows its end', async () => {
    expect(await outcome(Buffer.concat([good, Uint8Array.of(0)]))).toBe('model-damaged');
  });

  it.each([
    [
      'a tensor of another length than its shape',
      { tensors: { a: { ...ct2Tensor('int8', [3], [1, 2, 3]), shape: [4] } } },
    ],
    [
      'a shape larger than any number',
      {
        tensors: {
          a: { ...ct2Tensor('int8', [1], [1]), shape: Array.from({ length: 8 }, () => 2 ** 32 - 1) },
        },
      },
    ],
    ['nine dimensions', { tensors: { a: ct2Tensor('int8', [1, 1, 1, 1, 1, 1, 1, 1, 1], [1]) } }],
    ['another name of nothing', { tensors: {}, aliases: { a: 'b' } }],
    ['another name that is taken', { ...content, aliases: { 'a/flag': 'b/weight' } }],
  ] satisfies readonly [string, Ct2Content][])('is damaged when it has %s', async (_, changed) => {
    expect(await outcome(writeCt2(changed))).toBe('model-damaged');
  });

  it('is damaged when it names a tensor twice', async () => {
    const bytes = writeCt2({ tensors: { a: ct2Tensor('int8', [], [1]), b: ct2Tensor('int8', [], [1]) } });
    bytes.write('a', bytes.lastIndexOf('b'));
    expect(await outcome(bytes)).toBe('model-damaged');
  });

  it.each([
    ['of another kind of model', writeCt2({ ...content, spec: 'TransformerSpec' }), /TransformerSpec/],
    ['of an older version', writeCt2({ ...content, version: 3 }), /version 3/],
    ['of a later version', writeCt2({ ...content, version: 7 }), /version 7/],
    ['that is something else', Buffer.from('PK\u0003\u0004 this is a zip file'), /no file of CTranslate2/],
  ])('is unfit when it is one %s', async (_, bytes, message) => {
    const opened = readAll(bytes);
    await expect(opened).rejects.toMatchObject({ code: 'model-unfit', details: { path } });
    await expect(opened).rejects.toThrow(message);
  });

  it('is missing when it is not there', async () => {
    const missing = join(folder, 'none.bin');
    await expect(openModelFile(missing, KIND)).rejects.toMatchObject({
      code: 'model-missing',
      details: { path: missing },
    });
  });

  it('is damaged when it becomes shorter while it is open', async () => {
    await writeFile(path, good);
    const file = await openModelFile(path, KIND);
    await truncate(path, 60);
    await expect(file.tensorsSha256()).rejects.toMatchObject({ code: 'model-damaged' });
    await file.close();
  });

  it('takes any bytes at all, and says nothing but that they are damaged or no model', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const bytes = Buffer.from(good);
          for (const [at, value] of changes) {
            bytes[at] = value;
          }
          expect(['model-damaged', 'model-unfit', 'read']).toContain(await outcome(bytes));
        },
      ),
      { numRuns: 500 },
    );
  });
});
