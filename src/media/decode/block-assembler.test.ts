import { describe, expect, it } from 'vitest';
import { createBlockAssembler } from './block-assembler.ts';
import { BLOCK_SAMPLES } from './sound-format.ts';

function toBytes(samples: Float32Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}

const RAMP = Float32Array.from({ length: 2 * 2.5 * BLOCK_SAMPLES }, (_, index) => index);

describe('createBlockAssembler', () => {
  // 65,537 bytes end within a sample.
  it.each([1, 65_536, 65_537, 10_000_000])('puts pieces of %i bytes together', (pieceBytes) => {
    const bytes = toBytes(RAMP);
    const assembler = createBlockAssembler(2);
    const blocks: Float32Array[] = [];
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      blocks.push(...assembler.push(bytes.subarray(at, at + pieceBytes)));
    }
    expect(blocks.map((block) => block.length)).toEqual([2 * BLOCK_SAMPLES, 2 * BLOCK_SAMPLES]);
    expect(blocks[1]?.[0]).toBe(2 * BLOCK_SAMPLES);
    expect(assembler.rest()).toEqual(RAMP.subarray(4 * BLOCK_SAMPLES));
  });

  it('hands out blocks that stay as they are', () => {
    const assembler = createBlockAssembler(1);
    const [first] = assembler.push(toBytes(new Float32Array(BLOCK_SAMPLES).fill(1)));
    assembler.push(toBytes(new Float32Array(BLOCK_SAMPLES).fill(2)));
    expect(first?.every((sample) => sample === 1)).toBe(true);
  });

  it('leaves out a sample of which a channel is missing', () => {
    const assembler = createBlockAssembler(2);
    assembler.push(toBytes(new Float32Array([1, 2, 3])));
    expect(assembler.rest()).toEqual(new Float32Array([1, 2]));
    expect(createBlockAssembler(2).rest()).toBeNull();
  });
});
