/** Puts the bytes of a pipe together to blocks of interleaved samples. */
import { BLOCK_SAMPLES } from './sound-format.ts';

const BYTES_PER_SAMPLE = Float32Array.BYTES_PER_ELEMENT;

/** Takes bytes in pieces of any size, hands out blocks of {@link BLOCK_SAMPLES} samples a channel. */
export interface BlockAssembler {
  /** The blocks that are full now. */
  push(bytes: Uint8Array): readonly Float32Array[];
  /** The last block, shorter than the others: whole samples of all channels. `null` when there is none. */
  rest(): Float32Array | null;
}

/** See {@link BlockAssembler}. The bytes are little-endian 32-bit floats, `channels` of them a sample. */
export function createBlockAssembler(channels: number): BlockAssembler {
  const blockBytes = BLOCK_SAMPLES * channels * BYTES_PER_SAMPLE;
  let block = new Uint8Array(blockBytes);
  let filled = 0;

  return {
    push(bytes) {
      const full: Float32Array[] = [];
      let taken = 0;
      while (taken < bytes.length) {
        const part = bytes.subarray(taken, taken + blockBytes - filled);
        block.set(part, filled);
        filled += part.length;
        taken += part.length;
        if (filled === blockBytes) {
          full.push(new Float32Array(block.buffer));
          block = new Uint8Array(blockBytes);
          filled = 0;
        }
      }
      return full;
    },

    rest() {
      const frames = Math.floor(filled / (channels * BYTES_PER_SAMPLE));
      return frames === 0 ? null : new Float32Array(block.buffer, 0, frames * channels);
    },
  };
}
